// Small tables of battles made by hand, for the tests of the room rating.
#pragma once

#include "core/battles/policy.h"
#include "core/rating/comparisons.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

namespace agon::test {

// Builds a BattleTable row by row; names become indices when they are first used.
class TableBuilder {
  public:
    TableBuilder() {
        m_table.gameBegin = {0};
        m_table.categories = {""};
        m_table.sets = {"set"};
    }

    std::uint16_t model(const std::string& name, const std::string& family = {}) {
        for (std::size_t i = 0; i < m_table.models.size(); ++i)
            if (m_table.models[i].name == name)
                return static_cast<std::uint16_t>(i);
        Model model;
        model.id = {static_cast<std::int64_t>(m_table.models.size() + 1)};
        model.name = name;
        model.family = family;
        m_table.models.push_back(model);
        return static_cast<std::uint16_t>(m_table.models.size() - 1);
    }

    // Starts a battle; games and votes follow it.
    TableBuilder& battle(const std::string& a, const std::string& b,
                         std::uint32_t instruction = 0) {
        const auto row = static_cast<std::uint32_t>(m_table.size());
        m_table.modelA.push_back(model(a));
        m_table.modelB.push_back(model(b));
        m_table.id.push_back(row + 1);
        m_table.instruction.push_back(instruction);
        m_table.position.push_back(row);
        m_table.lengthA.push_back(0);
        m_table.lengthB.push_back(0);
        m_table.set.push_back(0);
        m_table.category.push_back(0);
        m_table.turn.push_back(1);
        m_table.iteration.push_back(-1);
        m_table.stage.push_back(0);
        m_table.facts.push_back(a == b ? facts::selfBattle : std::uint8_t{0});
        m_table.gameBegin.push_back(m_table.gameBegin.back());
        return *this;
    }

    TableBuilder& game(const std::string& judge, Verdict verdict, Order order = Order::AB,
                       float preferenceA = std::numeric_limits<float>::quiet_NaN()) {
        constexpr float none = std::numeric_limits<float>::quiet_NaN();
        const std::uint16_t judging = model(judge);
        m_table.games.push_back({none, none, preferenceA, judging, order, verdict});
        auto& judges = m_table.judges;
        const auto place = std::lower_bound(judges.begin(), judges.end(), judging);
        if (place == judges.end() || *place != judging)
            judges.insert(place, judging);
        ++m_table.gameBegin.back();
        return *this;
    }

    TableBuilder& vote(const std::string& annotator, Verdict verdict) {
        auto& names = m_table.annotators;
        auto found = std::find(names.begin(), names.end(), annotator);
        if (found == names.end())
            found = names.insert(names.end(), annotator);
        VoteColumn vote;
        vote.annotator = static_cast<std::uint16_t>(found - names.begin());
        vote.verdict = verdict;
        m_table.votes[static_cast<std::uint32_t>(m_table.size() - 1)].push_back(vote);
        return *this;
    }

    TableBuilder& category(const std::string& name) {
        auto& names = m_table.categories;
        auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end())
            found = names.insert(names.end(), name);
        m_table.category.back() = static_cast<std::uint16_t>(found - names.begin());
        return *this;
    }

    TableBuilder& lengths(std::uint32_t a, std::uint32_t b) {
        m_table.lengthA.back() = a;
        m_table.lengthB.back() = b;
        return *this;
    }

    TableBuilder& iteration(std::int8_t number) {
        m_table.iteration.back() = number;
        return *this;
    }

    TableBuilder& position(std::uint32_t rank) {
        m_table.position.back() = rank;
        return *this;
    }

    [[nodiscard]] const BattleTable& table() const { return m_table; }

  private:
    BattleTable m_table;
};

inline std::vector<std::uint32_t> allRows(const BattleTable& table) {
    std::vector<std::uint32_t> rows(table.size());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

// Comparisons made entry by entry.
class ComparisonsBuilder {
  public:
    ComparisonsBuilder& add(const std::string& a, const std::string& b, float pointsA,
                            int times = 1) {
        for (int i = 0; i < times; ++i) {
            m_out.a.push_back(model(a));
            m_out.b.push_back(model(b));
            m_out.pointsA.push_back(pointsA);
        }
        return *this;
    }
    // Wins of a, wins of b, ties.
    ComparisonsBuilder& series(const std::string& a, const std::string& b, int winsA, int winsB,
                               int ties = 0) {
        return add(a, b, 1, winsA).add(a, b, 0, winsB).add(a, b, 0.5F, ties);
    }
    [[nodiscard]] const rating::Comparisons& comparisons() const { return m_out; }

  private:
    std::uint16_t model(const std::string& name) {
        auto found = std::find(m_out.models.begin(), m_out.models.end(), name);
        if (found == m_out.models.end())
            found = m_out.models.insert(m_out.models.end(), name);
        return static_cast<std::uint16_t>(found - m_out.models.begin());
    }

    rating::Comparisons m_out;
};

// The table of 4 models that several tests use. Ratings, ties as half: a 1087.305815158,
// b 933.749422642, c 1125.418019132, d 853.526743069; ties dropped: a 1122.917260594,
// b 935.288241410, c 1163.498020161, d 778.296477836; with a prior of 2: a 1077.850272447,
// b 938.397462347, c 1117.098048283, d 866.654216923. Computed with Zermelo's iteration in Python,
// run until no logarithm moved.
inline rating::Comparisons fourModels() {
    return ComparisonsBuilder()
        .series("a", "b", 7, 3, 2)
        .series("a", "c", 4, 4, 1)
        .series("b", "c", 1, 6, 0)
        .series("b", "d", 5, 2, 4)
        .series("c", "d", 9, 1, 3)
        .comparisons();
}

} // namespace agon::test
