// Which judge, which merge rule, overrides on or off: what turns games and votes into verdicts.
#pragma once

#include "core/battles/battle_table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace agon {

struct Policy {
    std::vector<std::uint16_t> judges; // indices into BattleTable::models; empty: every judge
    Merge merge = Merge::Mean;
    Jury jury = Jury::Majority;
    Overrides overrides = Overrides::On;

    bool operator==(const Policy&) const = default;
};

namespace derived {
inline constexpr std::uint8_t byHuman = 1;   // the verdict is people's
inline constexpr std::uint8_t flip = 2;      // a judge's two games name different winners
inline constexpr std::uint8_t conflict = 4;  // human against judge
inline constexpr std::uint8_t reviewed = 8;  // a person has voted
inline constexpr std::uint8_t disagree = 16; // judges name different winners
inline constexpr std::uint8_t divided = 32;  // annotators disagree among themselves
} // namespace derived

// What every battle comes to under a policy; same rows as the table. Immutable once built.
struct Verdicts {
    std::vector<Verdict> verdict;      // what counts
    std::vector<Verdict> judgeVerdict; // what the judges say, overrides aside
    std::vector<std::uint8_t> bits;    // bits of namespace derived
    std::vector<float> pointsA;        // A's share in [0, 1]; NaN: invalid or none
    std::vector<float> gap;            // NaN: none
};

// One row. `votes` may be empty.
struct RowVerdict {
    Verdict verdict = Verdict::None;
    Verdict judgeVerdict = Verdict::None;
    std::uint8_t bits = 0;
    float pointsA = 0;
    float gap = 0;
    float scoreA = 0; // mean scores, NaN: none
    float scoreB = 0;
};
[[nodiscard]] RowVerdict deriveRow(const BattleTable& table, std::uint32_t row,
                                   const Policy& policy);

// All rows; about 20 ns a battle. Pure; any thread.
[[nodiscard]] Verdicts deriveVerdicts(const BattleTable& table, const Policy& policy);

// A copy with these rows derived again.
[[nodiscard]] Verdicts rederive(const Verdicts& before, const BattleTable& table,
                                const Policy& policy, std::span<const std::uint32_t> rows);

} // namespace agon
