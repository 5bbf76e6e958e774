// Names of kinds, roles, groups and stages, and how a model's name is shown. Translated.
#pragma once

#include "core/domain/model.h"
#include "ui/models/model_fields.h"
#include "ui/models/model_forest.h"
#include "ui/theme/icon.h"

#include <QString>

namespace agon::ui {

[[nodiscard]] QString kindWord(ModelKind kind);  // "endpoint"
[[nodiscard]] QString kindTitle(ModelKind kind); // "Endpoint"
[[nodiscard]] Icon kindIcon(ModelKind kind);
[[nodiscard]] QString roleTitle(Role role);       // "Held out"
[[nodiscard]] QString rolesWord(Roles roles);     // "judge, held out"
[[nodiscard]] QString stageWord(StageKind stage); // "SFT"; empty for none
[[nodiscard]] QString groupTitle(ModelGroup group);
// What is to be said of the models of a group: "both may also fight".
[[nodiscard]] QString groupNote(const Forest& forest, const ForestGroup& group,
                                std::span<const Model> models);

// One line; what cannot be seen, or would reorder what is read, is shown as an escape.
[[nodiscard]] QString shownName(const std::string& name);
// "0.59, 0.79", dollars per million tokens in and out; empty where neither is known.
[[nodiscard]] QString priceWord(const Model& model);
[[nodiscard]] QString formatPrice(double dollars); // 0.59, 10.00, 0.075
// Of a field of numbers: "max tokens" within it; "Most tokens of an answer" for a reader.
[[nodiscard]] QString numberCaption(ModelField field);
[[nodiscard]] QString numberTitle(ModelField field);
// "SFT of iteration 1"; empty for what is not a checkpoint.
[[nodiscard]] QString checkpointWord(const Model& model);

} // namespace agon::ui
