// rate.
#include "app/agonctl/command.h"
#include "app/agonctl/output.h"
#include "app/agonctl/selection.h"
#include "core/rating/names.h"
#include "core/rating/rate.h"

#include <fmt/format.h>

namespace agon::ctl {
namespace {

using namespace agon::rating;

struct RateWords {
    std::string workspace, where, method = "bt", ties = "half", unit = "instruction";
    std::string intervals = "bootstrap", anchor, by;
    int rounds = 100;
    std::uint64_t seed = 0;
    double prior = 0;
    bool differences = false;
    PolicyWords policy;
};

// Without --anchor the workspace's own, where its model fights.
Result<std::optional<Anchor>> anchorOf(Workspace& workspace, const RateWords& words,
                                       const Selection& selection) {
    if (words.anchor == "none")
        return std::nullopt;
    if (!words.anchor.empty())
        return TRY(parseAnchor(words.anchor));
    const auto stored = TRY(workspace.read<std::optional<std::string>>(
        [](Reader& reader) { return reader.setting("rating.anchor"); }));
    if (!stored)
        return std::nullopt;
    const Anchor anchor = TRY(parseAnchor(*stored));
    const auto model = selection.table->modelIndex(anchor.model);
    for (const std::uint32_t row : selection.rows)
        if (model == selection.table->modelA[row] || model == selection.table->modelB[row])
            return anchor;
    return std::nullopt;
}

Result<RatingRequest> requestOf(const RateWords& words) {
    RatingRequest out;
    out.method = *methodFromName(words.method);
    out.ties = *tiesFromName(words.ties);
    out.unit = *unitFromName(words.unit);
    out.intervals = *intervalsFromName(words.intervals);
    out.rounds = words.rounds;
    out.seed = words.seed;
    out.prior = words.prior;
    out.differences = words.differences;
    if (!words.by.empty())
        out.groupBy = *groupByFromName(words.by);
    return out;
}

Json modelJson(const RatedModel& model) {
    const auto rank = model.rank ? std::optional<std::int64_t>(*model.rank) : std::nullopt;
    return {{"name", model.name},
            {"status", statusName(model.status)},
            {"component", model.component},
            {"rating", number(model.rating)},
            {"median", number(model.median)},
            {"lower", number(model.lower)},
            {"upper", number(model.upper)},
            {"rank", integer(rank)},
            {"battles", model.battles},
            {"wins", model.wins},
            {"losses", model.losses},
            {"ties", model.ties}};
}

Json policyJson(const RatingReport& report, const RateWords& words) {
    const RatingRequest& request = report.request;
    return {{"judges", report.judges},
            {"jury", words.policy.jury},
            {"merge", words.policy.merge},
            {"overrides", words.policy.overrides},
            {"ties", tiesName(request.ties)},
            {"intervals", intervalsName(request.intervals)},
            {"rounds", request.rounds},
            {"unit", unitName(report.unit)},
            {"anchor", request.anchor ? Json{{"model", request.anchor->model},
                                             {"value", request.anchor->value}}
                                      : Json(nullptr)},
            {"seed", request.seed},
            {"prior", request.prior},
            {"where", words.where}};
}

Json reportJson(const RatingReport& report, const RateWords& words) {
    Json groups = Json::array();
    for (const RatedGroup& group : report.groups) {
        Json models = Json::array();
        for (const RatedModel& model : group.models)
            models.push_back(modelJson(model));
        Json out{{"group", group.name},
                 {"battles", group.battles},
                 {"divergent_rounds", group.divergentRounds},
                 {"anchored", group.anchored},
                 {"models", std::move(models)}};
        if (words.differences) {
            Json differences = Json::array();
            for (const RatingDifference& pair : group.differences)
                differences.push_back({{"a", pair.a},
                                       {"b", pair.b},
                                       {"difference", number(pair.difference)},
                                       {"lower", number(pair.lower)},
                                       {"upper", number(pair.upper)}});
            out["differences"] = std::move(differences);
        }
        groups.push_back(std::move(out));
    }
    return {{"method", methodName(report.request.method)},
            {"policy", policyJson(report, words)},
            {"battles", report.battles},
            {"invalid", report.invalid},
            {"self_battles", report.selfBattles},
            {"bad", report.bad},
            {"divergent_rounds", report.divergentRounds},
            {"notes", report.notes},
            {"groups", std::move(groups)}};
}

std::string statusWords(const RatedModel& model) {
    switch (model.status) {
    case Status::Ok:
        return "";
    case Status::UnboundedAbove:
        return "never lost: no finite rating";
    case Status::UnboundedBelow:
        return "never won: no finite rating";
    case Status::Disconnected:
        return fmt::format("not connected with the others (component {})", model.component);
    }
    return "";
}

void printGroup(const RatedGroup& group, bool named) {
    if (named)
        printLine(oneLine(group.name));
    Table table({{"#", Align::Right},
                 {"model", Align::Left},
                 {"rating", Align::Right},
                 {"95 %", Align::Right},
                 {"battles", Align::Right},
                 {"won", Align::Right},
                 {"tied", Align::Right},
                 {"lost", Align::Right},
                 {"", Align::Left}});
    for (const RatedModel& model : group.models) {
        const bool interval = model.rating && model.lower && model.upper;
        table.row({model.rank ? std::to_string(*model.rank) : "–", oneLine(model.name, 40),
                   decimal(model.rating, 0),
                   interval
                       ? fmt::format("{} to {}", decimal(model.lower, 0), decimal(model.upper, 0))
                       : "–",
                   grouped(model.battles), grouped(model.wins), grouped(model.ties),
                   grouped(model.losses), statusWords(model)});
    }
    table.print();
}

} // namespace

void addRateCommand(Commands& commands) {
    auto words = std::make_shared<RateWords>();
    auto& command =
        commands.add("rate", "Rate the models", [words](const Context& context) -> Result<Exit> {
            const auto workspace = TRY(openToRead(words->workspace));
            RatingRequest request = TRY(requestOf(*words));
            TRY(checkRequest(request));
            const Selection selection =
                TRY(selectBattles(*workspace, words->where, words->policy, context));
            request.anchor = TRY(anchorOf(*workspace, *words, selection));
            const RatingReport report =
                TRY(rate(*selection.table, selection.verdicts, selection.policy, selection.rows,
                         request, context.stop, context.progress));
            if (context.json) {
                printJson(reportJson(report, *words));
                return Exit::Done;
            }
            bool first = true;
            for (const RatedGroup& group : report.groups) {
                if (!first)
                    printLine("");
                first = false;
                printGroup(group, report.groups.size() > 1);
            }
            if (!context.quiet) {
                printRemark(fmt::format(
                    "{} battles rated; left out: {} invalid, {} of a model against itself",
                    grouped(report.battles), grouped(report.invalid), grouped(report.selfBattles)));
                for (const std::string& note : report.notes)
                    printRemark(oneLine(note));
            }
            return Exit::Done;
        });
    command.add_option("W", words->workspace, "The workspace file")->required();
    command.add_option("--where", words->where, "Only these battles: a filter");
    command.add_option("--method", words->method, "Bradley–Terry or online Elo")
        ->check(CLI::IsMember({"bt", "elo"}))
        ->capture_default_str();
    addPolicyOptions(command, words->policy);
    command.add_option("--ties", words->ties, "A tie is half a win, or left out")
        ->check(CLI::IsMember({"half", "drop"}))
        ->capture_default_str();
    command.add_option("--bootstrap", words->rounds, "Rounds of the intervals")
        ->capture_default_str();
    command.add_option("--unit", words->unit, "What is drawn in a round")
        ->check(CLI::IsMember({"instruction", "battle", "game"}))
        ->capture_default_str();
    command.add_option("--intervals", words->intervals, "How the intervals are found")
        ->check(CLI::IsMember({"bootstrap", "sandwich", "none"}))
        ->capture_default_str();
    command.add_option("--anchor", words->anchor,
                       "MODEL=VALUE, or none; without it the workspace's own");
    command.add_option("--seed", words->seed, "Of the intervals; ratings do not depend on it")
        ->capture_default_str();
    command
        .add_option("--prior", words->prior, "Tied battles of everybody against an average phantom")
        ->capture_default_str();
    command.add_option("--by", words->by, "Rate groups apart")
        ->check(CLI::IsMember({"category", "set", "iteration", "judge"}));
    command.add_flag("--differences", words->differences,
                     "Intervals of the differences of all pairs");
}

} // namespace agon::ctl
