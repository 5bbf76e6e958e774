// FastChat questions, answers and pair judgments.
#include "core/exchange/exporter.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace agon::exchange {
namespace {

using Json = nlohmann::ordered_json;

// FastChat's own ids are numbers; an instruction without an id gets one from its place here.
Json questionId(const Instruction& instruction) {
    if (instruction.key.empty())
        return fmt::format("agon-{}", instruction.id.value);
    std::int64_t number = 0;
    const char* end = instruction.key.data() + instruction.key.size();
    const auto [stopped, error] = std::from_chars(instruction.key.data(), end, number);
    if (error == std::errc() && stopped == end && std::to_string(number) == instruction.key)
        return number;
    return instruction.key;
}

const char* winnerWord(Verdict verdict, bool swap) {
    switch (swap ? swapped(verdict) : verdict) {
    case Verdict::A:
        return "model_1";
    case Verdict::B:
        return "model_2";
    case Verdict::Tie:
    case Verdict::Bad:
        return "tie";
    case Verdict::Invalid:
    case Verdict::None:
        break;
    }
    return "error";
}

void addGame(Json& row, const std::string& prefix, const Game& game, bool swap) {
    row[prefix + "winner"] = winnerWord(game.verdict, swap);
    row[prefix + "user_prompt"] = game.prompt;
    row[prefix + "judgment"] = game.raw;
}

// The games of one judge: at most one in each order counts.
struct Pair {
    const Game* ab = nullptr;
    const Game* ba = nullptr;
};

Json pairRow(const Battle& battle, const Pair& games) {
    const bool both = games.ab != nullptr && games.ba != nullptr;
    // A single game has model_1 read first.
    const bool swap = !both && games.ab == nullptr;
    const Game& first = games.ab != nullptr ? *games.ab : *games.ba;
    Json row;
    row["question_id"] = questionId(battle.instruction);
    row["model_1"] = swap ? battle.b.modelName : battle.a.modelName;
    row["model_2"] = swap ? battle.a.modelName : battle.b.modelName;
    addGame(row, both ? "g1_" : "", first, swap);
    if (both)
        addGame(row, "g2_", *games.ba, false);
    row["judge"] = {first.judgeName, "pair"};
    if (first.scoreA && first.scoreB) {
        row["m1_score"] = swap ? *first.scoreB : *first.scoreA;
        row["m2_score"] = swap ? *first.scoreA : *first.scoreB;
    }
    row["turn"] = battle.turn;
    row["tstamp"] = static_cast<double>(first.at.milliseconds) / 1000;
    return row;
}

} // namespace

Result<void> exportFastchatQuestions(ExportRun& run) {
    const auto total = static_cast<std::uint64_t>(TRY(run.reader.count("instructions")));
    std::uint64_t done = 0;
    return run.reader.eachInstruction(std::nullopt,
                                      [&](const Instruction& instruction) -> Result<void> {
                                          if (instruction.turns.empty()) {
                                              ++run.report.leftOut;
                                              return run.step(++done, total);
                                          }
                                          Json row;
                                          row["question_id"] = questionId(instruction);
                                          row["category"] = instruction.category;
                                          row["turns"] = instruction.turns;
                                          TRY(run.line(row.dump()));
                                          return run.step(++done, total);
                                      });
}

Result<void> exportFastchatAnswers(ExportRun& run) {
    return run.eachAnswer([&](const Instruction& asked, const Response& answer) {
        Json row;
        row["question_id"] = questionId(asked);
        row["answer_id"] = fmt::format("agon-{}", answer.id.value);
        row["model_id"] = answer.modelName;
        row["choices"] = Json::array({Json{{"index", 0}, {"turns", answer.turns}}});
        row["tstamp"] = 0;
        return run.line(row.dump());
    });
}

Result<void> exportFastchatPair(ExportRun& run) {
    return run.eachBattle([&](const Battle& battle, Timestamp) -> Result<void> {
        if (!battle.instruction.id.valid() || battle.games.empty()) {
            ++run.report.leftOut;
            return {};
        }
        for (std::size_t i = 0; i < battle.games.size();) {
            const ModelId judge = battle.games[i].judge;
            Pair pair;
            for (; i < battle.games.size() && battle.games[i].judge == judge; ++i)
                if (!battle.games[i].superseded)
                    (battle.games[i].order == Order::AB ? pair.ab : pair.ba) = &battle.games[i];
            TRY(run.line(pairRow(battle, pair).dump()));
        }
        return {};
    });
}

} // namespace agon::exchange
