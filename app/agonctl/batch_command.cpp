// run --batch, --batch-write, --batch-read, --batch-cancel: one step each.
#include "app/agonctl/arena_access.h"
#include "app/agonctl/run_report.h"
#include "app/agonctl/run_words.h"
#include "core/arena/batch_run.h"

namespace agon::ctl {
namespace {

Result<BatchProgress> step(const RunWords& words, const BatchParts& parts, const Wanted& wanted,
                           const Context& context) {
    if (!words.batchFolder.empty())
        return writeBatchFiles(parts, wanted.spec, wanted.resume, words.batchFolder, context.stop,
                               context.progress);
    if (words.batch)
        return advanceBatches(parts, wanted.spec, wanted.resume, context.stop, context.progress);
    if (!wanted.resume)
        return fail(ErrorCode::InvalidInput, "say which run with --resume RUN");
    if (!words.batchFile.empty())
        return readBatchResults(parts, wanted.spec, *wanted.resume, words.batchFile, context.stop,
                                context.progress);
    return cancelBatches(parts, wanted.spec, *wanted.resume, context.stop, context.progress);
}

} // namespace

Result<Exit> runByBatches(const RunWords& words, const Context& context) {
    BatchParts parts;
    parts.workspace = TRY(openToWrite(words.workspace));
    const Wanted wanted = TRY(wantedRun(words, *parts.workspace));
    const ArenaServices services = TRY(openServices(*parts.workspace));
    parts.cast = TRY(makeCast(wanted.spec, services.resources, *parts.workspace));
    if (words.batch || words.batchCancel) {
        TRY(permit(services, permissionsFor(parts.cast->endpoints()), words.allow));
        parts.service = services.batches;
    }
    const BatchProgress progress = TRY(step(words, parts, wanted, context));
    printBatches(progress, context);
    if (progress.state == RunState::Failed)
        return Exit::Failed;
    const RunTally& tally = progress.tally;
    return tally.invalid + tally.answers.failed + tally.games.failed > 0 ? Exit::WithRejects
                                                                         : Exit::Done;
}

} // namespace agon::ctl
