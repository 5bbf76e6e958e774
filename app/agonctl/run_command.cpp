// run, runs.
#include "app/agonctl/arena_access.h"
#include "app/agonctl/command.h"
#include "app/agonctl/output.h"
#include "app/agonctl/run_report.h"
#include "app/agonctl/run_words.h"
#include "core/arena/runner.h"
#include "core/store/run_reader.h"

#include <fmt/format.h>

namespace agon::ctl {
namespace {

Result<Exit> dryRun(const RunWords& words, const Context& context) {
    const auto workspace = TRY(openToRead(words.workspace));
    const Wanted wanted = TRY(wantedRun(words, *workspace));
    const Resources resources{loadProviderProfiles(personFolder() / "providers"),
                              loadPromptStyles(personFolder() / "judge")};
    const auto cast = TRY(makeCast(wanted.spec, resources, *workspace));
    printEstimate(TRY(estimateRun(wanted.spec, *cast, *workspace, context.stop, context.progress)),
                  context);
    return Exit::Done;
}

Exit exitOf(const RunStatus& status, const Context& context) {
    if (status.state == RunState::Failed)
        return Exit::Failed;
    if (status.state == RunState::Stopped && context.stop.stop_requested())
        return Exit::Interrupted;
    const bool whole = status.state == RunState::Done && status.tally.invalid == 0 &&
                       status.tally.answers.failed == 0 && status.tally.games.failed == 0;
    return whole ? Exit::Done : Exit::WithRejects;
}

Result<Exit> fight(const RunWords& words, const Context& context) {
    RunParts parts;
    parts.workspace = TRY(openToWrite(words.workspace));
    const Wanted wanted = TRY(wantedRun(words, *parts.workspace));
    const ArenaServices services = TRY(openServices(*parts.workspace));
    for (const auto& problems :
         {services.resources.profiles.problems, services.resources.styles.problems})
        for (const std::string& problem : problems)
            printRemark("left out: " + safeText(problem));
    parts.cast = TRY(makeCast(wanted.spec, services.resources, *parts.workspace));
    TRY(permit(services, permissionsFor(parts.cast->endpoints()), words.allow));
    if (!context.quiet)
        for (const std::string& warning : ownAnswerWarnings(wanted.spec, *parts.cast))
            printRemark("note: " + safeText(warning));
    parts.service = services.service;
    parts.control = std::make_shared<RunControl>();
    const RunStatus status =
        TRY(performRun(parts, wanted.spec, wanted.resume, context.stop, context.progress));
    printStatus(status, context);
    return exitOf(status, context);
}

void addRuns(Commands& commands) {
    auto path = std::make_shared<std::string>();
    auto& command = commands.add(
        "runs", "List the runs and what they cost", [path](const Context& context) -> Result<Exit> {
            const auto workspace = TRY(openToRead(*path));
            Json list = Json::array();
            Table table({{"run", Align::Right},
                         {"what", Align::Left},
                         {"state", Align::Left},
                         {"begun", Align::Left},
                         {"calls", Align::Right},
                         {"maybe billed", Align::Right},
                         {"cost", Align::Right}});
            TRY(workspace->read<void>([&](Reader& reader) -> Result<void> {
                RunReader runs(reader);
                for (const RunInfo& run : TRY(runs.runs())) {
                    const CallSums sums = TRY(runs.sums(run.id));
                    const auto cost =
                        sums.costKnown ? std::optional(sums.cost) : std::optional<double>();
                    list.push_back({{"run", run.id.value},
                                    {"kind", run.kind},
                                    {"name", run.name},
                                    {"state", runStateName(run.state)},
                                    {"message", run.message},
                                    {"begun", toIso(run.at)},
                                    {"calls", sums.answered},
                                    {"possibly_billed", sums.possiblyBilled()},
                                    {"cost", number(cost)}});
                    table.row({std::to_string(run.id.value), oneLine(run.name, 60),
                               std::string(runStateName(run.state)), toIso(run.at),
                               grouped(sums.answered), grouped(sums.possiblyBilled()),
                               dollars(cost)});
                }
                return {};
            }));
            if (context.json)
                printJson(list);
            else if (table.empty())
                printLine("no runs yet; `agonctl run --help` says how to start one");
            else
                table.print();
            return Exit::Done;
        });
    command.add_option("W", *path, "The workspace file")->required();
}

} // namespace

void addRunCommands(Commands& commands) {
    auto words = std::make_shared<RunWords>();
    auto& command = commands.add(
        "run", "Ask models for answers and judges for verdicts", [words](const Context& context) {
            if (!words->resume &&
                (words->set.empty() || words->models.empty() || words->judges.empty())) {
                printRemark("agonctl: a run needs --set, --models and --judge, or --resume RUN");
                return Result<Exit>(Exit::Usage);
            }
            if (words->dryRun)
                return dryRun(*words, context);
            return words->byBatches() ? runByBatches(*words, context) : fight(*words, context);
        });
    addRunOptions(command, *words);
    addRuns(commands);
}

} // namespace agon::ctl
