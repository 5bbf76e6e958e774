// FastChat questions and answers, and what its files share.
#include "core/exchange/importer.h"

#include <fmt/format.h>

namespace agon::exchange {
namespace {

class Questions final : public RowImporter {
  public:
    explicit Questions(const ImportFile& file)
        : m_set(fastchatSet(file)) {}

    Result<Outcome> row(Appender& appender, const SourceRow& row) override {
        RowTexts texts(row);
        const std::string key = TRY(wantedWord(row.json, "question_id"));
        const std::string category = row.json["category"].word().value_or("");
        const auto turns = TRY(texts.turns(row.json["turns"], "turns"));
        const SetId set = TRY(appender.set(m_set));
        InstructionIn in{set, key, category, {}, turns};
        // One a turn, or they cannot be told apart; a question without usable ones is still one.
        std::vector<TextIn> references;
        if (const JsonValue given = row.json["reference"]; given.size() == turns.size())
            if (auto texted = texts.turns(given, "reference"))
                references = std::move(*texted);
        in.references = references;
        return Outcome::of(TRY(appender.instruction(in)).added);
    }

  private:
    std::string m_set;
};

class Answers final : public RowImporter {
  public:
    explicit Answers(const ImportFile& file)
        : m_set(fastchatSet(file))
        , m_model(file.options.model)
        , m_stem(file.stem()) {}

    Result<Outcome> row(Appender& appender, const SourceRow& row) override {
        RowTexts texts(row);
        const JsonValue& json = row.json;
        const std::string key = TRY(wantedWord(json, "question_id"));
        const std::string said = json["model_id"].word().value_or(m_stem);
        const auto turns = TRY(texts.turns(json["choices"].at(0)["turns"], "choices[0].turns"));
        const SetId set = TRY(appender.set(m_set));
        ResponseIn answer;
        answer.model = TRY(appender.model(m_model.empty() ? said : m_model));
        answer.instruction = TRY(appender.instruction({set, key, {}, {}, {}})).id;
        answer.turns = turns;
        return Outcome::of(TRY(appender.response(answer)).added);
    }

  private:
    std::string m_set;
    std::string m_model;
    std::string m_stem; // FastChat names the file after the model
};

} // namespace

std::string fastchatSet(const ImportFile& file) {
    std::error_code ignored;
    auto folder = std::filesystem::absolute(file.path, ignored).lexically_normal().parent_path();
    const std::string name = folder.filename().string();
    if (name == "model_answer" || name == "model_judgment" || name == "reference_answer")
        folder = folder.parent_path();
    const std::string found = folder.filename().string();
    return file.setOr(found.empty() ? "fastchat" : found);
}

Result<std::string> fastchatJudge(const ImportFile& file, JsonValue record) {
    if (!file.options.judge.empty())
        return file.options.judge;
    if (record["judge"].kind() == JsonValue::Kind::Array) {
        if (auto name = record["judge"].at(0).word(); name && !name->empty())
            return *name;
        return reject("“judge” does not begin with a name");
    }
    return wantedWord(record, "judge");
}

std::unique_ptr<RowImporter> fastchatQuestionsImporter(const ImportFile& file) {
    return std::make_unique<Questions>(file);
}

std::unique_ptr<RowImporter> fastchatAnswersImporter(const ImportFile& file) {
    return std::make_unique<Answers>(file);
}

} // namespace agon::exchange
