// AlpacaEval annotations.json: one judged pair a row, with both answers.
#include "core/exchange/importer.h"

#include <fmt/format.h>

namespace agon::exchange {
namespace {

struct Preference {
    Verdict verdict = Verdict::Invalid;
    std::optional<double> soft; // A's share
    std::string error;
};

// 1: output_1 is better; 2: output_2; 1.5, and 0 in old files: a draw; between: the weighted
// annotator's soft preference. Anything else is a call that failed.
Preference preferenceIn(JsonValue value) {
    const auto number = value.number();
    if (!number) {
        const std::string said = value.word().value_or("");
        return {Verdict::Invalid,
                {},
                said.empty() ? "the annotation failed: there is no preference"
                             : fmt::format("the annotation failed: {}", said)};
    }
    if (*number == 0 || *number == 1.5)
        return {Verdict::Tie, {}, {}};
    if (*number < 1 || *number > 2)
        return {Verdict::Invalid, {}, fmt::format("the annotation failed: preference {}", *number)};
    const Verdict verdict = *number < 1.5 ? Verdict::A : Verdict::B;
    if (*number == 1 || *number == 2)
        return {verdict, {}, {}};
    return {verdict, 2 - *number, {}};
}

// The answer labelled m was shown first.
Order orderIn(JsonValue referenced) {
    const auto first = referenced["m"].string();
    const auto second = referenced["M"].string();
    const bool swapped = first ? *first == "output_2" : second && *second == "output_1";
    return swapped ? Order::BA : Order::AB;
}

// One judged pair, as its row says it.
struct Annotation final : RowDraft {
    explicit Annotation(const SourceRow& row)
        : texts(row) {}

    RowTexts texts; // holds what the others refer to
    TextIn instruction;
    TextIn first;
    TextIn second;
    std::string modelA;
    std::string modelB;
    std::string judge;
    std::string data;
    Preference preference;
    GameIn game; // all but the judge
};

GameIn gameIn(JsonValue json, const Preference& preference, RowTexts& texts) {
    GameIn game;
    game.order = orderIn(json["referenced_models"]);
    game.verdict = preference.verdict;
    game.preferenceA = preference.soft;
    game.error = preference.error;
    game.cost = json["price_per_example"].number();
    game.seconds = json["time_per_example"].number();
    const JsonValue completion = json["raw_completion"];
    if (const auto explanation = texts.content(completion["concise_explanation"]))
        game.explanation = *explanation;
    if (const auto said = completion.string())
        game.raw = texts.keep(shortened(*said, longestRaw));
    else if (!completion.nothing())
        game.raw = texts.keep(shortened(completion.compact(), longestRaw));
    return game;
}

class AlpacaAnnotations final : public RowImporter {
  public:
    explicit AlpacaAnnotations(const ImportFile& file)
        : m_set(file.setOr(std::string(defaultAlpacaSet)))
        , m_judge(file.options.judge) {}

    [[nodiscard]] Result<std::unique_ptr<RowDraft>> draft(const SourceRow& row) const override {
        auto out = std::make_unique<Annotation>(row);
        const JsonValue& json = row.json;
        out->instruction = TRY(out->texts.wanted(json, "instruction"));
        out->first = TRY(out->texts.wanted(json, "output_1"));
        out->second = TRY(out->texts.wanted(json, "output_2"));
        out->modelA = TRY(wantedWord(json, "generator_1"));
        out->modelB = TRY(wantedWord(json, "generator_2"));
        out->judge = m_judge.empty() ? TRY(wantedWord(json, "annotator")) : m_judge;
        out->data = json["dataset"].word().value_or("");
        out->preference = preferenceIn(json["preference"]);
        out->game = gameIn(json, out->preference, out->texts);
        return out;
    }

    Result<Outcome> row(Appender& appender, const SourceRow& row) override {
        const auto& in = static_cast<const Annotation&>(*row.draft);
        const SetId set = TRY(appender.set(m_set));
        const auto asked =
            TRY(appender.instruction({set, {}, in.data, in.data, std::span(&in.instruction, 1)}));
        BattleIn battle;
        battle.set = set;
        battle.instruction = asked.id;
        battle.a = TRY(answer(appender, asked.id, in.modelA, in.first));
        battle.b = TRY(answer(appender, asked.id, in.modelB, in.second));
        const auto fought = TRY(appender.battle(battle));

        GameIn game = in.game;
        game.judge = TRY(m_judges.find(appender, in.judge));
        const bool added = TRY(appender.game(fought.ref, game)).added;
        return Outcome::of(added, game.verdict == Verdict::Invalid);
    }

  private:
    static Result<ResponseId> answer(Appender& appender, InstructionId instruction,
                                     std::string_view model, const TextIn& text) {
        ResponseIn in;
        in.model = TRY(appender.model(model));
        in.instruction = instruction;
        in.turns = std::span(&text, 1);
        return TRY(appender.response(in)).id;
    }

    std::string m_set;
    std::string m_judge;
    Judges m_judges;
};

} // namespace

std::unique_ptr<RowImporter> alpacaAnnotationsImporter(const ImportFile& file) {
    return std::make_unique<AlpacaAnnotations>(file);
}

} // namespace agon::exchange
