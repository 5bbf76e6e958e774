// What several judges of one battle come to together: plain values, no widgets.
#pragma once

#include "ui/battles/judge_rationale.h"

#include <optional>

namespace agon::ui {

struct JuryRationale {
    std::vector<JudgeRationale> judges; // those whose verdicts count
    Jury rule = Jury::Majority;
    Merged merged;
};

// None where there is nothing to fold: fewer than two judges that count. `counting` empty: all do.
[[nodiscard]] std::optional<JuryRationale> juryOf(const std::vector<JudgeRationale>& judges,
                                                  Jury rule, const std::vector<ModelId>& counting);

// How the fold was made: "By majority: 2 of 3 judges prefer A."
[[nodiscard]] QString jurySentence(const JuryRationale& jury);

} // namespace agon::ui
