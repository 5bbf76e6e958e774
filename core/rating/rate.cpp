#include "core/rating/rate.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace agon::rating {
namespace {

// Rows that are rated together.
struct Part {
    std::string name;
    std::vector<std::uint32_t> rows;
};

std::string nameOr(const std::string& name, std::string_view otherwise) {
    return name.empty() ? std::string(otherwise) : name;
}

std::vector<Part> partsOf(const BattleTable& table, std::span<const std::uint32_t> rows,
                          GroupBy groupBy) {
    if (groupBy == GroupBy::None || groupBy == GroupBy::Judge)
        return {{"all", {rows.begin(), rows.end()}}};
    std::map<int, Part> parts;
    for (const auto row : rows) {
        const int key = groupBy == GroupBy::Category ? table.category[row]
                        : groupBy == GroupBy::Set    ? table.set[row]
                                                     : table.iteration[row];
        parts[key].rows.push_back(row);
    }
    std::vector<Part> out;
    for (auto& [key, part] : parts) {
        if (groupBy == GroupBy::Iteration)
            part.name = key < 0 ? "no iteration" : std::to_string(key);
        else if (groupBy == GroupBy::Category)
            part.name = nameOr(table.categories[static_cast<std::size_t>(key)], "no category");
        else
            part.name = nameOr(table.sets[static_cast<std::size_t>(key)], "no set");
        out.push_back(std::move(part));
    }
    if (groupBy != GroupBy::Iteration)
        std::sort(out.begin(), out.end(),
                  [](const Part& x, const Part& y) { return x.name < y.name; });
    return out;
}

// Why nothing is left, for a person.
std::string nothingToRate(const Comparisons& comparisons, std::size_t rows) {
    if (rows == 0)
        return "there is no battle to rate: the filter leaves nothing, or the workspace is empty";
    const auto unjudged =
        static_cast<std::int64_t>(rows) - comparisons.invalid - comparisons.selfBattles;
    if (comparisons.invalid > 0 && unjudged == 0 && comparisons.selfBattles == 0)
        return fmt::format("all {} battles are invalid: none can be rated", comparisons.invalid);
    if (comparisons.selfBattles > 0 && unjudged == 0 && comparisons.invalid == 0)
        return fmt::format("all {} battles are of a model against itself: none can be rated",
                           comparisons.selfBattles);
    if (unjudged > 0 && comparisons.invalid == 0 && comparisons.selfBattles == 0)
        return fmt::format("none of the {} battles has a verdict under this policy: choose another "
                           "judge, or count overrides otherwise",
                           unjudged);
    return fmt::format("of {} battles none can be rated: {} invalid, {} of a model against itself, "
                       "{} without a verdict under this policy",
                       rows, comparisons.invalid, comparisons.selfBattles, unjudged);
}

std::vector<std::uint16_t> judgesOf(const BattleTable& table, const Policy& policy) {
    return policy.judges.empty() ? table.judges : policy.judges;
}

// A judge's own view holds the battles that it judged: people's verdicts on others are not about
// it.
std::vector<std::uint32_t> judgedBy(const BattleTable& table, std::span<const std::uint32_t> rows,
                                    std::uint16_t judge) {
    std::vector<std::uint32_t> out;
    std::ranges::copy_if(rows, std::back_inserter(out), [&](std::uint32_t row) {
        const auto first = table.games.begin() + table.gameBegin[row];
        const auto last = table.games.begin() + table.gameBegin[row + 1];
        return std::any_of(first, last,
                           [&](const GameColumn& game) { return game.judge == judge; });
    });
    return out;
}

bool named(const BattleTable& table, std::string_view model) {
    return std::any_of(table.models.begin(), table.models.end(),
                       [&](const Model& m) { return m.name == model; });
}

// Collects groups into one report.
class ReportBuilder {
  public:
    ReportBuilder(const RatingRequest& request, std::stop_token stop, const ProgressSink& progress)
        : m_request(request)
        , m_stop(std::move(stop))
        , m_progress(progress) {}

    Result<void> add(const std::string& name, const Comparisons& comparisons, std::size_t rows) {
        m_report.invalid += comparisons.invalid;
        m_report.selfBattles += comparisons.selfBattles;
        m_report.bad += comparisons.bad;
        if (comparisons.size() == 0) {
            m_lastCause = nothingToRate(comparisons, rows);
            m_report.notes.push_back(fmt::format("{}: {}", name, m_lastCause));
            return {};
        }
        if (m_request.groupBy == GroupBy::None && m_request.anchor &&
            std::find(comparisons.models.begin(), comparisons.models.end(),
                      m_request.anchor->model) == comparisons.models.end())
            return anchorMissing(comparisons.models);
        auto rated = rateComparisons(comparisons, m_request, m_stop, m_progress);
        if (!rated && rated.error().code == ErrorCode::InvalidInput) {
            m_lastCause = rated.error().message;
            m_report.notes.push_back(fmt::format("{}: {}", name, m_lastCause));
            return {};
        }
        if (!rated)
            return tl::unexpected(std::move(rated).error());
        rated->group.name = name;
        if (m_request.anchor && !rated->group.anchored)
            m_report.notes.push_back(
                fmt::format("{}: the anchor \"{}\" does not fight here, so the mean is 1000", name,
                            m_request.anchor->model));
        m_unit = std::max(m_unit, rated->unit);
        m_report.battles += rated->group.battles;
        m_report.divergentRounds += rated->group.divergentRounds;
        m_report.groups.push_back(std::move(rated->group));
        return {};
    }

    Result<RatingReport> take() {
        if (m_report.groups.empty())
            return fail(ErrorCode::InvalidInput,
                        m_lastCause.empty() ? nothingToRate(Comparisons{}, 0) : m_lastCause);
        m_report.unit = m_unit;
        if (m_unit != m_request.unit)
            m_report.notes.push_back(fallbackNote());
        return std::move(m_report);
    }

  private:
    [[nodiscard]] tl::unexpected<Error>
    anchorMissing(const std::vector<std::string>& models) const {
        constexpr std::size_t enough = 8;
        std::string some;
        for (std::size_t i = 0; i < std::min(enough, models.size()); ++i)
            some += (i == 0 ? "" : ", ") + models[i];
        return fail(ErrorCode::NotFound,
                    fmt::format("anchor \"{}\": no such model among those that fight here ({}{})",
                                m_request.anchor->model, some,
                                models.size() > enough ? ", …" : ""));
    }

    [[nodiscard]] std::string fallbackNote() const {
        if (m_request.unit == Unit::Instruction)
            return "instructions are not known, so intervals resample single battles";
        return "games are not rated apart under this merge rule, so intervals resample battles";
    }

    const RatingRequest& m_request;
    std::stop_token m_stop;
    const ProgressSink& m_progress;
    RatingReport m_report;
    std::string m_lastCause;
    Unit m_unit = Unit::Instruction;
};

} // namespace

Result<RatingReport> rate(const BattleTable& table, const Verdicts& verdicts, const Policy& policy,
                          std::span<const std::uint32_t> rows, const RatingRequest& request,
                          std::stop_token stop, const ProgressSink& progress) {
    TRY(checkRequest(request));
    const auto judges = judgesOf(table, policy);
    const bool apart = request.groupBy == GroupBy::Judge || policy.jury == Jury::Each;
    if (apart && request.groupBy != GroupBy::Judge && request.groupBy != GroupBy::None)
        return fail(ErrorCode::InvalidInput,
                    "every judge apart is already a grouping; choose either it or groups by "
                    "category, set or iteration");
    if (request.anchor && !named(table, request.anchor->model))
        return fail(
            ErrorCode::NotFound,
            fmt::format("anchor \"{}\": the workspace has no such model", request.anchor->model));
    ReportBuilder builder(request, stop, progress);
    if (apart) {
        for (const auto judge : judges) {
            Policy own = policy;
            own.judges = {judge};
            own.jury = Jury::Majority;
            const Verdicts ownVerdicts = deriveVerdicts(table, own);
            const auto judged = judgedBy(table, rows, judge);
            TRY(builder.add(table.models[judge].name,
                            comparisonsFrom(table, ownVerdicts, own, judged), rows.size()));
        }
    } else {
        for (const Part& part : partsOf(table, rows, request.groupBy))
            TRY(builder.add(part.name, comparisonsFrom(table, verdicts, policy, part.rows),
                            part.rows.size()));
    }
    RatingReport report = TRY(builder.take());
    report.request = request;
    report.policy = policy;
    for (const auto judge : judges)
        report.judges.push_back(table.models[judge].name);
    return report;
}

Result<RatingReport> rate(const BattleTable& table, const Policy& policy,
                          std::span<const std::uint32_t> rows, const RatingRequest& request,
                          std::stop_token stop, const ProgressSink& progress) {
    const bool apart = request.groupBy == GroupBy::Judge || policy.jury == Jury::Each;
    const Verdicts verdicts = apart ? Verdicts{} : deriveVerdicts(table, policy);
    return rate(table, verdicts, policy, rows, request, std::move(stop), progress);
}

} // namespace agon::rating
