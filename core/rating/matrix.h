// Who beats whom: the win-rate matrix (method.md §5, §9).
#pragma once

#include "core/rating/comparisons.h"

#include <cstdint>
#include <string>
#include <vector>

namespace agon::rating {

// Rows and columns are the same models, strongest first (by Bradley–Terry, as `rate` orders them).
struct WinMatrix {
    std::vector<std::string> models;
    std::vector<std::vector<std::int64_t>> wins; // of the row over the column, ties left out
    std::vector<std::vector<double>> winRate; // percent: wins/(wins + losses); NaN: never decided
};

// Errors: InvalidInput if there is no battle.
[[nodiscard]] Result<WinMatrix> winMatrix(const Comparisons& comparisons);

} // namespace agon::rating
