// Goes through everything of a run as far as it is planned, a few instructions at a time: for what
// is not asked one by one.
#pragma once

#include "core/arena/cast.h"
#include "core/arena/run_spec.h"
#include "core/arena/unit.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/store/workspace.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace agon {

// What a run's functions work on; lives longer than what is given it.
struct RunScene {
    Workspace& workspace;
    const RunSpec& spec;
    std::shared_ptr<const Cast> cast;
    RunId run;
    std::stop_token stop;
    ProgressSink progress;
};

struct UnitVisit {
    // In a write transaction, for each unit in the plan's order, with its battles opened. What it
    // does not settle stays outstanding.
    std::function<Result<void>(Unit&, Appender&)> unit;
    // After each transaction; may be empty.
    std::function<Result<void>()> between;
};

struct UnitsSeen {
    RunTally tally;       // of the rounds that were gone through
    bool settled = false; // everything of every round is: the run has no more
};

// Begins the next round of a sampled plan only when all of those before it is settled. Progress in
// battles. Errors: of the workspace, of Rounds::choose and Unit::load, Cancelled.
[[nodiscard]] Result<UnitsSeen> visitUnits(const RunScene& scene, const std::string& step,
                                           const UnitVisit& visit);

} // namespace agon
