#include "app/agonctl/run_report.h"

#include <fmt/format.h>

namespace agon::ctl {
namespace {

Json countsJson(const CallCounts& counts) {
    return {{"planned", counts.planned},
            {"cached", counts.cached},
            {"done", counts.done},
            {"failed", counts.failed}};
}

} // namespace

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

namespace {

Json statusJson(const RunStatus& status) {
    const RunTally& tally = status.tally;
    Json errors = Json::array();
    for (const ErrorGroup& group : status.errors)
        errors.push_back({{"model", group.modelName},
                          {"cause", group.cause},
                          {"calls", group.calls},
                          {"message", group.latest}});
    return {{"run", status.run.value},
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
            {"errors", std::move(errors)}};
}

} // namespace

void printStatus(const RunStatus& status, const Context& context) {
    const RunTally& tally = status.tally;
    if (context.json) {
        printJson(statusJson(status));
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

void printBatches(const BatchProgress& progress, const Context& context) {
    if (context.json) {
        RunStatus status;
        status.run = progress.run;
        status.state = progress.state;
        status.message = progress.message;
        status.tally = progress.tally;
        status.sums = progress.sums;
        Json document = statusJson(status);
        document["requests"] = progress.requests;
        document["files"] = Json::array();
        for (const auto& file : progress.files)
            document["files"].push_back(file.string());
        document["batches"] = Json::array();
        for (const BatchOut& out : progress.out)
            document["batches"].push_back({{"model", out.model},
                                           {"id", out.batch.remote},
                                           {"state", out.batch.state},
                                           {"requests", out.batch.requests},
                                           {"completed", out.completed},
                                           {"failed", out.failed}});
        document["notes"] = progress.notes;
        printJson(document);
        return;
    }
    printLine(fmt::format("run {}: {}", progress.run.value, runStateName(progress.state)));
    if (progress.requests > 0)
        printLine(fmt::format("{} requests handed over", grouped(progress.requests)));
    for (const auto& file : progress.files)
        printLine("wrote " + file.string());
    Table table({{"model", Align::Left},
                 {"batch", Align::Left},
                 {"state", Align::Left},
                 {"requests", Align::Right},
                 {"done", Align::Right},
                 {"failed", Align::Right}});
    for (const BatchOut& out : progress.out)
        table.row({oneLine(out.model, 40), oneLine(out.batch.remote, 40), out.batch.state,
                   grouped(out.batch.requests), grouped(out.completed), grouped(out.failed)});
    if (!table.empty())
        table.print();
    printLine(fmt::format("answers {} of {}, games {} of {}",
                          grouped(progress.tally.answers.done + progress.tally.answers.cached),
                          grouped(progress.tally.answers.planned),
                          grouped(progress.tally.games.done + progress.tally.games.cached),
                          grouped(progress.tally.games.planned)));
    for (const std::string& note : progress.notes)
        printRemark("note: " + safeText(note));
    if (!progress.message.empty())
        printRemark(safeText(progress.message));
    if (!progress.done())
        printRemark(fmt::format("look after it with --resume {} --batch", progress.run.value));
}

} // namespace agon::ctl
