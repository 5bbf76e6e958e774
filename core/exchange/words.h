// The small words of foreign files: times, and who won.
#pragma once

#include "core/base/clock.h"
#include "core/domain/verdict.h"

#include <optional>
#include <string_view>

namespace agon::exchange {

// What a word says about the winner, whatever its case: a, A, left, leftvote, model_a, model_1, 1 →
// A; the same for B; tie, draw, equal, 0, tievote → tie; bad, both_bad, bothbad_vote, "tie
// (bothbad)" → bad; invalid, error, null, nan, -1 → invalid; none and nothing at all → none.
// nullopt: unknown.
[[nodiscard]] std::optional<Verdict> winnerIn(std::string_view word);

// Seconds or milliseconds since 1970 (told apart by size), or ISO 8601 ("2023-05-01T10:20:30Z",
// with a space for the T, with an offset, or a date alone). Without an offset it is UTC.
[[nodiscard]] std::optional<Timestamp> timeIn(std::string_view text);
[[nodiscard]] Timestamp timeOf(double secondsOrMilliseconds);

} // namespace agon::exchange
