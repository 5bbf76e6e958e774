// run, runs.
#include "app/agonctl/arena_access.h"
#include "app/agonctl/command.h"
#include "app/agonctl/output.h"
#include "app/agonctl/run_words.h"
#include "core/arena/estimate.h"
#include "core/arena/runner.h"
#include "core/store/run_reader.h"

#include <fmt/format.h>

namespace agon::ctl {
namespace {

Json countsJson(const CallCounts& counts) {
    return {{"planned", counts.planned},
            {"cached", counts.cached},
            {"done", counts.done},
            {"failed", counts.failed}};
}

std::string dollars(std::optional<double> value) {
    if (!value)
        return "not known (a model without a price)";
    return *value > 0 && *value < 0.01 ? fmt::format("${:.6f}", *value)
                                       : fmt::format("${:.2f}", *value);
}

void printEstimate(const RunEstimate& estimate, const Context& context) {
    if (context.json) {
        Json models = Json::array();
        std::int64_t in = 0;
        std::int64_t out = 0;
        for (const ModelEstimate& model : estimate.models) {
            in += model.tokensIn;
            out += model.tokensOut;
            models.push_back({{"name", model.name},
                              {"calls", model.calls},
                              {"tokens_in", model.tokensIn},
                              {"tokens_out", model.tokensOut},
                              {"ceiling", number(model.ceiling)},
                              {"likely", number(model.likely)},
                              {"seen", model.seen}});
        }
        printJson({{"dry_run", true},
                   {"instructions", estimate.instructions},
                   {"battles", estimate.battles},
                   {"new_battles", estimate.newBattles},
                   {"exact", estimate.exact},
                   {"responses", countsJson(estimate.answers)},
                   {"games", countsJson(estimate.games)},
                   {"calls", estimate.calls()},
                   {"tokens_in", in},
                   {"tokens_out", out},
                   {"ceiling", number(estimate.ceiling())},
                   {"likely", number(estimate.likely())},
                   {"models", std::move(models)},
                   {"warnings", estimate.warnings}});
        return;
    }
    printLine(fmt::format("{}{} battles on {} instructions, {} of them new",
                          estimate.exact ? "" : "about ", grouped(estimate.battles),
                          grouped(estimate.instructions), grouped(estimate.newBattles)));
    printLine(fmt::format("answers: {} planned, {} there already",
                          grouped(estimate.answers.planned), grouped(estimate.answers.cached)));
    printLine(fmt::format("games:   {} planned, {} there already", grouped(estimate.games.planned),
                          grouped(estimate.games.cached)));
    Table table({{"model", Align::Left},
                 {"calls", Align::Right},
                 {"tokens in, at most", Align::Right},
                 {"out, at most", Align::Right},
                 {"at most", Align::Right},
                 {"likely", Align::Right}});
    for (const ModelEstimate& model : estimate.models)
        table.row({oneLine(model.name, 48), grouped(model.calls), grouped(model.tokensIn),
                   grouped(model.tokensOut), model.ceiling ? dollars(model.ceiling) : "–",
                   model.likely ? dollars(model.likely) : "–"});
    if (!table.empty())
        table.print();
    printLine(fmt::format("{} calls, at most {}, likely {}", grouped(estimate.calls()),
                          dollars(estimate.ceiling()), dollars(estimate.likely())));
    for (const std::string& warning : estimate.warnings)
        printRemark("note: " + safeText(warning));
}

void printStatus(const RunStatus& status, const Context& context) {
    const RunTally& tally = status.tally;
    if (context.json) {
        Json errors = Json::array();
        for (const ErrorGroup& group : status.errors)
            errors.push_back({{"model", group.modelName},
                              {"cause", group.cause},
                              {"calls", group.calls},
                              {"message", group.latest}});
        printJson({{"run", status.run.value},
                   {"state", runStateName(status.state)},
                   {"message", status.message},
                   {"responses", countsJson(tally.answers)},
                   {"games", countsJson(tally.games)},
                   {"battles", tally.battles},
                   {"invalid", tally.invalid},
                   {"possibly_billed", status.sums.possiblyBilled()},
                   {"calls", status.sums.answered},
                   {"tokens_in", status.sums.tokensIn},
                   {"tokens_out", status.sums.tokensOut},
                   {"cost", status.sums.costKnown ? Json(status.sums.cost) : Json(nullptr)},
                   {"seconds", status.seconds},
                   {"errors", std::move(errors)}});
        return;
    }
    const auto line = [](std::string_view what, const CallCounts& counts) {
        printLine(fmt::format("{} {} done, {} there already, {} failed of {}", what,
                              grouped(counts.done), grouped(counts.cached), grouped(counts.failed),
                              grouped(counts.planned)));
    };
    printLine(fmt::format("run {}: {}", status.run.value, runStateName(status.state)));
    line("answers:", tally.answers);
    line("games:  ", tally.games);
    printLine(fmt::format("battles: {} new; {} games without a verdict", grouped(tally.battles),
                          grouped(tally.invalid)));
    printLine(fmt::format(
        "{} calls, {} tokens in, {} out, {}{}", grouped(status.sums.answered),
        grouped(status.sums.tokensIn), grouped(status.sums.tokensOut),
        dollars(status.sums.costKnown ? std::optional(status.sums.cost) : std::nullopt),
        status.sums.possiblyBilled() > 0
            ? fmt::format("; {} more may have been billed", grouped(status.sums.possiblyBilled()))
            : ""));
    for (const ErrorGroup& group : status.errors)
        printRemark(fmt::format("{}, {}: {} times, the last: {}", oneLine(group.modelName),
                                group.cause, grouped(group.calls), oneLine(group.latest, 300)));
    if (!status.message.empty())
        printRemark(safeText(status.message));
    if (status.state != RunState::Done)
        printRemark(fmt::format("go on with --resume {}", status.run.value));
}

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
            return words->dryRun ? dryRun(*words, context) : fight(*words, context);
        });
    addRunOptions(command, *words);
    addRuns(commands);
}

} // namespace agon::ctl
