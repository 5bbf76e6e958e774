// What a run battles, in an order that depends on nothing but its specification and the set: which
// instructions, which pairs, and the ids of the battles before the first call.
#pragma once

#include "core/arena/run_spec.h"
#include "core/base/ids.h"
#include "core/store/run_reader.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace agon {

// Indices into RunSpec::fighters; A is `a`.
struct FighterPair {
    std::uint16_t a = 0;
    std::uint16_t b = 0;

    bool operator==(const FighterPair&) const = default;
};

// Every pair of the plan, in its order: by the first fighter, then the second.
[[nodiscard]] std::vector<FighterPair> pairsOf(const RunSpec& spec);

// Those of the set that the run fights on, in the set's order. With a limit they are drawn by the
// seed, so that a larger limit keeps those of a smaller one. `categories`: ids; empty: all.
[[nodiscard]] std::vector<PlannedInstruction>
chooseInstructions(std::span<const PlannedInstruction> all,
                   std::span<const std::int64_t> categories, std::int64_t limit,
                   std::uint64_t seed);

// One instruction and the pairs that fight on it, turn by turn.
struct UnitPlan {
    InstructionId instruction;
    std::int64_t category = 0;
    int turns = 1;
    std::int64_t firstBattle = 0; // id of turn 1, first pair; pairs follow, then the next turn
    std::shared_ptr<const std::vector<FighterPair>> pairs;

    [[nodiscard]] std::int64_t battles() const {
        return turns * static_cast<std::int64_t>(pairs->size());
    }
};

// One round of a plan; ids count from `firstBattle` on.
struct RoundPlan {
    std::vector<UnitPlan> units;
    std::int64_t battles = 0;
};

// Every pair on every instruction.
[[nodiscard]] RoundPlan fullRound(std::span<const PlannedInstruction> chosen,
                                  std::vector<FighterPair> pairs, std::int64_t firstBattle = 0);

// Of each pair, in the order of `pairs`, so many instructions: those after the `before[i]` that
// earlier rounds took, in an order of its own drawn by the seed. A pair has no more than there are.
[[nodiscard]] RoundPlan sampledRound(std::span<const PlannedInstruction> chosen,
                                     std::span<const FighterPair> pairs,
                                     std::span<const std::int64_t> before,
                                     std::span<const std::int64_t> counts, std::uint64_t seed,
                                     std::int64_t firstBattle = 0);

} // namespace agon
