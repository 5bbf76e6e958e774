// Win rates against one model, as AlpacaEval reports them.
#pragma once

#include "core/battles/policy.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace agon::rating {

struct WinRate {
    std::string model;
    std::int64_t wins = 0; // a soft preference counts for the side it leans to
    std::int64_t losses = 0;
    std::int64_t ties = 0; // both bad included
    std::int64_t invalid = 0;
    std::int64_t total = 0; // wins + losses + ties
    double winRate = 0;     // percent: mean points, soft preferences as they are; NaN if total is 0
    double standardError = 0; // percent: 100·sd(n-1)/√n; NaN for fewer than two
};

// Every model that met `against`, best first. Battles without a verdict do not count at all.
// Errors: NotFound if no row has `against` in it, InvalidInput if it met only itself.
[[nodiscard]] Result<std::vector<WinRate>> winRates(const BattleTable& table,
                                                    const Verdicts& verdicts,
                                                    std::span<const std::uint32_t> rows,
                                                    std::string_view against);

} // namespace agon::rating
