// The room judge: what games say together. Merging the games of one judge, juries, human votes
// (method.md §4, §5). Pure functions on plain values; no texts.
#pragma once

#include "core/domain/verdict.h"

#include <cstdint>
#include <limits>
#include <span>

namespace agon {

enum class Merge : std::uint8_t { Mean, Agree, Separate };
enum class Jury : std::uint8_t { Majority, Mean, Each };
enum class Overrides : std::uint8_t { On, Off, Only };

// One game in un-swapped terms. NaN: not given.
struct GameValue {
    Verdict verdict = Verdict::None;
    Order order = Order::AB;
    float scoreA = std::numeric_limits<float>::quiet_NaN();
    float scoreB = std::numeric_limits<float>::quiet_NaN();
    float preferenceA = std::numeric_limits<float>::quiet_NaN();
};

// What games come to.
struct Merged {
    Verdict verdict = Verdict::None;
    float pointsA =
        std::numeric_limits<float>::quiet_NaN(); // A's share in [0, 1]; NaN when invalid or none
    float scoreA = std::numeric_limits<float>::quiet_NaN(); // mean scores, NaN without scores
    float scoreB = std::numeric_limits<float>::quiet_NaN();
    float gap = std::numeric_limits<float>::quiet_NaN(); // |scoreA - scoreB|, NaN without scores
    bool flip = false;                                   // two valid games name different winners
};

// Merges the games of one judge on one battle. Mean: mean scores decide, without scores mean points
// (more than ½ wins). Agree: winners differ or either ties → tie. Separate: verdict as Mean;
// pointsA is the mean over valid games. One invalid game makes Mean and Agree invalid.
[[nodiscard]] Merged mergeGames(std::span<const GameValue> games, Merge rule);

// Folds the merged verdicts of several judges into one. Majority: no plurality is a tie. Mean: mean
// points. Invalid judges are left out; all invalid → invalid. Each is not a fold and is refused by
// the callers; here it counts as Majority.
[[nodiscard]] Merged foldJury(std::span<const Merged> judges, Jury rule);

// Several annotators' latest votes: plurality, else tie and `conflict`; all bad stays bad.
struct HumanVerdict {
    Verdict verdict = Verdict::None;
    bool conflict = false; // annotators disagree
};
[[nodiscard]] HumanVerdict foldVotes(std::span<const Verdict> votes);

} // namespace agon
