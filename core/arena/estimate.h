// What a run would call and what it can cost, before the first call.
#pragma once

#include "core/arena/cast.h"
#include "core/arena/run_spec.h"
#include "core/arena/unit.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/store/workspace.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace agon {

// What one model would be asked, as a fighter and as a judge together.
struct ModelEstimate {
    ModelId model;
    std::string name;
    std::int64_t calls = 0;
    // At most: bytes / 3 in, the token limit out; of answers that are not there yet their limit.
    std::int64_t tokensIn = 0;
    std::int64_t tokensOut = 0;
    std::optional<double> ceiling; // dollars; not set without a price
    // Likely: from what was seen of this model, else of this set, else a common size.
    double likelyIn = 0;
    double likelyOut = 0;
    std::optional<double> likely; // dollars
    bool seen = false;            // the likely figures rest on calls of this model
};

struct RunEstimate {
    std::int64_t instructions = 0;
    std::int64_t battles = 0;    // with those that are there already
    std::int64_t newBattles = 0; // of them, those that would be added
    CallCounts answers;          // planned, cached; failed: recorded models without an answer
    CallCounts games;            // failed: games that such answers make impossible
    std::vector<ModelEstimate> models;
    std::vector<std::string> warnings; // for a person
    bool exact = true; // false: a sampled plan, of which only the number of battles is known

    [[nodiscard]] std::int64_t calls() const;
    // Over all models; nullopt when one that would be called has no price.
    [[nodiscard]] std::optional<double> ceiling() const;
    [[nodiscard]] std::optional<double> likely() const;
};

// Reads what the run would read and asks nobody; of a game that needs more than one call only the
// first counts. Blocks; progress in instructions. Errors: as instructionsFor, Cancelled.
[[nodiscard]] Result<RunEstimate> estimateRun(const RunSpec& spec, const Cast& cast,
                                              Workspace& workspace, const std::stop_token& stop,
                                              const ProgressSink& progress);

} // namespace agon
