#include "core/rating/overview.h"

#include <algorithm>
#include <chrono>

namespace agon::rating {
namespace {

std::vector<std::uint32_t> rowsOf(const BattleTable& table, const OverviewChoice& choice) {
    std::vector<std::uint32_t> rows;
    rows.reserve(table.size());
    for (std::uint32_t row = 0; row < table.size(); ++row)
        if (choice.set.empty() || table.sets[table.set[row]] == choice.set)
            rows.push_back(row);
    return rows;
}

bool fights(const BattleTable& table, std::span<const std::uint32_t> rows, std::string_view name) {
    const auto model = table.modelIndex(name);
    return model && std::ranges::any_of(rows, [&](std::uint32_t row) {
               return table.modelA[row] == *model || table.modelB[row] == *model;
           });
}

RatingRequest requestOf(const BattleTable& table, std::span<const std::uint32_t> rows,
                        const OverviewChoice& choice) {
    RatingRequest out;
    out.method = choice.method;
    out.ties = choice.ties;
    out.intervals = choice.intervals;
    out.unit = choice.unit;
    out.seed = choice.seed;
    // In a set where the anchor does not fight the mean is 1000; the report says so.
    if (choice.anchor && fights(table, rows, choice.anchor->model))
        out.anchor = choice.anchor;
    return out;
}

// All judges of the policy on one side, people on the other.
std::optional<Agreement> agreementWithPeople(const BattleTable& table, const Verdicts& verdicts,
                                             std::span<const std::uint32_t> rows) {
    if (table.votes.empty())
        return std::nullopt;
    Policy people;
    people.overrides = Overrides::Only;
    std::vector<Verdict> judge;
    std::vector<Verdict> human;
    for (const std::uint32_t row : rows) {
        if ((verdicts.bits[row] & derived::reviewed) == 0)
            continue;
        judge.push_back(verdicts.judgeVerdict[row]);
        human.push_back(deriveRow(table, row, people).verdict);
    }
    Agreement out = agreementOf(judge, human);
    if (out.battles == 0)
        return std::nullopt;
    return out;
}

class Clock {
  public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
    }

  private:
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

} // namespace

const std::vector<RatedModel>& Overview::models() const {
    static const std::vector<RatedModel> none;
    return report.groups.empty() ? none : report.groups.front().models;
}

std::pair<int, int> Overview::separatedPairs() const {
    std::pair<int, int> out;
    if (report.groups.empty())
        return out;
    for (const RatingDifference& pair : report.groups.front().differences) {
        out.first += pair.lower > 0 || pair.upper < 0 ? 1 : 0;
        ++out.second;
    }
    return out;
}

std::optional<RatingDifference> Overview::difference(std::string_view one,
                                                     std::string_view other) const {
    if (report.groups.empty())
        return std::nullopt;
    for (const RatingDifference& pair : report.groups.front().differences) {
        if (pair.a == one && pair.b == other)
            return pair;
        if (pair.a == other && pair.b == one)
            return RatingDifference{pair.b, pair.a, -pair.difference, -pair.upper, -pair.lower};
    }
    return std::nullopt;
}

Overview rateQuickly(std::shared_ptr<const BattleTable> table, const Verdicts& verdicts,
                     const Policy& policy, const OverviewChoice& choice, std::stop_token stop) {
    const Clock clock;
    Overview out;
    out.table = std::move(table);
    out.choice = choice;
    const auto rows = rowsOf(*out.table, choice);
    RatingRequest request = requestOf(*out.table, rows, choice);
    request.intervals = Intervals::None;
    auto report = rate(*out.table, verdicts, policy, rows, request, stop);
    if (!report) {
        out.problem = report.error().text();
        return out;
    }
    out.report = std::move(*report);
    if (auto matrix = winMatrix(comparisonsFrom(*out.table, verdicts, policy, rows)))
        out.matrix = std::move(*matrix);
    out.facts = modelFacts(*out.table, verdicts, rows);
    out.families = families(out.table->models);
    out.seconds = clock.seconds();
    return out;
}

Overview rateFully(std::shared_ptr<const BattleTable> table, const Verdicts& verdicts,
                   const Policy& policy, const OverviewChoice& choice, std::stop_token stop,
                   const ProgressSink& progress) {
    const Clock clock;
    Overview out = rateQuickly(std::move(table), verdicts, policy, choice, stop);
    if (!out.problem.empty())
        return out;
    const auto rows = rowsOf(*out.table, choice);
    RatingRequest request = requestOf(*out.table, rows, choice);
    request.differences = request.intervals != Intervals::None;
    if (request.differences) {
        auto report = rate(*out.table, verdicts, policy, rows, request, stop, progress);
        if (!report) {
            out.problem = report.error().text();
            return out;
        }
        out.report = std::move(*report);
        if (out.report.unit == Unit::Instruction) {
            RatingRequest byBattle = request;
            byBattle.unit = Unit::Battle;
            byBattle.differences = false;
            if (const auto other =
                    rate(*out.table, verdicts, policy, rows, byBattle, stop, progress))
                for (const RatedModel& model : other->groups.front().models)
                    if (model.lower && model.upper)
                        out.byBattle.emplace(model.name, std::pair{*model.lower, *model.upper});
        }
    }
    out.judges = judgeQuality(*out.table, rows, policy.merge);
    out.human = agreementWithPeople(*out.table, verdicts, rows);
    if (!out.families.empty()) {
        Policy everyJudge = policy;
        everyJudge.judges.clear();
        RatingRequest byJudge = request;
        byJudge.groupBy = GroupBy::Judge;
        byJudge.differences = false;
        const std::string family = choice.family.empty() ? out.families.front() : choice.family;
        if (const auto report = rate(*out.table, everyJudge, rows, byJudge, stop, progress))
            out.progress = progressOf(out.table->models, family, *report);
    }
    out.complete = !stop.stop_requested();
    out.seconds = clock.seconds();
    return out;
}

} // namespace agon::rating
