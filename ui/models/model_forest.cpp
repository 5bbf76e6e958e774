#include "ui/models/model_forest.h"

#include <algorithm>
#include <unordered_map>

namespace agon::ui {

namespace {

using Parents = std::vector<std::optional<std::size_t>>; // by index of the model

Parents parentsOf(std::span<const Model> models) {
    std::unordered_map<std::int64_t, std::size_t> byId;
    for (std::size_t i = 0; i < models.size(); ++i)
        byId.emplace(models[i].id.value, i);
    Parents out(models.size());
    for (std::size_t i = 0; i < models.size(); ++i)
        if (const auto it = byId.find(models[i].parent.value); it != byId.end() && it->second != i)
            out[i] = it->second;
    return out;
}

// Takes the parent from one model of every circle: the one that comes first.
void cutCircles(Parents& parents) {
    std::vector<std::size_t> walk(parents.size(), 0); // the walk that came by; 0: none yet
    for (std::size_t start = 0; start < parents.size(); ++start) {
        std::optional<std::size_t> at = start;
        while (at && walk[*at] == 0) {
            walk[*at] = start + 1;
            at = parents[*at];
        }
        if (!at || walk[*at] != start + 1)
            continue;
        std::size_t first = *at;
        for (std::size_t i = *parents[*at]; i != *at; i = *parents[i])
            first = std::min(first, i);
        parents[first].reset();
    }
}

// Bases, targets and checkpoints; what they were trained from; and what was trained from them,
// unless it is there for something else.
std::vector<bool> lineage(std::span<const Model> models, const Parents& parents) {
    std::vector<bool> in(models.size(), false);
    const auto isSeed = [](const Model& model) {
        return model.roles.has(Role::Target) || model.roles.has(Role::Base) ||
               model.stage != StageKind::None;
    };
    for (std::size_t i = 0; i < models.size(); ++i)
        if (isSeed(models[i]))
            for (std::optional<std::size_t> at = i; at && !in[*at]; at = parents[*at])
                in[*at] = true;
    for (std::size_t i = 0; i < models.size(); ++i) {
        std::vector<std::size_t> path;
        std::optional<std::size_t> at = i;
        const auto mayDescend = [&](std::size_t index) {
            const Roles roles = models[index].roles;
            return !roles.has(Role::Rival) && !roles.has(Role::Judge);
        };
        while (at && !in[*at] && mayDescend(*at)) {
            path.push_back(*at);
            at = parents[*at];
        }
        if (at && in[*at])
            for (const std::size_t index : path)
                in[index] = true;
    }
    return in;
}

std::vector<ModelGroup> groupsOf(std::span<const Model> models, const Parents& parents) {
    const std::vector<bool> target = lineage(models, parents);
    std::vector<ModelGroup> out(models.size(), ModelGroup::Rivals);
    for (std::size_t i = 0; i < models.size(); ++i)
        if (target[i])
            out[i] = ModelGroup::Target;
        else if (models[i].roles.has(Role::Judge))
            out[i] = ModelGroup::Judges;
        else if (models[i].kind == ModelKind::Simulated)
            out[i] = ModelGroup::Simulated;
    return out;
}

// Depth and rows, from the roots down; the forest has no circles.
void number(Forest& forest, const std::vector<std::size_t>& siblings, int depth) {
    std::vector<std::pair<std::size_t, int>> open; // a stack, since a chain may be long
    const auto enter = [&](const std::vector<std::size_t>& row, int at) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            forest.nodes[row[i]].row = static_cast<int>(i);
            open.emplace_back(row[i], at);
        }
    };
    enter(siblings, depth);
    while (!open.empty()) {
        const auto [node, at] = open.back();
        open.pop_back();
        forest.nodes[node].depth = at;
        enter(forest.nodes[node].children, at + 1);
    }
}

} // namespace

std::vector<ModelGroup> groupsOf(std::span<const Model> models) {
    Parents parents = parentsOf(models);
    cutCircles(parents);
    return groupsOf(models, parents);
}

Forest arrange(std::span<const Model> models, const ModelBefore& before, const ModelKept& kept) {
    Parents parents = parentsOf(models);
    cutCircles(parents);
    const std::vector<ModelGroup> groups = groupsOf(models, parents);
    for (std::size_t i = 0; i < models.size(); ++i)
        if (parents[i] && groups[*parents[i]] != groups[i])
            parents[i].reset();

    std::vector<bool> shown(models.size(), false);
    for (std::size_t i = 0; i < models.size(); ++i)
        if (kept(models[i]))
            for (std::optional<std::size_t> at = i; at && !shown[*at]; at = parents[*at])
                shown[*at] = true;

    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < models.size(); ++i)
        if (shown[i])
            order.push_back(i);
    std::ranges::stable_sort(
        order, [&](std::size_t a, std::size_t b) { return before(models[a], models[b]); });

    Forest forest;
    std::vector<std::size_t> nodeOf(models.size(), 0);
    for (const std::size_t model : order) {
        nodeOf[model] = forest.nodes.size();
        forest.nodes.push_back({model, groups[model], {}, {}, 0, 0});
    }
    std::vector<ForestGroup> all;
    for (const ModelGroup group :
         {ModelGroup::Target, ModelGroup::Judges, ModelGroup::Simulated, ModelGroup::Rivals})
        all.push_back({group, {}, 0});
    for (std::size_t i = 0; i < forest.nodes.size(); ++i) {
        ForestNode& node = forest.nodes[i];
        ForestGroup& group = all[static_cast<std::size_t>(node.group)];
        ++group.models;
        if (parents[node.model]) {
            node.parent = nodeOf[*parents[node.model]];
            forest.nodes[*node.parent].children.push_back(i);
        } else {
            group.roots.push_back(i);
        }
    }
    for (ForestGroup& group : all) {
        number(forest, group.roots, 0);
        if (group.models > 0)
            forest.groups.push_back(std::move(group));
    }
    return forest;
}

std::optional<ModelId> newestCheckpoint(std::span<const Model> models) {
    const Model* newest = nullptr;
    for (const Model& model : models)
        if (model.iteration >= 0 && model.stage != StageKind::None &&
            model.stage != StageKind::RewardModel &&
            (!newest ||
             std::pair(model.iteration, model.stage) > std::pair(newest->iteration, newest->stage)))
            newest = &model;
    return newest ? std::optional(newest->id) : std::nullopt;
}

std::vector<ModelId> possibleParents(std::span<const Model> models, ModelId child) {
    const Parents parents = parentsOf(models);
    std::vector<ModelId> out;
    for (std::size_t i = 0; i < models.size(); ++i) {
        // At most as many steps as there are models: the file may hold a circle.
        std::optional<std::size_t> at = i;
        std::size_t steps = 0;
        while (at && models[*at].id != child && steps++ < models.size())
            at = parents[*at];
        if (!at || models[*at].id != child)
            out.push_back(models[i].id);
    }
    return out;
}

} // namespace agon::ui
