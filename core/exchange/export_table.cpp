// One line a battle: CSV for spreadsheets, JSON lines with everything.
#include "core/exchange/csv_record.h"
#include "core/exchange/exporter.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <unordered_map>

namespace agon::exchange {
namespace {

using Json = nlohmann::ordered_json;

std::string textOfTurn(const std::vector<std::string>& turns, int turn) {
    const auto index = static_cast<std::size_t>(std::max(turn, 1) - 1);
    return index < turns.size() ? turns[index] : std::string();
}

std::string word(const std::optional<double>& value) {
    return value ? fmt::format("{}", *value) : std::string();
}

template <class T>
Json orNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json timeOrNull(Timestamp time) {
    return time.known() ? Json(static_cast<double>(time.milliseconds) / 1000) : Json(nullptr);
}

Json gameRow(const Game& game) {
    Json out;
    out["judge"] = game.judgeName;
    out["order"] = orderName(game.order);
    out["verdict"] = verdictName(game.verdict);
    out["score_a"] = orNull(game.scoreA);
    out["score_b"] = orNull(game.scoreB);
    out["preference_a"] = orNull(game.preferenceA);
    out["explanation"] = game.explanation;
    out["raw"] = game.raw;
    out["prompt"] = game.prompt;
    out["error"] = game.error;
    out["tokens_in"] = orNull(game.tokensIn);
    out["tokens_out"] = orNull(game.tokensOut);
    out["cost"] = orNull(game.cost);
    out["seconds"] = orNull(game.seconds);
    out["time"] = timeOrNull(game.at);
    return out;
}

// `undoes` names the event by its place in the list.
Json overrideRows(const std::vector<Override>& events) {
    Json out = Json::array();
    std::unordered_map<std::int64_t, std::size_t> places;
    for (const Override& event : events) {
        places.emplace(event.id.value, out.size());
        Json row;
        row["verdict"] = event.verdict ? verdictName(*event.verdict) : "clear";
        row["by"] = event.by;
        row["note"] = event.note;
        row["blind"] = event.blind;
        if (event.undoes)
            if (const auto place = places.find(event.undoes->value); place != places.end())
                row["undoes"] = place->second;
        row["time"] = timeOrNull(event.at);
        out.push_back(std::move(row));
    }
    return out;
}

Json battleRow(const Battle& battle, Timestamp at) {
    const Summary summary = summarise(battle);
    Json row;
    row["agon"] = 1; // version of this layout
    row["id"] = battle.id.value;
    row["set"] = battle.setName;
    row["key"] = battle.instruction.key;
    row["category"] = battle.instruction.category;
    row["source"] = battle.instruction.source;
    row["turn"] = battle.turn;
    row["model_a"] = battle.a.modelName;
    row["model_b"] = battle.b.modelName;
    row["instruction"] = battle.instruction.turns;
    row["response_a"] = battle.a.turns;
    row["response_b"] = battle.b.turns;
    row["marks"] = {battle.instruction.marks, battle.a.marks, battle.b.marks};
    row["verdict"] = verdictName(summary.verdict);
    row["by"] = summary.verdict == Verdict::None ? "" : summary.byHuman ? "human" : "judge";
    row["score_a"] = orNull(summary.scoreA);
    row["score_b"] = orNull(summary.scoreB);
    row["gap"] = orNull(summary.gap);
    row["flip"] = summary.flip;
    row["flagged"] = battle.flagged;
    row["time"] = timeOrNull(at);
    row["games"] = Json::array();
    for (const Game& game : battle.games)
        row["games"].push_back(gameRow(game));
    row["overrides"] = overrideRows(battle.overrides);
    return row;
}

} // namespace

Result<void> exportCsv(ExportRun& run) {
    TRY(run.out.write("id,set,key,category,turn,instruction,model_a,model_b,response_a,response_b,"
                      "winner,by,judge,annotator,score_a,score_b,gap,flip,explanation,time\r\n"));
    return run.eachBattle([&](const Battle& battle, Timestamp at) -> Result<void> {
        const Summary summary = summarise(battle);
        const std::array<std::string, 20> cells{std::to_string(battle.id.value),
                                                battle.setName,
                                                battle.instruction.key,
                                                battle.instruction.category,
                                                std::to_string(battle.turn),
                                                textOfTurn(battle.instruction.turns, battle.turn),
                                                battle.a.modelName,
                                                battle.b.modelName,
                                                textOfTurn(battle.a.turns, battle.turn),
                                                textOfTurn(battle.b.turns, battle.turn),
                                                std::string(verdictName(summary.verdict)),
                                                summary.verdict == Verdict::None ? ""
                                                : summary.byHuman                ? "human"
                                                                                 : "judge",
                                                summary.judges,
                                                summary.byHuman ? summary.annotators
                                                                : std::string(),
                                                word(summary.scoreA),
                                                word(summary.scoreB),
                                                word(summary.gap),
                                                summary.flip ? "yes" : "no",
                                                summary.explanation,
                                                toIso(at)};
        std::string line;
        for (const std::string& cell : cells) {
            if (&cell != &cells.front())
                line.push_back(',');
            line += csvText(cell);
        }
        line.push_back('\r');
        return run.line(std::move(line));
    });
}

Result<void> exportJsonl(ExportRun& run) {
    return run.eachBattle(
        [&](const Battle& battle, Timestamp at) { return run.line(battleRow(battle, at).dump()); });
}

} // namespace agon::exchange
