// battles, show, override.
#include "app/agonctl/command.h"
#include "app/agonctl/output.h"
#include "app/agonctl/selection.h"
#include "core/battles/sort.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <unordered_set>

namespace agon::ctl {
namespace {

std::optional<double> finite(float value) {
    if (std::isnan(value))
        return std::nullopt;
    return value;
}

Json judgesOf(const BattleTable& table, std::uint32_t row) {
    Json out = Json::array();
    std::uint16_t last = 0xffff;
    for (std::uint32_t i = table.gameBegin[row]; i < table.gameBegin[row + 1]; ++i)
        if (table.games[i].judge != last) {
            last = table.games[i].judge;
            out.push_back(table.models[last].name);
        }
    return out;
}

Json optionalText(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

// The line that `battles` prints for a row, and that `show` begins with.
Json battleJson(const Selection& selection, std::uint32_t row, const std::string& instruction) {
    const BattleTable& table = *selection.table;
    const RowVerdict derived = deriveRow(table, row, selection.policy);
    const auto bit = [&](std::uint8_t mask) {
        return (derived.bits & mask) != 0;
    };
    const auto fact = [&](std::uint8_t mask) {
        return (table.facts[row] & mask) != 0;
    };
    return {{"id", table.id[row]},
            {"set", table.sets[table.set[row]]},
            {"category", optionalText(table.categories[table.category[row]])},
            {"instruction", optionalText(instruction)},
            {"turn", table.turn[row]},
            {"model_a", table.models[table.modelA[row]].name},
            {"model_b", table.models[table.modelB[row]].name},
            {"verdict", verdictName(derived.verdict)},
            {"by", bit(derived::byHuman)              ? Json("human")
                   : derived.verdict == Verdict::None ? Json(nullptr)
                                                      : Json("judge")},
            {"judge", judgesOf(table, row)},
            {"score_a", number(finite(derived.scoreA))},
            {"score_b", number(finite(derived.scoreB))},
            {"gap", number(finite(derived.gap))},
            {"flip", bit(derived::flip)},
            {"flagged", fact(facts::flagged)},
            {"suspicious", fact(facts::suspicious)},
            {"iteration", table.iteration[row] < 0 ? Json(nullptr) : Json(table.iteration[row])},
            {"stage",
             optionalText(std::string(stageKindName(static_cast<StageKind>(table.stage[row]))))}};
}

Result<std::vector<BattleHead>> readHeads(Workspace& workspace, const std::vector<BattleId>& ids,
                                          const Context& context) {
    return workspace.read<std::vector<BattleHead>>(
        [&](Reader& reader) { return reader.heads(ids); }, context.stop);
}

void addBattles(Commands& commands) {
    struct Options {
        std::string workspace, where, sort = "id";
        std::size_t limit = 0;
        PolicyWords policy;
    };
    auto options = std::make_shared<Options>();
    auto& command = commands.add(
        "battles", "List battles, a line each", [options](const Context& context) -> Result<Exit> {
            const Sort sort = TRY(parseSort(options->sort));
            const auto workspace = TRY(openToRead(options->workspace));
            Selection selection =
                TRY(selectBattles(*workspace, options->where, options->policy, context));
            sortRows(selection.rows, *selection.table, selection.verdicts, sort);
            const std::size_t found = selection.rows.size();
            // A terminal is not a place for a million lines.
            const std::size_t limit = options->limit != 0 ? options->limit
                                      : context.json      ? found
                                                          : 100;
            if (selection.rows.size() > limit)
                selection.rows.resize(limit);
            const auto heads = TRY(readHeads(*workspace, selection.battles(), context));
            Json list = Json::array();
            Table table({{"id", Align::Right},
                         {"category", Align::Left},
                         {"instruction", Align::Left},
                         {"A", Align::Left},
                         {"B", Align::Left},
                         {"verdict", Align::Left},
                         {"by", Align::Left},
                         {"gap", Align::Right},
                         {"", Align::Left}});
            for (std::size_t i = 0; i < selection.rows.size(); ++i) {
                const Json line = battleJson(selection, selection.rows[i], heads[i].instruction);
                if (context.json) {
                    list.push_back(line);
                    continue;
                }
                const auto cell = [&](const char* key, std::size_t width) {
                    return line[key].is_string() ? oneLine(line[key].get<std::string>(), width)
                                                 : "";
                };
                std::string remarks;
                for (const char* key : {"flip", "flagged", "suspicious"})
                    if (line[key].get<bool>())
                        remarks += (remarks.empty() ? "" : ", ") + std::string(key);
                table.row({std::to_string(line["id"].get<std::int64_t>()), cell("category", 16),
                           cell("instruction", 44), cell("model_a", 24), cell("model_b", 24),
                           cell("verdict", 0), cell("by", 0),
                           line["gap"].is_null() ? "–" : decimal(line["gap"].get<double>(), 1),
                           remarks});
            }
            if (context.json) {
                printJson(list);
            } else if (table.empty()) {
                printLine(options->where.empty() ? "no battles yet; `agonctl import` brings them"
                                                 : "no battle matches the filter");
            } else {
                table.print();
                if (found > limit && !context.quiet)
                    printRemark(fmt::format("{} of {}; --limit shows more",
                                            grouped(static_cast<std::int64_t>(limit)),
                                            grouped(static_cast<std::int64_t>(found))));
            }
            return Exit::Done;
        });
    command.add_option("W", options->workspace, "The workspace file")->required();
    command.add_option("--where", options->where, "Only these: a filter, e.g. \"model:x gap>=3\"");
    command.add_option("--limit", options->limit, "At most so many (0: all as JSON, else 100)");
    command
        .add_option("--sort", options->sort,
                    sortKeyNames() + "; - in front for the other direction")
        ->capture_default_str();
    addPolicyOptions(command, options->policy);
}

std::string turnText(const std::vector<std::string>& turns, int turn) {
    const auto index = static_cast<std::size_t>(turn - 1);
    return turn >= 1 && index < turns.size() ? turns[index] : std::string();
}

Json gamesJson(const Battle& battle) {
    Json out = Json::array();
    for (const Game& game : battle.games)
        out.push_back({{"judge", game.judgeName},
                       {"order", orderName(game.order)},
                       {"verdict", verdictName(game.verdict)},
                       {"score_a", number(game.scoreA)},
                       {"score_b", number(game.scoreB)},
                       {"preference_a", number(game.preferenceA)},
                       {"explanation", game.explanation},
                       {"raw", game.raw},
                       {"prompt", game.prompt},
                       {"error", optionalText(game.error)},
                       {"tokens_in", integer(game.tokensIn)},
                       {"tokens_out", integer(game.tokensOut)},
                       {"cost", number(game.cost)},
                       {"seconds", number(game.seconds)},
                       {"at", optionalText(toIso(game.at))},
                       {"superseded", game.superseded}});
    return out;
}

Json overridesJson(const Battle& battle) {
    Json out = Json::array();
    for (const Override& event : battle.overrides)
        out.push_back({{"id", event.id.value},
                       {"verdict", event.verdict ? verdictName(*event.verdict) : "clear"},
                       {"by", event.by},
                       {"note", event.note},
                       {"blind", event.blind},
                       {"undoes", event.undoes ? Json(event.undoes->value) : Json(nullptr)},
                       {"at", toIso(event.at)}});
    return out;
}

Json conversationJson(const Battle& battle, const Response& response) {
    Json out = Json::array();
    for (std::size_t turn = 0; turn < battle.instruction.turns.size(); ++turn) {
        out.push_back({{"role", "user"}, {"content", battle.instruction.turns[turn]}});
        if (turn < response.turns.size())
            out.push_back({{"role", "assistant"}, {"content", response.turns[turn]}});
    }
    return out;
}

void printBattle(const Json& line, const Battle& battle) {
    const auto word = [&](const char* key) {
        return line[key].is_string() ? oneLine(line[key].get<std::string>()) : std::string("–");
    };
    printLine(fmt::format("battle {}, set {}, category {}, turn {}", battle.id.value,
                          oneLine(battle.setName), word("category"), battle.turn));
    printLine(fmt::format("verdict {} by {}", word("verdict"), word("by")));
    printLine("");
    printLine("Instruction");
    const std::string instruction = turnText(battle.instruction.turns, battle.turn);
    printLine(instruction.empty() ? "(the text is not in this workspace)" : safeText(instruction));
    for (const auto& [side, response] : {std::pair{"A", &battle.a}, std::pair{"B", &battle.b}}) {
        printLine("");
        printLine(fmt::format("{}: {}", side, oneLine(response->modelName)));
        const std::string answer = turnText(response->turns, battle.turn);
        printLine(answer.empty() ? "(no text)" : safeText(answer));
    }
    for (const Game& game : battle.games) {
        printLine("");
        printLine(fmt::format(
            "Judge {}, {} read first: {}{}{}", oneLine(game.judgeName),
            game.order == Order::AB ? "A" : "B", verdictName(game.verdict),
            game.scoreA && game.scoreB
                ? fmt::format(", A {} B {}", decimal(game.scoreA, 1), decimal(game.scoreB, 1))
                : "",
            game.superseded ? " (superseded)" : ""));
        if (!game.error.empty())
            printLine(safeText(game.error));
        if (!game.explanation.empty())
            printLine(safeText(game.explanation));
    }
    if (!battle.overrides.empty())
        printLine("");
    for (const Override& event : battle.overrides)
        printLine(fmt::format("{} {}: {}{}{}{}", toIso(event.at), oneLine(event.by),
                              event.undoes ? "undone, back to " : "",
                              event.verdict ? verdictName(*event.verdict) : "clear",
                              event.blind ? ", blind" : "",
                              event.note.empty() ? "" : ": " + oneLine(event.note)));
}

void addShow(Commands& commands) {
    struct Options {
        std::string workspace;
        std::int64_t id = 0;
        PolicyWords policy;
    };
    auto options = std::make_shared<Options>();
    auto& command = commands.add(
        "show", "Show one battle, whole", [options](const Context& context) -> Result<Exit> {
            const auto workspace = TRY(openToRead(options->workspace));
            const auto battle = TRY(workspace->read<Battle>(
                [&](Reader& reader) { return reader.battle({options->id}); }, context.stop));
            const Selection selection = TRY(selectBattles(
                *workspace, fmt::format("id:{}", options->id), options->policy, context));
            Json line = battleJson(selection, selection.rows.front(),
                                   turnText(battle.instruction.turns, battle.turn));
            if (!context.json) {
                printBattle(line, battle);
                return Exit::Done;
            }
            line["response_a"] = turnText(battle.a.turns, battle.turn);
            line["response_b"] = turnText(battle.b.turns, battle.turn);
            line["conversation_a"] = conversationJson(battle, battle.a);
            line["conversation_b"] = conversationJson(battle, battle.b);
            line["games"] = gamesJson(battle);
            line["overrides"] = overridesJson(battle);
            printJson(line);
            return Exit::Done;
        });
    command.add_option("W", options->workspace, "The workspace file")->required();
    command.add_option("ID", options->id, "The battle's number")
        ->required()
        ->check(CLI::PositiveNumber);
    addPolicyOptions(command, options->policy);
}

std::string userName() {
    const char* name = std::getenv("USER");
    return name != nullptr && *name != '\0' ? name : "me";
}

void addOverride(Commands& commands) {
    struct Options {
        std::string workspace, verdict, by = userName(), note;
        std::int64_t id = 0;
    };
    auto options = std::make_shared<Options>();
    auto& command = commands.add(
        "override", "Append a person's verdict", [options](const Context& context) -> Result<Exit> {
            const auto workspace = TRY(openToWrite(options->workspace));
            VoteIn vote;
            vote.by = options->by;
            vote.note = options->note;
            if (options->verdict != "clear")
                vote.verdict = verdictFromName(options->verdict);
            TRY(workspace->write<Added<OverrideId>>([&](Appender& appender) {
                return appender.vote({{options->id}, false}, vote);
            }));
            if (context.json)
                printJson(
                    {{"id", options->id}, {"verdict", options->verdict}, {"by", options->by}});
            else if (!context.quiet)
                printLine(fmt::format("battle {}: {} by {}", options->id, options->verdict,
                                      oneLine(options->by)));
            return Exit::Done;
        });
    command.add_option("W", options->workspace, "The workspace file")->required();
    command.add_option("ID", options->id, "The battle's number")
        ->required()
        ->check(CLI::PositiveNumber);
    command.add_option("VERDICT", options->verdict, "a, b, tie, bad, or clear")
        ->required()
        ->check(CLI::IsMember({"a", "b", "tie", "bad", "clear"}));
    command.add_option("--by", options->by, "Whose verdict it is")->capture_default_str();
    command.add_option("--note", options->note, "Why");
}

} // namespace

void addBattleCommands(Commands& commands) {
    addBattles(commands);
    addShow(commands);
    addOverride(commands);
}

} // namespace agon::ctl
