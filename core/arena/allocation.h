// Where the next battles teach most.
#pragma once

#include "core/arena/plan.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace agon {

struct Knowledge {
    std::vector<double> theta;        // by fighter, natural units (rating / 173.7), any origin
    std::vector<std::int64_t> fought; // battles so far, by pair
};

// How many of `battles` each pair should fight: one after the other goes to the pair that lowers
// the sum of the variances of the Bradley–Terry strengths most, given the battles so far and those
// already handed out here (A-optimal design, greedily; Kiefer 1974. Information of a battle:
// p(1 − p)). `room`: battles that a pair has left. The sum is `battles`, or all the room there is.
// Deterministic; equal gains go to the earlier pair. O(battles · pairs · fighters).
[[nodiscard]] std::vector<std::int64_t> allocate(std::span<const FighterPair> pairs,
                                                 const Knowledge& known,
                                                 std::span<const std::int64_t> room,
                                                 std::int64_t battles);

} // namespace agon
