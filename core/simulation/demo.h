// The demo workspace: a whole flywheel of simulated fighters, so that every panel has something
// true to show on the first run. Everything in it is marked as simulated.
//
// One target family over three iterations (SFT-I0, then SFT, DPO, PPO each; method.md §8) with the
// saw-tooth of strengths that the paper reports, seven rivals, one judge that selects and a
// held-out one that only evaluates, each with biases of its own; multi-turn, code, tables, maths,
// several languages; unreadable replies, flips, suspicious and broken answers; votes of two people.
#pragma once

#include "core/base/result.h"
#include "core/jobs/progress.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>

namespace agon::simulation {

// The seed of the demo that people see: `agonctl demo` without --seed, and the start page.
inline constexpr std::uint64_t demoSeed = 7;

struct DemoSummary {
    std::int64_t models = 0; // fighters and judges
    std::int64_t instructions = 0;
    std::int64_t battles = 0;
    std::int64_t games = 0;
    std::int64_t overrides = 0;
};

// Makes the file. The same seed gives the same content, the workspace's own id aside; takes about
// two seconds. Progress in battles. Errors: Exists, NotFound (the folder), Io, DiskFull, Cancelled;
// after an error there is no file. Not for the GUI thread.
[[nodiscard]] Result<DemoSummary> makeDemo(const std::filesystem::path& path, std::uint64_t seed,
                                           std::stop_token stop, const ProgressSink& progress);

} // namespace agon::simulation
