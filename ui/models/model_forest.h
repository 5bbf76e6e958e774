// The room models: the registry of fighters and judges, and one model's details.
// This file: which group a model stands in, and who was trained from whom, as a value.
#pragma once

#include "core/domain/model.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace agon::ui {

// A model stands in the first group that fits.
enum class ModelGroup : std::uint8_t {
    Target,    // bases, checkpoints, and what they were trained from
    Judges,    //
    Simulated, //
    Rivals,    // the rest
};

struct ForestNode {
    std::size_t model = 0; // index into the models given
    ModelGroup group = ModelGroup::Rivals;
    std::optional<std::size_t> parent; // index of a node; none: right below its group
    std::vector<std::size_t> children; // indices of nodes
    int row = 0;                       // among its siblings
    int depth = 0;                     // 0 right below the group

    bool operator==(const ForestNode&) const = default;
};

struct ForestGroup {
    ModelGroup group = ModelGroup::Rivals;
    std::vector<std::size_t> roots; // indices of nodes
    int models = 0;                 // all of them, not only the roots

    bool operator==(const ForestGroup&) const = default;
};

struct Forest {
    std::vector<ForestNode> nodes;
    std::vector<ForestGroup> groups; // in their order; empty ones are absent
};

using ModelBefore = std::function<bool(const Model&, const Model&)>;
using ModelKept = std::function<bool(const Model&)>;

[[nodiscard]] std::vector<ModelGroup> groupsOf(std::span<const Model> models);

// Siblings in the order of `before`, which must be a strict weak order. Of models that are not
// `kept`, only those stay that lead to one that is. Parents that go in a circle, which a foreign
// file may hold, are cut at the model that comes first. A parent in another group does not count.
[[nodiscard]] Forest arrange(std::span<const Model> models, const ModelBefore& before,
                             const ModelKept& kept);

// The checkpoint of the last iteration and stage.
[[nodiscard]] std::optional<ModelId> newestCheckpoint(std::span<const Model> models);

// Models that `child` may name as its parent: not itself, and none that descends from it.
[[nodiscard]] std::vector<ModelId> possibleParents(std::span<const Model> models, ModelId child);

} // namespace agon::ui
