// Plain tables of battles: CSV and JSON lines with a mapping, and evalica's left,right,winner.
//
// A row with an instruction and both answers is a whole battle; any other is a bare one, known by
// its place and content in the file. A verdict with an annotator is that person's; any other is a
// game of the judge named in the row, by --judge, or "recorded".
#include "core/base/hash.h"
#include "core/exchange/importer.h"
#include "core/exchange/words.h"
#include "core/text/values.h"

#include <fmt/format.h>

#include <array>

namespace agon::exchange {
namespace {

constexpr const char* unnamedJudge = "recorded";

class Table final : public RowImporter {
  public:
    explicit Table(const ImportFile& file)
        : m_file(file)
        , m_set(file.setOr(file.stem())) {}

    Result<Outcome> row(Appender& appender, const SourceRow& row) override {
        TRY(findColumns(row));
        RowTexts texts(row);
        Values values(*this, row, texts);
        TRY(checkWeight(row));
        const std::string modelA = TRY(values.name(Field::ModelA));
        const std::string modelB = TRY(values.name(Field::ModelB));
        const auto scoreA = TRY(values.number(Field::ScoreA));
        const auto scoreB = TRY(values.number(Field::ScoreB));
        const Verdict verdict =
            TRY(verdictIn(values.word(Field::Winner), modelA, modelB, scoreA, scoreB));
        std::string annotator = values.word(Field::Annotator);
        if (looksLikeAddress(annotator))
            annotator = "anonymous";
        if (!annotator.empty() && verdict == Verdict::Invalid)
            return reject("a person's verdict cannot be invalid");
        const Timestamp at = TRY(values.time());
        const int turn = TRY(values.turn());

        const SetId set = TRY(appender.set(
            m_file.options.set.empty() && !values.word(Field::Set).empty() ? values.word(Field::Set)
                                                                           : m_set));
        const auto fought = TRY(battle(appender, row, values, set, modelA, modelB, turn, at));
        if (verdict == Verdict::None)
            return Outcome::of(fought.added);
        const auto explanation = values.text(Field::Explanation).value_or(TextIn{});
        if (!annotator.empty()) {
            VoteIn vote;
            vote.verdict = verdict;
            vote.by = annotator;
            vote.note = explanation;
            vote.at = at;
            vote.once = true;
            return Outcome::of(TRY(appender.vote(fought.ref, vote)).added || fought.added);
        }
        GameIn game;
        std::string judge = m_file.options.judge;
        if (judge.empty())
            judge = values.word(Field::Judge);
        if (judge.empty())
            judge = unnamedJudge;
        game.judge = TRY(m_judges.find(appender, judge));
        game.verdict = verdict;
        game.scoreA = scoreA;
        game.scoreB = scoreB;
        game.explanation = explanation;
        game.at = at;
        if (verdict == Verdict::Invalid)
            game.error = "recorded as invalid";
        return Outcome::of(TRY(appender.game(fought.ref, game)).added || fought.added,
                           verdict == Verdict::Invalid);
    }

  private:
    // The fields of one row, whatever the file is.
    class Values {
      public:
        Values(const Table& table, const SourceRow& row, RowTexts& texts)
            : m_table(table)
            , m_row(row)
            , m_texts(texts) {}

        // Empty when there is none.
        [[nodiscard]] std::string word(Field field) const {
            const auto found = text(field);
            if (found)
                return std::string(found->body);
            return member(field).word().value_or("");
        }
        [[nodiscard]] std::optional<TextIn> text(Field field) const {
            if (m_row.json.missing()) {
                const auto column = m_table.m_columns[static_cast<std::size_t>(field)];
                if (!column || *column >= m_row.cells.size())
                    return std::nullopt;
                return m_texts.keep(std::string(withoutGuard(m_row.cells[*column])));
            }
            return m_texts.content(member(field));
        }
        [[nodiscard]] Result<std::string> name(Field field) const {
            std::string found = word(field);
            if (found.empty())
                return reject(fmt::format("there is no {}", fieldName(field)));
            return found;
        }
        [[nodiscard]] Result<std::optional<double>> number(Field field) const {
            const std::string found = word(field);
            if (found.empty())
                return std::optional<double>{};
            const auto value = numberIn(found);
            if (!value)
                return reject(fmt::format("{} is “{}”, not a number", fieldName(field), found));
            return value;
        }
        [[nodiscard]] Result<Timestamp> time() const {
            const std::string found = word(Field::Time);
            if (found.empty())
                return Timestamp{};
            const auto value = timeIn(found);
            if (!value)
                return reject(fmt::format("time is “{}”; seconds since 1970 or a date like "
                                          "2024-05-31T10:20:30Z are wanted",
                                          found));
            return *value;
        }
        [[nodiscard]] Result<int> turn() const {
            const auto value = TRY(number(Field::Turn));
            if (value && (*value < 1 || *value > 1000 || *value != static_cast<int>(*value)))
                return reject("turn is not a number from 1 on");
            return static_cast<int>(value.value_or(1));
        }

      private:
        [[nodiscard]] JsonValue member(Field field) const {
            const auto found = m_table.m_mapping.find(field);
            return found == m_table.m_mapping.end() ? JsonValue{} : m_row.json[found->second];
        }
        const Table& m_table;
        const SourceRow& m_row;
        RowTexts& m_texts;
    };

    // A table has its columns from the start; the members of JSON lines may differ from row to row.
    Result<void> findColumns(const SourceRow& row) {
        if (row.json.missing()) {
            if (m_mapped)
                return {};
            m_mapping = TRY(completeMapping(m_file.options.mapping, m_file.columns));
            for (const auto& [field, column] : m_mapping) {
                const auto& all = m_file.columns;
                m_columns[static_cast<std::size_t>(field)] = static_cast<std::size_t>(
                    std::find(all.begin(), all.end(), column) - all.begin());
            }
            m_mapped = true;
            return {};
        }
        if (row.json.kind() != JsonValue::Kind::Object)
            return reject("the record is not an object");
        std::vector<std::string> members;
        row.json.eachMember([&](std::string_view name, JsonValue) { members.emplace_back(name); });
        if (members == m_members)
            return {};
        Mapping given;
        for (const auto& [field, column] : m_file.options.mapping)
            if (std::find(members.begin(), members.end(), column) != members.end())
                given.emplace(field, column);
        m_mapping = TRY(completeMapping(given, members));
        m_members = std::move(members);
        return {};
    }

    Result<void> checkWeight(const SourceRow& row) const {
        const auto& columns = m_file.columns;
        const auto found = std::find(columns.begin(), columns.end(), "weight");
        const auto index = static_cast<std::size_t>(found - columns.begin());
        if (found == columns.end() || index >= row.cells.size())
            return {};
        if (const std::string& said = row.cells[index]; numberIn(said).value_or(0) != 1)
            return reject(fmt::format("the row has weight “{}”; a battle counts once here, so only "
                                      "weight 1 is read",
                                      said));
        return {};
    }

    static Result<Verdict> verdictIn(const std::string& said, const std::string& modelA,
                                     const std::string& modelB, std::optional<double> scoreA,
                                     std::optional<double> scoreB) {
        if (said.empty() && scoreA && scoreB)
            return *scoreA > *scoreB ? Verdict::A : *scoreA < *scoreB ? Verdict::B : Verdict::Tie;
        if (const auto verdict = winnerIn(said))
            return *verdict;
        if (said == modelA && said != modelB)
            return Verdict::A;
        if (said == modelB && said != modelA)
            return Verdict::B;
        return reject(
            fmt::format("winner is “{}”; model_a, model_b, tie, bad or the winner's name are "
                        "wanted",
                        said));
    }

    static Result<Appender::BattleAdded> battle(Appender& appender, const SourceRow& row,
                                                const Values& values, SetId set,
                                                const std::string& modelA,
                                                const std::string& modelB, int turn, Timestamp at) {
        const ModelId a = TRY(appender.model(modelA));
        const ModelId b = TRY(appender.model(modelB));
        const std::string category = values.word(Field::Category);
        const auto instruction = values.text(Field::Instruction);
        const auto first = values.text(Field::ResponseA);
        const auto second = values.text(Field::ResponseB);
        if (!instruction || !first || !second || instruction->body.empty()) {
            const std::string content = fmt::format("{}\x1f{}\x1f{}\x1f{}", modelA, modelB,
                                                    category, values.word(Field::Winner));
            return appender.bareBattle({set, row.number, hashBytes(content), a, b, category, at});
        }
        BattleIn in;
        // The row has the texts of one turn, so a later turn is an instruction of its own.
        std::string key = values.word(Field::Key);
        if (!key.empty() && turn > 1)
            key += fmt::format("#{}", turn);
        in.instruction =
            TRY(appender.instruction({set, key, category, {}, std::span(&*instruction, 1)})).id;
        // One empty answer is an answer; two were not given.
        const bool given = !first->body.empty() || !second->body.empty();
        in.a = TRY(answer(appender, in.instruction, a, *first, given));
        in.b = TRY(answer(appender, in.instruction, b, *second, given));
        in.at = at;
        return appender.battle(in);
    }

    static Result<ResponseId> answer(Appender& appender, InstructionId instruction, ModelId model,
                                     const TextIn& text, bool given) {
        ResponseIn in;
        in.model = model;
        in.instruction = instruction;
        if (given)
            in.turns = std::span(&text, 1);
        return TRY(appender.response(in)).id;
    }

    const ImportFile& m_file;
    std::string m_set;
    Judges m_judges;
    bool m_mapped = false;
    Mapping m_mapping;
    std::array<std::optional<std::size_t>, fieldCount> m_columns{};
    std::vector<std::string> m_members; // that m_mapping was made for
};

} // namespace

std::unique_ptr<RowImporter> tableImporter(const ImportFile& file) {
    return std::make_unique<Table>(file);
}

// evalica's table is one whose columns have its names.
std::unique_ptr<RowImporter> evalicaImporter(const ImportFile& file) {
    return std::make_unique<Table>(file);
}

} // namespace agon::exchange
