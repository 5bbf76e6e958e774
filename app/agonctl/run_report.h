// What agonctl says of runs: before, and what they came to.
#pragma once

#include "app/agonctl/command.h"
#include "app/agonctl/output.h"
#include "core/arena/batch_run.h"
#include "core/arena/estimate.h"
#include "core/arena/run_control.h"

#include <optional>
#include <string>

namespace agon::ctl {

[[nodiscard]] std::string dollars(std::optional<double> value);
void printEstimate(const RunEstimate& estimate, const Context& context);
void printStatus(const RunStatus& status, const Context& context);
void printBatches(const BatchProgress& progress, const Context& context);

} // namespace agon::ctl
