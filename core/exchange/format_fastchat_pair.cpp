// FastChat JUDGE_pair.jsonl: two models on one question, judged in both orders.
#include "core/exchange/importer.h"
#include "core/exchange/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace agon::exchange {
namespace {

class Pairs final : public RowImporter {
  public:
    explicit Pairs(const ImportFile& file)
        : m_file(file)
        , m_set(fastchatSet(file)) {}

    Result<Outcome> row(Appender& appender, const SourceRow& row) override {
        const JsonValue& json = row.json;
        const std::string key = TRY(wantedWord(json, "question_id"));
        const std::string modelA = TRY(wantedWord(json, "model_1"));
        const std::string modelB = TRY(wantedWord(json, "model_2"));
        const std::string judge = TRY(fastchatJudge(m_file, json));
        const std::int64_t turn = json["turn"].missing() ? 1 : json["turn"].integer().value_or(0);
        if (turn < 1 || turn > 1000)
            return reject("“turn” is not a number from 1 on");

        // Read everything before anything is written.
        RowTexts texts(row);
        const bool both = !json["g1_winner"].missing();
        const GameIn first = TRY(game(texts, json, both ? "g1_" : "", Order::AB));
        const GameIn second = both ? TRY(game(texts, json, "g2_", Order::BA)) : GameIn{};

        const SetId set = TRY(appender.set(m_set));
        BattleIn battle;
        battle.set = set;
        battle.instruction = TRY(appender.instruction({set, key, {}, {}, {}})).id;
        battle.turn = static_cast<int>(turn);
        battle.a = TRY(answer(appender, battle.instruction, modelA));
        battle.b = TRY(answer(appender, battle.instruction, modelB));
        battle.at = timestampIn(json["tstamp"]);
        const auto fought = TRY(appender.battle(battle));

        const ModelId judgeId = TRY(m_judges.find(appender, judge));
        bool added = fought.added;
        bool invalid = false;
        for (const GameIn& said : both ? std::vector{first, second} : std::vector{first}) {
            GameIn in = said;
            in.judge = judgeId;
            in.at = battle.at;
            added |= TRY(appender.game(fought.ref, in)).added;
            invalid |= in.verdict == Verdict::Invalid;
        }
        return Outcome::of(added, invalid);
    }

  private:
    static Result<ResponseId> answer(Appender& appender, InstructionId instruction,
                                     std::string_view model) {
        ResponseIn in; // without a text: finds the answer that is there
        in.model = TRY(appender.model(model));
        in.instruction = instruction;
        return TRY(appender.response(in)).id;
    }

    static Result<GameIn> game(RowTexts& texts, JsonValue json, const std::string& prefix,
                               Order order) {
        const std::string winner = TRY(wantedWord(json, prefix + "winner"));
        const auto verdict = winnerIn(winner);
        if (!verdict || *verdict == Verdict::None)
            return reject(fmt::format(
                "“{}winner” is “{}”; model_1, model_2, tie or error is wanted", prefix, winner));
        GameIn out;
        out.order = order;
        out.verdict = *verdict;
        if (const auto said = texts.content(json[prefix + "judgment"]))
            out.explanation = *said;
        if (const auto asked = texts.content(json[prefix + "user_prompt"]))
            out.prompt = *asked;
        out.scoreA = json["m1_score"].number();
        out.scoreB = json["m2_score"].number();
        if (out.verdict == Verdict::Invalid) {
            out.error = "the judge's call failed or named no winner";
            std::swap(out.raw, out.explanation);
        }
        return out;
    }

    const ImportFile& m_file;
    std::string m_set;
    Judges m_judges;
};

} // namespace

std::unique_ptr<RowImporter> fastchatPairImporter(const ImportFile& file) {
    return std::make_unique<Pairs>(file);
}

} // namespace agon::exchange
