#include "core/battles/policy.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace agon {
namespace {

constexpr float nan = std::numeric_limits<float>::quiet_NaN();

GameValue valueOf(const GameColumn& game) {
    return {game.verdict, game.order, game.scoreA, game.scoreB, game.preferenceA};
}

bool namesWinner(Verdict verdict) {
    return verdict == Verdict::A || verdict == Verdict::B;
}

float pointsOf(Verdict verdict) {
    return verdict == Verdict::A ? 1.0F : verdict == Verdict::B ? 0.0F : 0.5F;
}

// What the judges under this policy say about a row, and whether they name different winners.
// `merged` is room to work in, kept from row to row.
Merged judgeRow(const BattleTable& table, std::uint32_t row, const Policy& policy,
                std::vector<Merged>& merged, bool& disagree) {
    std::array<GameValue, 8> values;
    merged.clear();
    bool a = false;
    bool b = false;
    std::uint32_t i = table.gameBegin[row];
    const std::uint32_t end = table.gameBegin[row + 1];
    while (i < end) {
        const std::uint16_t judge = table.games[i].judge;
        std::size_t n = 0;
        for (; i < end && table.games[i].judge == judge; ++i)
            if (n < values.size())
                values[n++] = valueOf(table.games[i]);
        if (!policy.judges.empty() &&
            std::ranges::find(policy.judges, judge) == policy.judges.end())
            continue;
        const Merged one = mergeGames({values.data(), n}, policy.merge);
        a = a || one.verdict == Verdict::A;
        b = b || one.verdict == Verdict::B;
        merged.push_back(one);
    }
    disagree = a && b;
    return foldJury(merged, policy.jury == Jury::Mean ? Jury::Mean : Jury::Majority);
}

HumanVerdict humanRow(const BattleTable& table, std::uint32_t row) {
    const auto found = table.votes.find(row);
    if (found == table.votes.end())
        return {};
    std::vector<Verdict> votes;
    votes.reserve(found->second.size());
    for (const VoteColumn& vote : found->second)
        votes.push_back(vote.verdict);
    return foldVotes(votes);
}

void store(Verdicts& out, std::size_t row, const RowVerdict& value) {
    out.verdict[row] = value.verdict;
    out.judgeVerdict[row] = value.judgeVerdict;
    out.bits[row] = value.bits;
    out.pointsA[row] = value.pointsA;
    out.gap[row] = value.gap;
}

RowVerdict derive(const BattleTable& table, std::uint32_t row, const Policy& policy,
                  std::vector<Merged>& room) {
    bool disagree = false;
    const Merged judged = judgeRow(table, row, policy, room, disagree);
    RowVerdict out;
    out.judgeVerdict = judged.verdict;
    out.verdict = policy.overrides == Overrides::Only ? Verdict::None : judged.verdict;
    out.pointsA = policy.overrides == Overrides::Only ? nan : judged.pointsA;
    out.gap = judged.gap;
    out.scoreA = judged.scoreA;
    out.scoreB = judged.scoreB;
    if (judged.flip)
        out.bits |= derived::flip;
    if (disagree)
        out.bits |= derived::disagree;
    if (table.votes.empty())
        return out;

    const HumanVerdict human = humanRow(table, row);
    if (human.verdict == Verdict::None)
        return out;
    out.bits |= derived::reviewed;
    if (human.conflict)
        out.bits |= derived::divided;
    // Bad and tie say the same about who is better; only different sides are a conflict, or a side
    // against none.
    const Verdict says = human.verdict == Verdict::Bad ? Verdict::Tie : human.verdict;
    const Verdict judge = judged.verdict == Verdict::Bad ? Verdict::Tie : judged.verdict;
    if (isDecisionOrTie(judged.verdict) && says != judge)
        out.bits |= derived::conflict;
    if (policy.overrides != Overrides::Off) {
        out.verdict = human.verdict;
        out.pointsA = namesWinner(human.verdict) ? pointsOf(human.verdict) : 0.5F;
        out.bits |= derived::byHuman;
    }
    return out;
}

} // namespace

RowVerdict deriveRow(const BattleTable& table, std::uint32_t row, const Policy& policy) {
    std::vector<Merged> room;
    return derive(table, row, policy, room);
}

Verdicts deriveVerdicts(const BattleTable& table, const Policy& policy) {
    const std::size_t n = table.size();
    Verdicts out;
    out.verdict.resize(n);
    out.judgeVerdict.resize(n);
    out.bits.resize(n);
    out.pointsA.resize(n);
    out.gap.resize(n);
    std::vector<Merged> room;
    for (std::uint32_t row = 0; row < n; ++row)
        store(out, row, derive(table, row, policy, room));
    return out;
}

Verdicts rederive(const Verdicts& before, const BattleTable& table, const Policy& policy,
                  std::span<const std::uint32_t> rows) {
    Verdicts out = before;
    std::vector<Merged> room;
    for (const std::uint32_t row : rows)
        store(out, row, derive(table, row, policy, room));
    return out;
}

} // namespace agon
