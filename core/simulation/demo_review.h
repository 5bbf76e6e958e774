// Private to core/simulation: what two people said about the demo's battles.
#pragma once

#include "core/base/result.h"
#include "core/simulation/scribe.h"
#include "core/store/appender.h"

#include <cstdint>
#include <span>

namespace agon::simulation {

// Votes and flags of two annotators on some of these battles: mostly right, some against the judge,
// some blind, one taken back, a few on which they differ. Returns the number of events of votes.
Result<std::int64_t> review(Appender& appender, std::span<const Fought> fought, std::uint64_t seed,
                            Timestamp from);

} // namespace agon::simulation
