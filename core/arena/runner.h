// Runs a run: asks for answers, then for verdicts, commits them in groups as they arrive.
//
// Crash-safe: an intent is committed before its call is sent, an answer before anything depends on
// it. What was begun and never ended is at most twice the calls at once (those in flight and one
// commit group that waits to be sent), and is listed as possibly billed when the run is resumed.
#pragma once

#include "core/arena/cast.h"
#include "core/arena/run_control.h"
#include "core/arena/run_spec.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/llm/chat_service.h"
#include "core/store/workspace.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace agon {

struct RunParts {
    std::shared_ptr<Workspace> workspace;
    std::shared_ptr<ChatService> service;
    std::shared_ptr<const Cast> cast;
    std::shared_ptr<RunControl> control;
    double patience = 5; // seconds that a stopped run waits for what is in flight
};

// What a run came to: the last status, with its state Done, Stopped or Failed.
//
// Blocks until then; not for the GUI thread. A stop (the token, the limit of money, a model that
// cannot be asked) is no error: nothing new is sent, what is in flight is waited for, the run can
// be resumed. `resume`: a run of this workspace with this specification. Progress in calls.
// Errors: of the workspace (then the run can be resumed later), InvalidInput.
[[nodiscard]] Result<RunStatus> performRun(const RunParts& parts, const RunSpec& spec,
                                           std::optional<RunId> resume, const std::stop_token& stop,
                                           const ProgressSink& progress);

} // namespace agon
