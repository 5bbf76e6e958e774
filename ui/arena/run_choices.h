// What a run can be made of, and what is said of one: plain values, no widgets.
#pragma once

#include "core/arena/estimate.h"
#include "core/arena/run_spec.h"
#include "core/domain/model.h"
#include "core/store/reader.h"

#include <QString>

#include <optional>
#include <vector>

namespace agon::ui {

struct RunChoices {
    std::vector<Model> models;
    std::vector<SetInfo> sets;     // those with instructions
    std::optional<RunSpec> latest; // of this workspace
};
[[nodiscard]] Result<RunChoices> readRunChoices(Reader& reader);

// Whether it can be asked: an endpoint or a local server. Others fight with what is recorded.
[[nodiscard]] bool isCalled(const Model& model);
[[nodiscard]] bool canFight(const Model& model);
[[nodiscard]] bool canJudge(const Model& model);

// As the latest run, as far as that is still possible; else what has a role, on the largest set.
[[nodiscard]] RunSpec proposedRun(const RunChoices& choices);

// "agonctl run study.agon --set Mix …", quoted for a POSIX shell.
[[nodiscard]] QString runCommandLine(const RunSpec& spec, const RunChoices& choices,
                                     const QString& workspace);

// What a run of this estimate costs at most: its limit, or its ceiling where that is lower.
[[nodiscard]] std::optional<double> mostItCosts(const RunEstimate& estimate, const RunSpec& spec);
// "Start 1,200 calls, at most $3.40"
[[nodiscard]] QString startWords(const RunEstimate& estimate, const RunSpec& spec);
// There is something to ask for, or battles to be added.
[[nodiscard]] bool isWorthStarting(const RunEstimate& estimate);

} // namespace agon::ui
