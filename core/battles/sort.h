// Orders of a battle list: the sort keys of agonctl.md.
#pragma once

#include "core/battles/policy.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

enum class SortKey {
    Id,
    Gap,
    Information,
    ModelA,
    ModelB,
    Instruction, // battles of one instruction together
    Set,
    Category,
    Turn,
    Iteration, // then stage
    Verdict,   // what counts: A, tie, B, both bad, invalid, none
    Flip,      // flips first
    Length,    // both answers together
    LengthA,
    LengthB,
    Changed,
    Random
};

struct Sort {
    SortKey key = SortKey::Id;
    bool descending = false;
    std::uint64_t seed = 0; // of Random
};

// "gap", "-gap" (descending), "random:42".
[[nodiscard]] Result<Sort> parseSort(std::string_view text);
// "id, gap, …": for a person.
[[nodiscard]] std::string sortKeyNames();

// Stable; ties by id. Information: battles that a human verdict would teach most about first.
void sortRows(std::vector<std::uint32_t>& rows, const BattleTable& table, const Verdicts& verdicts,
              const Sort& sort);

// How much a human verdict on this battle would teach, higher is more: judges disagree, positions
// flip, the gap is small, nobody has voted.
[[nodiscard]] double expectedInformation(const BattleTable& table, const Verdicts& verdicts,
                                         std::uint32_t row);

} // namespace agon
