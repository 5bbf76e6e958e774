#include "core/rating/progress.h"

#include <algorithm>
#include <map>

namespace agon::rating {
namespace {

const Model* find(const std::vector<Model>& models, ModelId id) {
    const auto it = std::ranges::lower_bound(models, id, {}, &Model::id);
    return it != models.end() && it->id == id ? &*it : nullptr;
}

// The first model of the line of parents. A circle, which only a damaged file has, ends it too.
const Model& rootOf(const std::vector<Model>& models, const Model& model) {
    const Model* at = &model;
    for (std::size_t steps = 0; steps < models.size(); ++steps) {
        const Model* up = find(models, at->parent);
        if (up == nullptr)
            break;
        at = up;
    }
    return *at;
}

bool isCheckpoint(const Model& model) {
    return model.iteration >= 0 && model.stage != StageKind::None;
}

} // namespace

std::vector<std::string> families(const std::vector<Model>& models) {
    std::map<std::string, std::size_t> checkpoints;
    for (const Model& model : models)
        if (isCheckpoint(model))
            ++checkpoints[rootOf(models, model).name];
    std::vector<std::string> out;
    out.reserve(checkpoints.size());
    for (const auto& [name, count] : checkpoints)
        out.push_back(name);
    std::ranges::stable_sort(out, std::greater{},
                             [&](const std::string& name) { return checkpoints[name]; });
    return out;
}

StageProgress progressOf(const std::vector<Model>& models, std::string_view base,
                         const RatingReport& byJudge) {
    StageProgress out;
    for (const Model& model : models)
        if (isCheckpoint(model) && rootOf(models, model).name == base)
            out.stages.push_back({model.name, model.iteration, model.stage});
    std::ranges::stable_sort(out.stages, {}, [](const ProgressStage& stage) {
        return std::pair{stage.iteration, static_cast<int>(stage.stage)};
    });

    for (const RatedGroup& group : byJudge.groups) {
        ProgressSeries series;
        series.judge = group.name;
        const auto judge = std::ranges::find(models, group.name, &Model::name);
        series.heldOut = judge != models.end() && judge->roles.has(Role::HeldOut);
        bool any = false;
        for (const ProgressStage& stage : out.stages) {
            const auto rated = std::ranges::find(group.models, stage.model, &RatedModel::name);
            ProgressSeries::Point point;
            if (rated != group.models.end())
                point = {rated->rating, rated->lower, rated->upper};
            any = any || point.rating.has_value();
            series.points.push_back(point);
        }
        if (any)
            out.series.push_back(std::move(series));
    }
    std::ranges::stable_sort(out.series, {}, &ProgressSeries::heldOut);
    return out;
}

} // namespace agon::rating
