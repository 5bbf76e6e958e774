// How far a leaderboard agrees with a reference (method.md §6; the paper's Table 3).
#pragma once

#include "core/base/result.h"

#include <span>
#include <string>

namespace agon::rating {

struct LeaderboardEntry {
    std::string model;
    double rating = 0;
    double lower = 0; // of the 95 % interval
    double upper = 0;
};

// Shares in percent. Two models are separated when their intervals do not overlap (strictly).
struct LeaderboardAgreement {
    int models = 0;             // that both leaderboards have
    int pairs = 0;              // of them
    int separated = 0;          // pairs that the reference separates
    double spearman = 0;        // rank correlation of the ratings
    double humanAgreement = 0;  // over the reference's pairs: the mean of +1 same order, -1 other
                                // order, 0 not separated by ours
    double differentiation = 0; // share of all pairs that ours separates
    double average = 0;         // of the three
    std::vector<std::string> unmatched; // models that only one of them has
};

// Errors: InvalidInput: a name twice, a rating that is not finite, a bound that is no number or on
// the wrong side of its rating, fewer than two models in common, ratings all alike, no pair that
// the reference separates.
[[nodiscard]] Result<LeaderboardAgreement>
compareLeaderboards(std::span<const LeaderboardEntry> ours,
                    std::span<const LeaderboardEntry> reference);

} // namespace agon::rating
