#include "core/rating/judge_quality.h"

#include "core/judge/merge.h"

#include <algorithm>
#include <cmath>

namespace agon::rating {
namespace {

// A share, counted.
struct Share {
    std::int64_t part = 0;
    std::int64_t whole = 0;

    void add(bool in) {
        part += in ? 1 : 0;
        ++whole;
    }
    [[nodiscard]] std::optional<double> percent() const {
        if (whole == 0)
            return std::nullopt;
        return 100 * static_cast<double>(part) / static_cast<double>(whole);
    }
};

struct Tally {
    std::int64_t games = 0;
    std::int64_t invalid = 0;
    Share flips;
    Share firstPosition;
    Share longerWins;
    double ownPoints = 0;    // that the judge gives its own family
    double othersPoints = 0; // that others give it on the same battles
    std::int64_t ownBattles = 0;
};

// What one judge says about one battle.
struct Opinion {
    std::uint16_t judge = 0;
    Merged merged;
};

bool isDecision(Verdict verdict) {
    return verdict == Verdict::A || verdict == Verdict::B;
}

class Observer {
  public:
    Observer(const BattleTable& table, Merge merge)
        : m_table(table)
        , m_merge(merge)
        , m_tallies(table.models.size()) {}

    void add(std::uint32_t row) {
        m_opinions.clear();
        std::uint32_t game = m_table.gameBegin[row];
        const std::uint32_t end = m_table.gameBegin[row + 1];
        while (game < end) {
            const std::uint16_t judge = m_table.games[game].judge;
            m_games.clear();
            for (; game < end && m_table.games[game].judge == judge; ++game)
                addGame(m_table.games[game]);
            addBattle(row, judge);
        }
        addSelfPreference(row);
    }

    [[nodiscard]] const std::vector<Tally>& tallies() const { return m_tallies; }

  private:
    void addGame(const GameColumn& game) {
        m_games.push_back({game.verdict, game.order, game.scoreA, game.scoreB, game.preferenceA});
        Tally& tally = m_tallies[game.judge];
        ++tally.games;
        tally.invalid += game.verdict == Verdict::Invalid ? 1 : 0;
        if (isDecision(game.verdict))
            tally.firstPosition.add((game.verdict == Verdict::A) == (game.order == Order::AB));
    }

    void addBattle(std::uint32_t row, std::uint16_t judge) {
        Tally& tally = m_tallies[judge];
        const auto valid = [](const GameValue& game) {
            return isDecisionOrTie(game.verdict);
        };
        if (std::count_if(m_games.begin(), m_games.end(), valid) == 2) {
            Verdict said[2] = {Verdict::None, Verdict::None};
            std::size_t k = 0;
            for (const GameValue& game : m_games)
                if (valid(game))
                    said[k++] = game.verdict;
            tally.flips.add(isDecision(said[0]) && isDecision(said[1]) && said[0] != said[1]);
        }
        const Merged merged = mergeGames(m_games, m_merge);
        m_opinions.push_back({judge, merged});
        const std::uint64_t a = m_table.lengthA[row];
        const std::uint64_t b = m_table.lengthB[row];
        const bool differ = 10 * std::max(a, b) > 11 * std::min(a, b);
        if (isDecision(merged.verdict) && a > 0 && b > 0 && differ)
            tally.longerWins.add((merged.verdict == Verdict::A) == (a > b));
    }

    [[nodiscard]] bool kin(std::uint16_t judge, std::uint16_t model) const {
        const std::string& family = m_table.models[judge].family;
        return judge == model || (!family.empty() && family == m_table.models[model].family);
    }

    void addSelfPreference(std::uint32_t row) {
        std::vector<Verdict> votes;
        if (const auto found = m_table.votes.find(row); found != m_table.votes.end())
            for (const VoteColumn& vote : found->second)
                votes.push_back(vote.verdict);
        const Verdict human = foldVotes(votes).verdict;
        for (const Opinion& own : m_opinions) {
            const bool kinA = kin(own.judge, m_table.modelA[row]);
            const bool kinB = kin(own.judge, m_table.modelB[row]);
            if (kinA == kinB || std::isnan(own.merged.pointsA))
                continue;
            double sum = 0;
            int others = 0;
            for (const Opinion& other : m_opinions)
                if (other.judge != own.judge && !std::isnan(other.merged.pointsA)) {
                    sum += double{other.merged.pointsA};
                    ++others;
                }
            if (isDecisionOrTie(human)) {
                sum += human == Verdict::A ? 1 : human == Verdict::B ? 0 : 0.5;
                ++others;
            }
            if (others == 0)
                continue;
            const auto forKin = [&](double pointsA) {
                return kinA ? pointsA : 1 - pointsA;
            };
            Tally& tally = m_tallies[own.judge];
            tally.ownPoints += forKin(double{own.merged.pointsA});
            tally.othersPoints += forKin(sum / others);
            ++tally.ownBattles;
        }
    }

    const BattleTable& m_table;
    Merge m_merge;
    std::vector<Tally> m_tallies; // by model
    std::vector<GameValue> m_games;
    std::vector<Opinion> m_opinions;
};

} // namespace

std::vector<JudgeQuality> judgeQuality(const BattleTable& table,
                                       std::span<const std::uint32_t> rows, Merge merge) {
    Observer observer(table, merge);
    for (const auto row : rows)
        observer.add(row);
    std::vector<JudgeQuality> out;
    for (std::size_t model = 0; model < table.models.size(); ++model) {
        const Tally& tally = observer.tallies()[model];
        if (tally.games == 0)
            continue;
        JudgeQuality quality;
        quality.judge = table.models[model].name;
        quality.games = tally.games;
        quality.invalid = tally.invalid;
        quality.flipRate = tally.flips.percent();
        quality.firstPositionRate = tally.firstPosition.percent();
        quality.longerWinsRate = tally.longerWins.percent();
        if (tally.ownBattles > 0)
            quality.selfPreference = 100 * (tally.ownPoints - tally.othersPoints) /
                                     static_cast<double>(tally.ownBattles);
        out.push_back(std::move(quality));
    }
    std::sort(out.begin(), out.end(),
              [](const JudgeQuality& x, const JudgeQuality& y) { return x.judge < y.judge; });
    return out;
}

} // namespace agon::rating
