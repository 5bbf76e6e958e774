// The words of `agonctl run`, and the specification that they name.
#pragma once

#include "app/agonctl/command.h"
#include "core/arena/run_spec.h"
#include "core/domain/run.h"

#include <optional>
#include <string>
#include <vector>

namespace agon::ctl {

struct RunWords {
    std::string workspace, set, pairs = "round-robin", style, ownAnswers = "allow";
    std::vector<std::string> models, judges, categories, rules;
    std::optional<std::int64_t> limit, budget, resume;
    std::optional<int> concurrency;
    std::optional<double> maxCost;
    std::optional<std::uint64_t> seed;
    std::string batchFolder, batchFile;
    bool dryRun = false, retryInvalid = false, allow = false, batch = false, batchCancel = false;

    [[nodiscard]] bool byBatches() const {
        return batch || batchCancel || !batchFolder.empty() || !batchFile.empty();
    }
};

void addRunOptions(CLI::App& command, RunWords& words);

// What is to be run: of the words, or for --resume of the run, with its limits as the words say.
struct Wanted {
    RunSpec spec;
    std::optional<RunId> resume;
};
// Errors: InvalidInput, NotFound, with the word that is wrong.
[[nodiscard]] Result<Wanted> wantedRun(const RunWords& words, Workspace& workspace);

// One step of a run by batches (batch_command.cpp).
Result<Exit> runByBatches(const RunWords& words, const Context& context);

} // namespace agon::ctl
