// A leaderboard from a file: CSV with a header, or a JSON array of objects, with the columns model
// (or name), rating (or elo, score), lower and upper.
#pragma once

#include "core/rating/leaderboard_agreement.h"

#include <filesystem>
#include <vector>

namespace agon::exchange {

// Errors: NotFound, Io, InvalidInput with the line.
[[nodiscard]] Result<std::vector<rating::LeaderboardEntry>>
readLeaderboard(const std::filesystem::path& path);

} // namespace agon::exchange
