// The room rating: Bradley–Terry, Elo, intervals, win rates, agreement (method.md §5, §6, §9).
// Everything here is pure functions over arrays; any thread.
#pragma once

#include "core/battles/policy.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace agon::rating {

// Battles as a rater sees them: one entry a battle (or a game under Merge::Separate), in the order
// of the data. Self-battles and invalid ones are not here, only counted.
struct Comparisons {
    std::vector<std::string> models;    // names; entries below index them
    std::vector<std::uint16_t> a;
    std::vector<std::uint16_t> b;
    std::vector<float> pointsA;         // A's share in [0, 1]: 1, ½, 0, or a soft preference
    std::vector<float> weight;          // empty: all 1
    std::vector<std::uint32_t> cluster; // dense index of the instruction; empty: none known
    std::uint32_t clusters = 0;
    std::int64_t invalid = 0;
    std::int64_t selfBattles = 0;
    std::int64_t bad = 0; // both bad: rated as ties

    [[nodiscard]] std::size_t size() const { return a.size(); }
};

} // namespace agon::rating
