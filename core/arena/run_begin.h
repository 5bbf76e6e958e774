// How every way of running a run begins.
#pragma once

#include "core/arena/run_spec.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/run.h"
#include "core/store/workspace.h"

#include <optional>
#include <string>

namespace agon {

// Writes down a new run, or that an earlier one goes on: then its calls that nobody waits for any
// more are lost, but for those of batches. Errors: NotFound, of the workspace.
[[nodiscard]] Result<RunId> beginRun(Workspace& workspace, const RunSpec& spec,
                                     const std::string& title, std::optional<RunId> resume,
                                     RunState state);

} // namespace agon
