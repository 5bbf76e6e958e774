// Ratings of a table of battles: the one call behind `agonctl rate` and the Ratings panel.
#pragma once

#include "core/rating/rating_report.h"

#include <span>
#include <stop_token>

namespace agon::rating {

// Rates these rows under a policy. Thread-safe; may take seconds, so it reports and can be stopped.
// Jury::Each is the same as groupBy Judge. A group without the anchor is centred and noted.
// Errors: InvalidInput (nothing left to rate, each cause with its message; a prior or rounds out of
// range; intervals not offered), NotFound (anchor), Cancelled, Internal.
[[nodiscard]] Result<RatingReport> rate(const BattleTable& table, const Policy& policy,
                                        std::span<const std::uint32_t> rows,
                                        const RatingRequest& request, std::stop_token stop = {},
                                        const ProgressSink& progress = {});

// The same for verdicts that were already derived under `policy`, which saves deriving them.
[[nodiscard]] Result<RatingReport> rate(const BattleTable& table, const Verdicts& verdicts,
                                        const Policy& policy, std::span<const std::uint32_t> rows,
                                        const RatingRequest& request, std::stop_token stop = {},
                                        const ProgressSink& progress = {});

// One group.
struct GroupRating {
    RatedGroup group;
    Unit unit = Unit::Instruction; // what was really resampled
};
[[nodiscard]] Result<GroupRating> rateComparisons(const Comparisons& comparisons,
                                                  const RatingRequest& request,
                                                  std::stop_token stop = {},
                                                  const ProgressSink& progress = {});

// Refuses what cannot be computed.
[[nodiscard]] Result<void> checkRequest(const RatingRequest& request);

} // namespace agon::rating
