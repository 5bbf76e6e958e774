// AlpacaEval model_outputs.json: one answer a row.
#include "core/exchange/importer.h"

namespace agon::exchange {
namespace {

class AlpacaOutputs final : public RowImporter {
  public:
    explicit AlpacaOutputs(const ImportFile& file)
        : m_set(file.setOr(std::string(defaultAlpacaSet)))
        , m_model(file.options.model) {}

    Result<Outcome> row(Appender& appender, const SourceRow& row) override {
        RowTexts texts(row);
        const TextIn instruction = TRY(texts.wanted(row.json, "instruction"));
        const TextIn output = TRY(texts.wanted(row.json, "output"));
        const std::string model =
            m_model.empty() ? TRY(wantedWord(row.json, "generator")) : m_model;
        const std::string data = row.json["dataset"].word().value_or("");
        const SetId set = TRY(appender.set(m_set));
        const auto asked =
            TRY(appender.instruction({set, {}, data, data, std::span(&instruction, 1)}));
        ResponseIn answer;
        answer.model = TRY(appender.model(model));
        answer.instruction = asked.id;
        answer.turns = std::span(&output, 1);
        return Outcome::of(TRY(appender.response(answer)).added);
    }

  private:
    std::string m_set;
    std::string m_model;
};

} // namespace

std::unique_ptr<RowImporter> alpacaOutputsImporter(const ImportFile& file) {
    return std::make_unique<AlpacaOutputs>(file);
}

} // namespace agon::exchange
