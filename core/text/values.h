// Numbers and times as texts hold them. Pure and thread-safe.
#pragma once

#include "core/base/clock.h"

#include <optional>
#include <string_view>

namespace agon {

// Finite decimal numbers, spaces around them allowed.
[[nodiscard]] std::optional<double> numberIn(std::string_view text);

// ISO 8601 and RFC 3339: "2023-05-01T10:20:30.5Z", with a space for the T, with an offset, or a
// date alone. Without an offset it is UTC.
[[nodiscard]] std::optional<Timestamp> isoTimeIn(std::string_view text);

} // namespace agon
