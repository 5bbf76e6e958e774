// Online Elo as FastChat computes it: K = 4, scale 400, everybody starts at 1000, in the order of
// the data (lmsys FastChat, rating_systems.py, compute_elo).
#pragma once

#include "core/rating/comparisons.h"
#include "core/rating/pair_table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace agon::rating {

struct EloOptions {
    double k = 4;
    double initial = 1000;
    Ties ties = Ties::Half;
};

// Ratings by model. An entry's weight scales its step. About 10 ns an entry.
[[nodiscard]] std::vector<double> onlineElo(const Comparisons& comparisons,
                                            const EloOptions& options = {});

// The same with entry i played repeats[unitOf[i]] times, in its place in the order; an empty
// `unitOf` means that every entry is a unit.
[[nodiscard]] std::vector<double> onlineElo(const Comparisons& comparisons,
                                            const EloOptions& options,
                                            std::span<const std::uint32_t> repeats,
                                            std::span<const std::uint32_t> unitOf);

} // namespace agon::rating
