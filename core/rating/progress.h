// How a family of checkpoints gets better over iterations and stages (method.md §5, §9 chart 4).
#pragma once

#include "core/rating/rating_report.h"

#include <optional>
#include <string>
#include <vector>

namespace agon::rating {

// A stage of the family: SFT of iteration 1, say.
struct ProgressStage {
    std::string model;
    int iteration = 0;
    StageKind stage = StageKind::None;
};

// What one judge makes of every stage; one entry a stage, none where it has no rating.
struct ProgressSeries {
    struct Point {
        std::optional<double> rating;
        std::optional<double> lower;
        std::optional<double> upper;
    };
    std::string judge;
    bool heldOut = false; // it selects no training data
    std::vector<Point> points;
};

struct StageProgress {
    std::vector<ProgressStage> stages; // by iteration, then SFT, DPO, PPO
    std::vector<ProgressSeries> series;
};

// Models that checkpoints descend from, those with the most checkpoints first.
[[nodiscard]] std::vector<std::string> families(const std::vector<Model>& models);

// The checkpoints that descend from `base`, on the curves of a report grouped by judge: all
// iterations in one joint fit a judge, at one anchor. Judges in the loop come first. Pure.
[[nodiscard]] StageProgress progressOf(const std::vector<Model>& models, std::string_view base,
                                       const RatingReport& byJudge);

} // namespace agon::rating
