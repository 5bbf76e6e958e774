// FastChat JUDGE_single.jsonl: one answer a row, graded on its own.
//
// A grade is no battle. Answers that one judge graded on the same question and turn are set against
// each other: one game for each pair of models, in the order of their names' first appearance, with
// both grades as scores; equal grades tie; a grade of -1 (unreadable) makes the game invalid. Both
// judgments are the raw text. The judge is called NAME-single, so that these games do not take the
// place of games in which it saw both answers. The last grade of an answer counts. Only where each
// grade stands in the file is remembered, and the judgments are read again in the end.
#include "core/base/file_source.h"
#include "core/exchange/importer.h"
#include "core/exchange/record_splitter.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace agon::exchange {
namespace {

struct Grade {
    std::size_t model = 0; // index into the names
    double score = 0;
    Timestamp at;
    std::int64_t line = 0;
    std::int64_t offset = 0;
    std::int64_t length = 0;
};

class Singles final : public RowImporter {
  public:
    explicit Singles(const ImportFile& file)
        : m_file(file)
        , m_set(fastchatSet(file)) {}

    Result<Outcome> row(Appender& /*appender*/, const SourceRow& row) override {
        const JsonValue& json = row.json;
        std::string key = TRY(wantedWord(json, "question_id"));
        const std::string model =
            TRY(wantedWord(json, json["model"].missing() ? "model_id" : "model"));
        std::string judge = TRY(fastchatJudge(m_file, json));
        if (m_file.options.judge.empty())
            judge += "-single";
        const auto score = json["score"].number();
        if (!score && !json["score"].nothing())
            return reject("“score” is not a number");
        const std::int64_t turn = json["turn"].missing() ? 1 : json["turn"].integer().value_or(0);
        if (turn < 1 || turn > 1000)
            return reject("“turn” is not a number from 1 on");
        const std::size_t index = m_indices.try_emplace(model, m_models.size()).first->second;
        if (index == m_models.size())
            m_models.push_back(model);
        m_groups[{std::move(key), static_cast<int>(turn), std::move(judge)}].push_back(
            {index, score.value_or(-1), timestampIn(json["tstamp"]), row.line, row.offset,
             row.length});
        return Outcome{Outcome::Kind::Deferred, false};
    }

    Result<void> finish(Appender& appender, const Settle& settle) override {
        const FileSource file = TRY(FileSource::open(m_file.path));
        const SetId set = TRY(appender.set(m_set));
        for (auto& [group, grades] : m_groups)
            TRY(settleGroup(appender, set, group, grades, file, settle));
        return {};
    }

  private:
    using Group = std::tuple<std::string, int, std::string>; // question, turn, judge

    Result<void> settleGroup(Appender& appender, SetId set, const Group& group,
                             std::vector<Grade>& grades, const FileSource& file,
                             const Settle& settle) {
        // The last grade of each model, by the model's first appearance.
        std::map<std::size_t, Grade> last;
        for (const Grade& grade : grades) {
            const auto [place, fresh] = last.insert_or_assign(grade.model, grade);
            (void)place;
            (void)fresh;
        }
        for (const Grade& grade : grades)
            if (last[grade.model].offset != grade.offset)
                settle(grade.line, Outcome::of(false));
        if (last.size() < 2) {
            settle(last.begin()->second.line,
                   reject("no other model was graded by this judge on this question and turn, and "
                          "one grade alone is no battle"));
            return {};
        }
        std::vector<Grade> kept;
        std::vector<std::string> judgments;
        for (const auto& [model, grade] : last) {
            kept.push_back(grade);
            judgments.push_back(TRY(judgmentOf(file, grade)));
        }
        std::vector<Outcome> outcomes(kept.size());
        for (std::size_t a = 0; a < kept.size(); ++a) {
            for (std::size_t b = a + 1; b < kept.size(); ++b) {
                const bool added = TRY(
                    appendPair(appender, set, group, kept[a], kept[b],
                               fmt::format("{}:\n{}\n\n{}:\n{}", m_models[kept[a].model],
                                           judgments[a], m_models[kept[b].model], judgments[b])));
                for (const std::size_t i : {a, b})
                    if (added)
                        outcomes[i].kind = Outcome::Kind::Added;
            }
        }
        for (std::size_t i = 0; i < kept.size(); ++i) {
            outcomes[i].invalid = kept[i].score < 0;
            settle(kept[i].line, outcomes[i]);
        }
        return {};
    }

    Result<bool> appendPair(Appender& appender, SetId set, const Group& group, const Grade& a,
                            const Grade& b, const std::string& raw) {
        const auto& [key, turn, judge] = group;
        BattleIn battle;
        battle.set = set;
        battle.instruction = TRY(appender.instruction({set, key, {}, {}, {}})).id;
        battle.turn = turn;
        battle.a = TRY(answer(appender, battle.instruction, m_models[a.model]));
        battle.b = TRY(answer(appender, battle.instruction, m_models[b.model]));
        battle.at = std::max(a.at, b.at);
        const auto fought = TRY(appender.battle(battle));
        GameIn game;
        game.judge = TRY(m_judges.find(appender, judge));
        game.raw = raw;
        game.at = battle.at;
        if (a.score < 0 || b.score < 0) {
            game.verdict = Verdict::Invalid;
            game.error = "a grade could not be read";
        } else {
            game.verdict = a.score > b.score   ? Verdict::A
                           : a.score < b.score ? Verdict::B
                                               : Verdict::Tie;
            game.scoreA = a.score;
            game.scoreB = b.score;
        }
        return TRY(appender.game(fought.ref, game)).added || fought.added;
    }

    static Result<ResponseId> answer(Appender& appender, InstructionId instruction,
                                     std::string_view model) {
        ResponseIn in; // without a text: finds the answer that is there
        in.model = TRY(appender.model(model));
        in.instruction = instruction;
        return TRY(appender.response(in)).id;
    }

    Result<std::string> judgmentOf(const FileSource& file, const Grade& grade) {
        const auto length = static_cast<std::size_t>(grade.length);
        const std::string bytes = TRY(file.readAt(grade.offset, length));
        const JsonValue json = TRY(m_record.parseCopy(bytes));
        return std::string(json["judgment"].string().value_or(""));
    }

    const ImportFile& m_file;
    std::string m_set;
    Judges m_judges;
    std::vector<std::string> m_models;
    std::unordered_map<std::string, std::size_t> m_indices;
    std::map<Group, std::vector<Grade>> m_groups;
    JsonRecord m_record;
};

} // namespace

std::unique_ptr<RowImporter> fastchatSingleImporter(const ImportFile& file) {
    return std::make_unique<Singles>(file);
}

} // namespace agon::exchange
