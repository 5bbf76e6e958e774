#include "core/rating/comparisons.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace agon::rating {
namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

// Gives dense indices to sparse ids, by first appearance.
class DenseIndex {
  public:
    std::uint32_t operator()(std::size_t id) {
        if (id >= m_index.size())
            m_index.resize(std::max(id + 1, m_index.size() * 2), unseen);
        if (m_index[id] == unseen)
            m_index[id] = m_count++;
        return m_index[id];
    }
    [[nodiscard]] std::uint32_t count() const { return m_count; }
    std::uint32_t anonymous() { return m_count++; }

  private:
    std::vector<std::uint32_t> m_index;
    std::uint32_t m_count = 0;
};

std::vector<std::uint32_t> inOrderOfData(const BattleTable& table,
                                         std::span<const std::uint32_t> rows) {
    std::vector<std::uint32_t> ordered(rows.begin(), rows.end());
    const auto earlier = [&](std::uint32_t x, std::uint32_t y) {
        return table.position[x] < table.position[y];
    };
    if (!std::is_sorted(ordered.begin(), ordered.end(), earlier))
        std::stable_sort(ordered.begin(), ordered.end(), earlier);
    return ordered;
}

float pointsOf(const GameColumn& game) {
    if (!std::isnan(game.preferenceA))
        return game.preferenceA;
    if (game.verdict == Verdict::A)
        return 1;
    return game.verdict == Verdict::B ? 0.0F : 0.5F;
}

// Appends the entries of one battle.
class Builder {
  public:
    Builder(const BattleTable& table, const Policy& policy, std::size_t rows)
        : m_table(table)
        , m_separate(policy.merge == Merge::Separate)
        , m_counts(table.models.size(), policy.judges.empty()) {
        for (const auto judge : policy.judges)
            m_counts[judge] = true;
        m_out.a.reserve(rows);
        m_out.b.reserve(rows);
        m_out.pointsA.reserve(rows);
        m_out.cluster.reserve(rows);
    }

    void add(std::uint32_t row, const Verdicts& verdicts) {
        const Verdict verdict = verdicts.verdict[row];
        if (verdict == Verdict::None)
            return;
        if ((m_table.facts[row] & facts::selfBattle) != 0 ||
            m_table.modelA[row] == m_table.modelB[row]) {
            ++m_out.selfBattles;
            return;
        }
        if (verdict == Verdict::Invalid) {
            ++m_out.invalid;
            return;
        }
        m_out.bad += verdict == Verdict::Bad ? 1 : 0;
        const std::size_t before = m_out.size();
        if (m_separate && (verdicts.bits[row] & derived::byHuman) == 0)
            addGames(row);
        if (m_out.size() == before)
            addEntry(row, verdicts.pointsA[row], 1);
        ++m_out.battles;
    }

    Comparisons take() {
        if (!m_anyInstruction) {
            m_out.cluster.clear();
            m_out.clusters = 0;
        } else {
            m_out.clusters = m_clusterOf.count();
        }
        m_out.models.resize(m_modelOf.count());
        for (std::size_t model = 0; model < m_modelSeen.size(); ++model)
            if (m_modelSeen[model])
                m_out.models[m_modelOf(model)] = m_table.models[model].name;
        return std::move(m_out);
    }

  private:
    void addGames(std::uint32_t row) {
        const std::size_t begin = m_table.gameBegin[row];
        const std::size_t end = m_table.gameBegin[row + 1];
        const auto valid = [&](const GameColumn& game) {
            return m_counts[game.judge] && isDecisionOrTie(game.verdict);
        };
        std::size_t games = 0;
        for (std::size_t g = begin; g < end; ++g)
            games += valid(m_table.games[g]) ? 1U : 0U;
        for (std::size_t g = begin; g < end; ++g)
            if (valid(m_table.games[g]))
                addEntry(row, pointsOf(m_table.games[g]), 1 / static_cast<float>(games));
    }

    void addEntry(std::uint32_t row, float points, float weight) {
        m_out.a.push_back(denseModel(m_table.modelA[row]));
        m_out.b.push_back(denseModel(m_table.modelB[row]));
        m_out.pointsA.push_back(points);
        if (m_separate) {
            m_out.weight.push_back(weight);
            m_out.battle.push_back(m_out.battles);
        }
        const std::uint32_t instruction = m_table.instruction[row];
        m_anyInstruction = m_anyInstruction || instruction != 0;
        if (instruction != 0) {
            m_out.cluster.push_back(m_clusterOf(instruction));
        } else {
            if (m_lastAnonymous != row)
                m_anonymousCluster = m_clusterOf.anonymous();
            m_lastAnonymous = row;
            m_out.cluster.push_back(m_anonymousCluster);
        }
    }

    std::uint16_t denseModel(std::uint16_t model) {
        if (model >= m_modelSeen.size())
            m_modelSeen.resize(m_table.models.size());
        m_modelSeen[model] = true;
        return static_cast<std::uint16_t>(m_modelOf(model));
    }

    const BattleTable& m_table;
    bool m_separate;
    std::vector<bool> m_counts; // by model: its games count
    Comparisons m_out;
    DenseIndex m_modelOf;
    DenseIndex m_clusterOf;
    std::vector<bool> m_modelSeen;
    bool m_anyInstruction = false;
    std::uint32_t m_lastAnonymous = unseen;
    std::uint32_t m_anonymousCluster = 0;
};

} // namespace

Comparisons comparisonsFrom(const BattleTable& table, const Verdicts& verdicts,
                            const Policy& policy, std::span<const std::uint32_t> rows) {
    Builder builder(table, policy, rows.size());
    for (const auto row : inOrderOfData(table, rows))
        builder.add(row, verdicts);
    return builder.take();
}

Comparisons foldedByBattle(const Comparisons& comparisons) {
    if (comparisons.battle.empty())
        return comparisons;
    Comparisons out;
    out.models = comparisons.models;
    out.clusters = comparisons.clusters;
    out.invalid = comparisons.invalid;
    out.selfBattles = comparisons.selfBattles;
    out.bad = comparisons.bad;
    for (std::size_t i = 0; i < comparisons.size();) {
        double points = 0;
        double weight = 0;
        std::size_t end = i;
        for (; end < comparisons.size() && comparisons.battle[end] == comparisons.battle[i];
             ++end) {
            const double w = comparisons.weight.empty() ? 1.0 : double{comparisons.weight[end]};
            points += w * double{comparisons.pointsA[end]};
            weight += w;
        }
        out.a.push_back(comparisons.a[i]);
        out.b.push_back(comparisons.b[i]);
        out.pointsA.push_back(static_cast<float>(points / weight));
        if (!comparisons.cluster.empty())
            out.cluster.push_back(comparisons.cluster[i]);
        i = end;
    }
    return out;
}

} // namespace agon::rating
