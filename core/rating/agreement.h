// How far two sources of verdicts agree on the same battles.
#pragma once

#include "core/rating/verdict_source.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace agon::rating {

struct Agreement {
    // Rows are the first source, columns the second; a, b, tie (both bad included).
    std::array<std::array<std::int64_t, 3>, 3> confusion{};
    std::int64_t battles = 0;                   // on which both say something valid
    std::optional<double> agreement;            // percent that say the same
    std::optional<double> agreementWithoutTies; // percent, where neither says tie
    std::optional<double> kappa; // Cohen (1960); none where chance alone agrees always
};

// Spans of one verdict a battle. Invalid and None are left out.
[[nodiscard]] Agreement agreementOf(std::span<const Verdict> first,
                                    std::span<const Verdict> second);

// Two sources on these rows of the table. Errors: InvalidInput if they share no battle.
[[nodiscard]] Result<Agreement> agreementBetween(const BattleTable& table, VerdictSource first,
                                                 VerdictSource second,
                                                 std::span<const std::uint32_t> rows,
                                                 Merge merge = Merge::Mean);

} // namespace agon::rating
