// JSON lines that Agon wrote itself (export_table.cpp): battles with all turns, games and votes.
#include "core/base/hash.h"
#include "core/exchange/importer.h"
#include "core/text/marks.h"

#include <fmt/format.h>

namespace agon::exchange {
namespace {

// Marks that belong to a text's bytes; the others are found again from the text, or are the
// answer's.
constexpr std::uint32_t marksOfTexts = marks::repairedUtf8 | marks::loneSurrogate | marks::nul;
constexpr std::uint32_t marksOfAnswers = marks::refused | marks::cut;

std::optional<Verdict> verdictOf(JsonValue value) {
    return verdictFromName(value.string().value_or(""));
}

std::string text(JsonValue value) {
    return value.word().value_or("");
}

class AgonLines final : public RowImporter {
  public:
    explicit AgonLines(const ImportFile& file)
        : m_file(file) {}

    Result<Outcome> row(Appender& appender, const SourceRow& row) override {
        const JsonValue& json = row.json;
        if (json["agon"].integer() != 1)
            return reject("the line was written by a later version of Agon");
        RowTexts texts(row);
        const std::string modelA = TRY(wantedWord(json, "model_a"));
        const std::string modelB = TRY(wantedWord(json, "model_b"));
        const SetId set = TRY(appender.set(m_file.setOr(TRY(wantedWord(json, "set")))));
        const ModelId a = TRY(appender.model(modelA));
        const ModelId b = TRY(appender.model(modelB));
        const auto fought = json["instruction"].size() == 0 && text(json["key"]).empty()
                                ? TRY(bare(appender, row, set, a, b))
                                : TRY(whole(appender, texts, json, set, a, b));
        bool added = fought.added;
        bool invalid = false;
        TRY(games(appender, texts, json["games"], fought.ref, added, invalid));
        TRY(votes(appender, texts, json["overrides"], fought.ref, added));
        if (fought.added && json["flagged"].boolean().value_or(false))
            TRY(appender.flag(fought.ref.id, true, "import"));
        return Outcome::of(added, invalid);
    }

  private:
    static Result<Appender::BattleAdded> bare(Appender& appender, const SourceRow& row, SetId set,
                                              ModelId a, ModelId b) {
        const JsonValue& json = row.json;
        const std::string category = text(json["category"]);
        const std::string content =
            fmt::format("{}\x1f{}\x1f{}", text(json["model_a"]), text(json["model_b"]), category);
        return appender.bareBattle({set, json["id"].integer().value_or(row.number),
                                    hashBytes(content), a, b, category, timestampIn(json["time"])});
    }

    static Result<std::vector<TextIn>> turns(RowTexts& texts, JsonValue json, std::string_view name,
                                             std::uint32_t textMarks) {
        if (json[name].size() == 0)
            return std::vector<TextIn>{};
        auto out = TRY(texts.turns(json[name], name));
        for (TextIn& turn : out)
            if (turn.body.find("\xEF\xBF\xBD") != std::string_view::npos ||
                turn.body.find("\xE2\x90\x80") != std::string_view::npos)
                turn.marks |= textMarks & marksOfTexts;
        return out;
    }

    static Result<Appender::BattleAdded> whole(Appender& appender, RowTexts& texts, JsonValue json,
                                               SetId set, ModelId a, ModelId b) {
        const auto markAt = [&](std::size_t i) {
            return static_cast<std::uint32_t>(json["marks"].at(i).integer().value_or(0));
        };
        const std::string key = text(json["key"]);
        const std::string category = text(json["category"]);
        const std::string source = text(json["source"]);
        const auto asked = TRY(turns(texts, json, "instruction", markAt(0)));
        const auto first = TRY(turns(texts, json, "response_a", markAt(1)));
        const auto second = TRY(turns(texts, json, "response_b", markAt(2)));
        const std::int64_t turn = json["turn"].integer().value_or(1);
        if (turn < 1 || turn > 1000)
            return reject("“turn” is not a number from 1 on");
        BattleIn battle;
        battle.set = set;
        battle.instruction = TRY(appender.instruction({set, key, category, source, asked})).id;
        battle.turn = static_cast<int>(turn);
        battle.at = timestampIn(json["time"]);
        ResponseIn answer;
        answer.instruction = battle.instruction;
        answer.model = a;
        answer.turns = first;
        answer.marks = markAt(1) & marksOfAnswers;
        battle.a = TRY(appender.response(answer)).id;
        answer.model = b;
        answer.turns = second;
        answer.marks = markAt(2) & marksOfAnswers;
        battle.b = TRY(appender.response(answer)).id;
        return appender.battle(battle);
    }

    Result<void> games(Appender& appender, RowTexts& texts, JsonValue list, BattleRef battle,
                       bool& added, bool& invalid) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            const JsonValue json = list.at(i);
            const auto verdict = verdictOf(json["verdict"]);
            if (!verdict || *verdict == Verdict::None)
                return reject(fmt::format("games[{}].verdict is not understood", i));
            GameIn game;
            game.judge = TRY(m_judges.find(appender, TRY(wantedWord(json, "judge"))));
            game.order = text(json["order"]) == orderName(Order::BA) ? Order::BA : Order::AB;
            game.verdict = *verdict;
            game.scoreA = json["score_a"].number();
            game.scoreB = json["score_b"].number();
            game.preferenceA = json["preference_a"].number();
            game.explanation = texts.content(json["explanation"]).value_or(TextIn{});
            game.raw = texts.content(json["raw"]).value_or(TextIn{});
            game.prompt = texts.content(json["prompt"]).value_or(TextIn{});
            const std::string error = text(json["error"]);
            game.error = error;
            game.tokensIn = json["tokens_in"].integer();
            game.tokensOut = json["tokens_out"].integer();
            game.cost = json["cost"].number();
            game.seconds = json["seconds"].number();
            game.at = timestampIn(json["time"]);
            added |= TRY(appender.game(battle, game)).added;
            invalid |= *verdict == Verdict::Invalid;
        }
        return {};
    }

    static Result<void> votes(Appender& appender, RowTexts& texts, JsonValue list, BattleRef battle,
                              bool& added) {
        std::vector<OverrideId> ids;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const JsonValue json = list.at(i);
            const std::string said = text(json["verdict"]);
            VoteIn vote;
            vote.verdict = verdictFromName(said);
            if (!vote.verdict && said != "clear")
                return reject(fmt::format("overrides[{}].verdict is not understood", i));
            const std::string by = TRY(wantedWord(json, "by"));
            vote.by = by;
            vote.note = texts.content(json["note"]).value_or(TextIn{});
            vote.blind = json["blind"].boolean().value_or(false);
            vote.at = timestampIn(json["time"]);
            vote.once = true;
            if (const auto undone = json["undoes"].integer();
                undone && *undone >= 0 && static_cast<std::size_t>(*undone) < ids.size())
                vote.undoes = ids[static_cast<std::size_t>(*undone)];
            const auto appended = TRY(appender.vote(battle, vote));
            ids.push_back(appended.id);
            added |= appended.added;
        }
        return {};
    }

    const ImportFile& m_file;
    Judges m_judges;
};

} // namespace

std::unique_ptr<RowImporter> agonImporter(const ImportFile& file) {
    return std::make_unique<AgonLines>(file);
}

} // namespace agon::exchange
