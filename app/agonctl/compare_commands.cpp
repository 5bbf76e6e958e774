// winrate, matrix, agree, judges.
#include "app/agonctl/command.h"
#include "app/agonctl/output.h"
#include "app/agonctl/selection.h"
#include "core/exchange/leaderboard_file.h"
#include "core/rating/agreement.h"
#include "core/rating/judge_quality.h"
#include "core/rating/matrix.h"
#include "core/rating/rate.h"
#include "core/rating/winrate.h"

#include <fmt/format.h>

#include <array>

namespace agon::ctl {
namespace {

using namespace agon::rating;

struct WhereWords {
    std::string workspace, where;
    PolicyWords policy;
};

void addWhereOptions(CLI::App& command, WhereWords& words) {
    command.add_option("W", words.workspace, "The workspace file")->required();
    command.add_option("--where", words.where, "Only these battles: a filter");
    addPolicyOptions(command, words.policy);
}

void addWinrate(Commands& commands) {
    struct Options : WhereWords {
        std::string against;
    };
    auto options = std::make_shared<Options>();
    auto& command = commands.add(
        "winrate", "Win rate of each model against one",
        [options](const Context& context) -> Result<Exit> {
            const auto workspace = TRY(openToRead(options->workspace));
            const Selection selection =
                TRY(selectBattles(*workspace, options->where, options->policy, context));
            const auto rates = TRY(
                winRates(*selection.table, selection.verdicts, selection.rows, options->against));
            Json list = Json::array();
            Table table({{"model", Align::Left},
                         {"wins", Align::Right},
                         {"losses", Align::Right},
                         {"ties", Align::Right},
                         {"invalid", Align::Right},
                         {"total", Align::Right},
                         {"win rate", Align::Right},
                         {"±", Align::Right}});
            for (const WinRate& rate : rates) {
                list.push_back({{"model", rate.model},
                                {"wins", rate.wins},
                                {"losses", rate.losses},
                                {"ties", rate.ties},
                                {"invalid", rate.invalid},
                                {"total", rate.total},
                                {"win_rate", number(rate.winRate)},
                                {"standard_error", number(rate.standardError)}});
                table.row({oneLine(rate.model, 48), grouped(rate.wins), grouped(rate.losses),
                           grouped(rate.ties), grouped(rate.invalid), grouped(rate.total),
                           decimal(rate.winRate, 2), decimal(rate.standardError, 2)});
            }
            if (context.json)
                printJson(list);
            else
                table.print();
            return Exit::Done;
        });
    addWhereOptions(command, *options);
    command.add_option("--against", options->against, "The model to compare with")->required();
}

void addMatrix(Commands& commands) {
    auto options = std::make_shared<WhereWords>();
    auto& command = commands.add(
        "matrix", "Who beats whom, ties left out",
        [options](const Context& context) -> Result<Exit> {
            const auto workspace = TRY(openToRead(options->workspace));
            const Selection selection =
                TRY(selectBattles(*workspace, options->where, options->policy, context));
            const WinMatrix matrix = TRY(winMatrix(comparisonsFrom(
                *selection.table, selection.verdicts, selection.policy, selection.rows)));
            if (context.json) {
                Json rates = Json::array();
                for (const auto& row : matrix.winRate) {
                    Json cells = Json::array();
                    for (const double rate : row)
                        cells.push_back(number(rate));
                    rates.push_back(std::move(cells));
                }
                printJson({{"models", matrix.models},
                           {"wins", matrix.wins},
                           {"win_rate", std::move(rates)}});
                return Exit::Done;
            }
            std::vector<std::pair<std::string, Align>> columns{{"#", Align::Right},
                                                               {"model", Align::Left}};
            for (std::size_t i = 0; i < matrix.models.size(); ++i)
                columns.emplace_back(std::to_string(i + 1), Align::Right);
            Table table(columns);
            for (std::size_t i = 0; i < matrix.models.size(); ++i) {
                std::vector<std::string> cells{std::to_string(i + 1),
                                               oneLine(matrix.models[i], 32)};
                for (std::size_t j = 0; j < matrix.models.size(); ++j)
                    cells.push_back(i == j ? "" : decimal(matrix.winRate[i][j], 0));
                table.row(std::move(cells));
            }
            table.print();
            return Exit::Done;
        });
    addWhereOptions(command, *options);
}

Result<Exit> agreeBetween(Workspace& workspace, const std::vector<std::string>& sources,
                          const WhereWords& words, const Context& context) {
    const Selection selection = TRY(selectBattles(workspace, words.where, words.policy, context));
    const BattleTable& table = *selection.table;
    const Agreement agreement = TRY(agreementBetween(table, TRY(resolveSource(table, sources[0])),
                                                     TRY(resolveSource(table, sources[1])),
                                                     selection.rows, selection.policy.merge));
    constexpr std::array<const char*, 3> names{"a", "b", "tie"};
    if (context.json) {
        Json confusion = Json::object();
        for (std::size_t i = 0; i < names.size(); ++i)
            for (std::size_t j = 0; j < names.size(); ++j)
                confusion[names[i]][names[j]] = agreement.confusion[i][j];
        printJson({{"battles", agreement.battles},
                   {"agreement", number(agreement.agreement)},
                   {"agreement_without_ties", number(agreement.agreementWithoutTies)},
                   {"kappa", number(agreement.kappa)},
                   {"confusion", std::move(confusion)}});
        return Exit::Done;
    }
    printLine(fmt::format("{} battles judged by both: agreement {} %, without ties {} %, κ {}",
                          grouped(agreement.battles), decimal(agreement.agreement, 1),
                          decimal(agreement.agreementWithoutTies, 1), decimal(agreement.kappa, 3)));
    Table confusion(
        {{oneLine(sources[0], 24) + " ↓ " + oneLine(sources[1], 24) + " →", Align::Left},
         {"a", Align::Right},
         {"b", Align::Right},
         {"tie", Align::Right}});
    for (std::size_t i = 0; i < names.size(); ++i)
        confusion.row({names[i], grouped(agreement.confusion[i][0]),
                       grouped(agreement.confusion[i][1]), grouped(agreement.confusion[i][2])});
    confusion.print();
    return Exit::Done;
}

Result<std::vector<LeaderboardEntry>> ourLeaderboard(Workspace& workspace, const WhereWords& words,
                                                     const Context& context) {
    const Selection selection = TRY(selectBattles(workspace, words.where, words.policy, context));
    const RatingReport report =
        TRY(rate(*selection.table, selection.verdicts, selection.policy, selection.rows,
                 RatingRequest{}, context.stop, context.progress));
    std::vector<LeaderboardEntry> out;
    for (const RatedModel& model : report.groups.front().models)
        if (model.rating && model.lower && model.upper)
            out.push_back({model.name, *model.rating, *model.lower, *model.upper});
    return out;
}

void addAgree(Commands& commands) {
    struct Options : WhereWords {
        std::string reference, leaderboard;
        std::vector<std::string> between;
    };
    auto options = std::make_shared<Options>();
    auto& command = commands.add(
        "agree", "Agreement with a reference leaderboard, or between two sources of verdicts",
        [options](const Context& context) -> Result<Exit> {
            const auto workspace = TRY(openToRead(options->workspace));
            if (!options->between.empty())
                return agreeBetween(*workspace, options->between, *options, context);
            if (options->reference.empty())
                return fail(ErrorCode::InvalidInput, "say --reference FILE, or --between X Y");
            const auto reference = TRY(exchange::readLeaderboard(options->reference));
            const auto ours = options->leaderboard.empty()
                                  ? TRY(ourLeaderboard(*workspace, *options, context))
                                  : TRY(exchange::readLeaderboard(options->leaderboard));
            const LeaderboardAgreement out = TRY(compareLeaderboards(ours, reference));
            if (context.json) {
                printJson({{"models", out.models},
                           {"pairs", out.pairs},
                           {"separated", out.separated},
                           {"spearman", number(out.spearman)},
                           {"human_agreement", number(out.humanAgreement)},
                           {"differentiation", number(out.differentiation)},
                           {"average", number(out.average)},
                           {"unmatched", out.unmatched}});
                return Exit::Done;
            }
            printLine(fmt::format("{} models, {} pairs, {} of them separated by the reference",
                                  out.models, out.pairs, out.separated));
            printLine(fmt::format("Spearman {}  agreement {}  differentiation {}  average {}",
                                  decimal(out.spearman, 2), decimal(out.humanAgreement, 2),
                                  decimal(out.differentiation, 2), decimal(out.average, 2)));
            if (!out.unmatched.empty() && !context.quiet)
                printRemark(fmt::format("{} models are on one side only", out.unmatched.size()));
            return Exit::Done;
        });
    addWhereOptions(command, *options);
    auto* reference =
        command.add_option("--reference", options->reference,
                           "Leaderboard to agree with: CSV or JSON with model, rating, "
                           "lower, upper");
    command.add_option("--leaderboard", options->leaderboard, "Instead of the workspace's ratings");
    command.add_option("--between", options->between, "judge:X, human, human:NAME, or a bare name")
        ->expected(2)
        ->excludes(reference);
}

void addJudges(Commands& commands) {
    auto options = std::make_shared<WhereWords>();
    auto& command = commands.add(
        "judges", "How good the judges are", [options](const Context& context) -> Result<Exit> {
            const auto workspace = TRY(openToRead(options->workspace));
            const Selection selection =
                TRY(selectBattles(*workspace, options->where, options->policy, context));
            const auto judges =
                judgeQuality(*selection.table, selection.rows, selection.policy.merge);
            Json list = Json::array();
            Table table({{"judge", Align::Left},
                         {"games", Align::Right},
                         {"invalid", Align::Right},
                         {"flips %", Align::Right},
                         {"first wins %", Align::Right},
                         {"longer wins %", Align::Right},
                         {"self-preference", Align::Right}});
            for (const JudgeQuality& judge : judges) {
                list.push_back({{"judge", judge.judge},
                                {"games", judge.games},
                                {"invalid", judge.invalid},
                                {"flip_rate", number(judge.flipRate)},
                                {"first_position_rate", number(judge.firstPositionRate)},
                                {"longer_wins_rate", number(judge.longerWinsRate)},
                                {"self_preference", number(judge.selfPreference)}});
                table.row({oneLine(judge.judge, 48), grouped(judge.games), grouped(judge.invalid),
                           decimal(judge.flipRate, 1), decimal(judge.firstPositionRate, 1),
                           decimal(judge.longerWinsRate, 1), decimal(judge.selfPreference, 1)});
            }
            if (context.json)
                printJson(list);
            else if (table.empty())
                printLine("nobody has judged a battle here");
            else
                table.print();
            return Exit::Done;
        });
    addWhereOptions(command, *options);
}

} // namespace

void addCompareCommands(Commands& commands) {
    addWinrate(commands);
    addMatrix(commands);
    addAgree(commands);
    addJudges(commands);
}

} // namespace agon::ctl
