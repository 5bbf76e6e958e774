// How good the judges are: flips, position, length, their own family (agonctl.md, `judges`).
#pragma once

#include "core/battles/policy.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace agon::rating {

// Rates in percent; none where nothing was there to measure.
struct JudgeQuality {
    std::string judge;
    std::int64_t games = 0; // invalid ones included
    std::int64_t invalid = 0;
    // Of battles with two valid games of this judge: the games name different winners.
    std::optional<double> flipRate;
    // Of decisive games: won by the side that was shown first.
    std::optional<double> firstPositionRate;
    // Of decisive battles whose answers' lengths (code points) differ by more than 10 % of the
    // shorter: won by the longer.
    std::optional<double> longerWinsRate;
    // The win rate that the judge gives its own family (itself, without one) against others, minus
    // what other judges or people give on the same battles (the mean of all that say something).
    std::optional<double> selfPreference;
};

// Every judge with a game in these rows, by name. A judge's games on a battle are merged by
// `merge`.
[[nodiscard]] std::vector<JudgeQuality> judgeQuality(const BattleTable& table,
                                                     std::span<const std::uint32_t> rows,
                                                     Merge merge = Merge::Mean);

} // namespace agon::rating
