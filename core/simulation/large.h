// A workspace as large as one wants, for measuring: real tables and columns, few different texts.
#pragma once

#include "core/base/result.h"
#include "core/jobs/progress.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>

namespace agon::simulation {

struct LargeSpec {
    std::int64_t battles = 1'000'000;
    int models = 129;        // at least 2
    int instructions = 2000; // battles must fit: at most instructions × pairs of models
    std::uint64_t seed = 1;
};

// Each battle has two games of one judge. About a minute per million battles. Progress in battles.
// Errors as makeDemo, and InvalidInput when the battles do not fit; after an error there is no
// file.
[[nodiscard]] Result<void> makeLarge(const std::filesystem::path& path, const LargeSpec& spec,
                                     std::stop_token stop, const ProgressSink& progress);

} // namespace agon::simulation
