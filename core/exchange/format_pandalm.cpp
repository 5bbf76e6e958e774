// PandaLM: the test set (pairs with three human verdicts each) and judges' verdicts on it, joined
// by idx.
#include "core/exchange/importer.h"
#include "core/exchange/words.h"

#include <fmt/format.h>

#include <unordered_map>

namespace agon::exchange {
namespace {

constexpr std::string_view defaultSet = "pandalm";

// "bloom-7b_llama-7b"
Result<std::pair<std::string, std::string>> modelsIn(std::string_view key) {
    const std::size_t at = key.find('_');
    if (at == std::string_view::npos || at == 0 || at + 1 == key.size() ||
        key.find('_', at + 1) != std::string_view::npos)
        return reject(
            fmt::format("“cmp_key” is “{}”; two model names joined by one _ are wanted", key));
    return std::pair(std::string(key.substr(0, at)), std::string(key.substr(at + 1)));
}

// 0 tie, 1 the first answer, 2 the second.
std::optional<Verdict> voteIn(JsonValue value) {
    const auto number = value.integer();
    if (!number || *number < 0 || *number > 2)
        return std::nullopt;
    return *number == 0 ? Verdict::Tie : *number == 1 ? Verdict::A : Verdict::B;
}

// The published test set went through a spreadsheet: an answer "True" came out as a boolean, "42"
// as a number.
Result<TextIn> answerIn(RowTexts& texts, JsonValue json, std::string_view key) {
    if (const auto truth = json[key].boolean())
        return texts.keep(*truth ? "True" : "False");
    if (json[key].kind() == JsonValue::Kind::Number)
        return texts.keep(json[key].word().value_or(""));
    return texts.wanted(json, key);
}

class TestSet final : public RowImporter {
  public:
    explicit TestSet(const ImportFile& file)
        : m_set(file.setOr(std::string(defaultSet))) {}

    Result<Outcome> row(Appender& appender, const SourceRow& row) override {
        RowTexts texts(row);
        const JsonValue& json = row.json;
        const std::string key = TRY(wantedWord(json, "idx"));
        const std::string pair = TRY(wantedWord(json, "cmp_key"));
        const auto models = TRY(modelsIn(pair));
        TextIn instruction = TRY(texts.wanted(json, "instruction"));
        const auto input = texts.content(json["input"]);
        if (input && !input->body.empty())
            instruction = texts.keep(fmt::format("{}\n\n{}", instruction.body, input->body));
        const TextIn first = TRY(answerIn(texts, json, "response1"));
        const TextIn second = TRY(answerIn(texts, json, "response2"));
        const std::string category = json["motivation_app"].word().value_or("");

        const SetId set = TRY(appender.set(m_set));
        BattleIn battle;
        battle.set = set;
        battle.instruction =
            TRY(appender.instruction({set, key, category, {}, std::span(&instruction, 1)})).id;
        battle.a = TRY(answer(appender, battle.instruction, models.first, first));
        battle.b = TRY(answer(appender, battle.instruction, models.second, second));
        const auto fought = TRY(appender.battle(battle));
        bool added = fought.added;
        for (int i = 1; !json[fmt::format("annotator{}", i)].missing(); ++i) {
            const std::string by = fmt::format("annotator{}", i);
            VoteIn vote;
            vote.verdict = voteIn(json[by]);
            vote.by = by;
            vote.once = true;
            if (vote.verdict)
                added |= TRY(appender.vote(fought.ref, vote)).added;
        }
        return Outcome::of(added);
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
};

class JudgeFile final : public RowImporter {
  public:
    explicit JudgeFile(const ImportFile& file)
        : m_set(file.setOr(std::string(defaultSet)))
        , m_judge(file.options.judge) {
        constexpr std::string_view ending = "-testset-v1";
        if (!m_judge.empty())
            return;
        m_judge = file.stem();
        if (m_judge.ends_with(ending) && m_judge.size() > ending.size())
            m_judge.resize(m_judge.size() - ending.size());
    }

    Result<void> prepare(Workspace& workspace) override {
        return workspace.read<void>([this](Reader& reader) { return findBattles(reader); });
    }

    Result<Outcome> row(Appender& appender, const SourceRow& row) override {
        const JsonValue& json = row.json;
        const std::string key = TRY(wantedWord(json, "idx"));
        const auto battle = m_battles.find(key);
        if (battle == m_battles.end())
            return reject(
                fmt::format("the set “{}” has no pair with idx {}; import PandaLM's test set "
                            "as well",
                            m_set, key));
        // "gpt_result", "pandalm_result"
        std::string prefix;
        json.eachMember([&](std::string_view name, JsonValue) {
            if (prefix.empty() && name.ends_with("_result"))
                prefix = name.substr(0, name.size() - 6);
        });
        const JsonValue result = json[prefix + "result"];
        if (prefix.empty())
            return reject("there is no member that ends in _result");
        RowTexts texts(row);
        GameIn game;
        game.judge = TRY(m_judges.find(appender, m_judge));
        game.verdict = verdictIn(result.word().value_or(""));
        if (game.verdict == Verdict::Invalid)
            game.error = "the judge's reply could not be read";
        if (const auto reason = texts.content(json[prefix + "reason"]))
            game.explanation = *reason;
        const auto source = row.record->source();
        game.raw = texts.keep(shortened(source, longestRaw));
        const bool added = TRY(appender.game({BattleId{battle->second}, false}, game)).added;
        return Outcome::of(added, game.verdict == Verdict::Invalid);
    }

  private:
    static Verdict verdictIn(std::string_view said) {
        const auto verdict = winnerIn(said);
        return verdict && isDecisionOrTie(*verdict) ? *verdict : Verdict::Invalid;
    }

    Result<void> findBattles(Reader& reader) {
        std::unordered_map<std::int64_t, std::string> keys;
        const auto remember = [&keys](const Instruction& in) -> Result<void> {
            keys.emplace(in.id.value, in.key);
            return {};
        };
        for (const SetInfo& set : TRY(reader.sets()))
            if (set.name == m_set)
                TRY(reader.eachInstruction(set.id, remember));
        if (keys.empty())
            return {};
        return reader.scanBattles(0, [&](const BattleFacts& facts) {
            if (const auto key = keys.find(facts.instruction); key != keys.end())
                m_battles.try_emplace(key->second, facts.id);
        });
    }

    std::string m_set;
    std::string m_judge;
    Judges m_judges;
    std::unordered_map<std::string, std::int64_t> m_battles; // by idx
};

} // namespace

std::unique_ptr<RowImporter> pandalmTestImporter(const ImportFile& file) {
    return std::make_unique<TestSet>(file);
}

std::unique_ptr<RowImporter> pandalmJudgeImporter(const ImportFile& file) {
    return std::make_unique<JudgeFile>(file);
}

} // namespace agon::exchange
