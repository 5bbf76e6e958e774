// A run by batches: handed over, waited for as long as it takes, taken in. Each step begins from
// the workspace alone, so that Agon can be closed for days in between.
//
// Crash-safe: intents and the batch's row are committed before anything leaves; a batch that was
// created and not written down is found again by its metadata; results are taken in once, however
// often they are fetched.
#pragma once

#include "core/arena/batch_half.h"
#include "core/arena/cast.h"
#include "core/arena/run_spec.h"
#include "core/base/result.h"
#include "core/domain/run.h"
#include "core/jobs/progress.h"
#include "core/llm/batch_service.h"
#include "core/store/workspace.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace agon {

struct BatchParts {
    std::shared_ptr<Workspace> workspace;
    std::shared_ptr<BatchService> service; // null where only files are written and read
    std::shared_ptr<const Cast> cast;
    BatchHalves halves; // what is newly asked for
    BatchLimits limits;
};

// One that is out.
struct BatchOut {
    Batch batch; // its state is the provider's; "written": a file whose results were not read yet
    std::string model;
    std::int64_t completed = 0; // as the provider counts
    std::int64_t failed = 0;
};

struct BatchProgress {
    RunId run;
    RunState state = RunState::Waiting;
    RunTally tally;
    CallSums sums; // of the run; what is out counts as begun
    std::vector<BatchOut> out;
    std::int64_t requests = 0;                // newly handed over in this step
    std::vector<std::filesystem::path> files; // newly written in this step
    std::vector<std::string> notes;           // what went wrong, for a person
    std::string message;                      // why the run is in its state, for a person

    [[nodiscard]] bool done() const { return state == RunState::Done; }
};

// These block (advanceBatches for as long as transfers take): not for the GUI thread. One at a time
// for a run, and not while performRun runs it. `run`: one of this workspace with this
// specification; without one a new run is begun. Errors of all: InvalidInput, Cancelled (the next
// step goes on), of the workspace and of BatchService.

// One step: looks after what is out, takes in what has ended, and when nothing is out any more
// hands over what can be asked then. The run is Waiting until it is Done; Stopped at its limit of
// money, or when only one half was asked for and is there; Failed when all requests of a batch
// were refused, which calling again asks again.
[[nodiscard]] Result<BatchProgress> advanceBatches(const BatchParts& parts, const RunSpec& spec,
                                                   std::optional<RunId> run,
                                                   const std::stop_token& stop,
                                                   const ProgressSink& progress);

// Writes what can be asked now and is not out to files for `vllm run-batch`, one a model and half:
// run-12-batch-7-answers-NAME.jsonl. Errors: also of the folder.
[[nodiscard]] Result<BatchProgress> writeBatchFiles(const BatchParts& parts, const RunSpec& spec,
                                                    std::optional<RunId> run,
                                                    const std::filesystem::path& folder,
                                                    const std::stop_token& stop,
                                                    const ProgressSink& progress);

// Takes in a file of results of any of the run's batches, whole or in part; a batch is over when
// each of its requests has a result. Errors: also of the file.
[[nodiscard]] Result<BatchProgress> readBatchResults(const BatchParts& parts, const RunSpec& spec,
                                                     RunId run, const std::filesystem::path& file,
                                                     const std::stop_token& stop,
                                                     const ProgressSink& progress);

// Cancels what is out: at the provider (what was answered by then comes in with later steps), and
// files whose results were not read, which are forgotten.
[[nodiscard]] Result<BatchProgress> cancelBatches(const BatchParts& parts, const RunSpec& spec,
                                                  RunId run, const std::stop_token& stop,
                                                  const ProgressSink& progress);

} // namespace agon
