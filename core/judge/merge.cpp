#include "core/judge/merge.h"

#include <array>
#include <cmath>

namespace agon {
namespace {

float pointsOf(Verdict verdict) {
    if (verdict == Verdict::A)
        return 1;
    if (verdict == Verdict::B)
        return 0;
    return 0.5F;
}

float pointsOf(const GameValue& game) {
    return std::isnan(game.preferenceA) ? pointsOf(game.verdict) : game.preferenceA;
}

Verdict verdictOf(float pointsA) {
    if (pointsA > 0.5F)
        return Verdict::A;
    if (pointsA < 0.5F)
        return Verdict::B;
    return Verdict::Tie;
}

struct Tally {
    std::size_t valid = 0;
    std::size_t scored = 0;
    std::size_t bad = 0;
    std::size_t winsA = 0;
    std::size_t winsB = 0;
    float scoreA = 0;
    float scoreB = 0;
    float points = 0;
};

Tally tally(std::span<const GameValue> games) {
    Tally out;
    for (const GameValue& game : games) {
        if (!isDecisionOrTie(game.verdict))
            continue;
        ++out.valid;
        out.bad += game.verdict == Verdict::Bad ? 1 : 0;
        out.winsA += game.verdict == Verdict::A ? 1 : 0;
        out.winsB += game.verdict == Verdict::B ? 1 : 0;
        out.points += pointsOf(game);
        if (!std::isnan(game.scoreA) && !std::isnan(game.scoreB)) {
            ++out.scored;
            out.scoreA += game.scoreA;
            out.scoreB += game.scoreB;
        }
    }
    return out;
}

} // namespace

Merged mergeGames(std::span<const GameValue> games, Merge rule) {
    Merged out;
    if (games.empty())
        return out;
    const Tally sum = tally(games);
    out.flip = sum.winsA > 0 && sum.winsB > 0;
    if (sum.valid == 0 || (rule != Merge::Separate && sum.valid < games.size())) {
        out.verdict = Verdict::Invalid;
        return out;
    }
    const auto n = static_cast<float>(sum.valid);
    const bool scored = sum.scored == sum.valid;
    if (scored) {
        out.scoreA = sum.scoreA / n;
        out.scoreB = sum.scoreB / n;
        out.gap = std::abs(out.scoreA - out.scoreB);
    }
    if (sum.bad == sum.valid) {
        out.verdict = Verdict::Bad;
        out.pointsA = 0.5F;
        return out;
    }
    if (rule == Merge::Agree) {
        const bool allA = sum.winsA == sum.valid;
        const bool allB = sum.winsB == sum.valid;
        out.verdict = allA ? Verdict::A : allB ? Verdict::B : Verdict::Tie;
        out.pointsA = pointsOf(out.verdict);
        return out;
    }
    const float points = sum.points / n;
    if (scored) {
        out.verdict = out.scoreA > out.scoreB   ? Verdict::A
                      : out.scoreA < out.scoreB ? Verdict::B
                                                : Verdict::Tie;
        out.pointsA = rule == Merge::Separate ? points : pointsOf(out.verdict);
        return out;
    }
    out.verdict = verdictOf(points);
    // A soft preference stays soft; two letters that disagree are a tie, which is ½ as well.
    bool soft = false;
    for (const GameValue& game : games)
        soft = soft || !std::isnan(game.preferenceA);
    out.pointsA = rule == Merge::Separate || soft ? points : pointsOf(out.verdict);
    return out;
}

Merged foldJury(std::span<const Merged> judges, Jury rule) {
    if (judges.size() == 1)
        return judges.front();
    Merged out;
    if (judges.empty())
        return out;
    std::array<std::size_t, 4> count{};
    std::size_t valid = 0;
    std::size_t invalid = 0;
    std::size_t scored = 0;
    float points = 0;
    float scoreA = 0;
    float scoreB = 0;
    for (const Merged& judge : judges) {
        out.flip = out.flip || judge.flip;
        invalid += judge.verdict == Verdict::Invalid ? 1 : 0;
        if (!isDecisionOrTie(judge.verdict))
            continue;
        ++valid;
        ++count[static_cast<std::size_t>(judge.verdict)];
        points += judge.pointsA;
        if (!std::isnan(judge.gap)) {
            ++scored;
            scoreA += judge.scoreA;
            scoreB += judge.scoreB;
        }
    }
    if (valid == 0) {
        out.verdict = invalid > 0 ? Verdict::Invalid : Verdict::None;
        return out;
    }
    if (scored == valid) {
        out.scoreA = scoreA / static_cast<float>(valid);
        out.scoreB = scoreB / static_cast<float>(valid);
        out.gap = std::abs(out.scoreA - out.scoreB);
    }
    const std::size_t a = count[0];
    const std::size_t b = count[1];
    const std::size_t even = count[2] + count[3];
    if (count[3] == valid) {
        out.verdict = Verdict::Bad;
        out.pointsA = 0.5F;
    } else if (rule == Jury::Mean) {
        out.pointsA = points / static_cast<float>(valid);
        out.verdict = verdictOf(out.pointsA);
    } else {
        out.verdict = a > b && a > even   ? Verdict::A
                      : b > a && b > even ? Verdict::B
                                          : Verdict::Tie;
        out.pointsA = pointsOf(out.verdict);
    }
    return out;
}

HumanVerdict foldVotes(std::span<const Verdict> votes) {
    HumanVerdict out;
    std::array<std::size_t, 4> count{};
    std::size_t total = 0;
    for (const Verdict vote : votes) {
        if (!isDecisionOrTie(vote))
            continue;
        ++count[static_cast<std::size_t>(vote)];
        ++total;
    }
    if (total == 0)
        return out;
    std::size_t best = 0;
    bool shared = false;
    for (std::size_t i = 1; i < count.size(); ++i) {
        if (count[i] > count[best]) {
            best = i;
            shared = false;
        } else if (count[i] == count[best] && count[i] > 0) {
            shared = true;
        }
    }
    out.verdict = shared ? Verdict::Tie : static_cast<Verdict>(best);
    out.conflict = count[best] != total;
    return out;
}

} // namespace agon
