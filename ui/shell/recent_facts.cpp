#include "ui/shell/recent_facts.h"

#include "core/rating/rate.h"

#include <map>
#include <numeric>

namespace agon::ui {

void describe(const BattleTable& table, const Verdicts& verdicts, RecentWorkspace& entry) {
    constexpr std::uint8_t unsure = derived::flip | derived::disagree;
    entry.models = static_cast<int>(table.models.size());
    entry.battles = static_cast<int>(table.size());
    entry.toReview = static_cast<int>(
        std::count_if(verdicts.bits.begin(), verdicts.bits.end(), [](std::uint8_t bits) {
            return (bits & unsure) != 0 && (bits & derived::reviewed) == 0;
        }));
}

void chart(const BattleTable& table, const Verdicts& verdicts, const Policy& policy,
           const std::stop_token& stop, RecentWorkspace& entry) {
    entry.progress.clear();
    entry.intervals.clear();
    std::vector<std::uint32_t> rows(table.size());
    std::iota(rows.begin(), rows.end(), 0U);
    rating::RatingRequest request;
    request.rounds = 30; // a chart of 80 pixels
    request.threads = 1;
    const auto report = rating::rate(table, verdicts, policy, rows, request, stop);
    if (!report || report->groups.empty())
        return;
    const std::vector<rating::RatedModel>& rated = report->groups.front().models;

    std::map<std::pair<int, int>, double> checkpoints; // by iteration, then stage
    for (const rating::RatedModel& model : rated) {
        const auto index = table.modelIndex(model.name);
        if (!index || !model.rating)
            continue;
        const Model& known = table.models[*index];
        if (known.iteration >= 0 && known.stage != StageKind::None)
            checkpoints.emplace(std::pair{known.iteration, static_cast<int>(known.stage)},
                                *model.rating);
    }
    constexpr std::size_t fewest = 3;
    if (checkpoints.size() >= fewest) {
        for (const auto& [when, rating] : checkpoints)
            entry.progress.append(rating);
        return;
    }
    for (const rating::RatedModel& model : rated)
        if (model.rating && model.lower && model.upper &&
            entry.intervals.size() < static_cast<qsizetype>(fewest))
            entry.intervals.append({*model.rating, *model.lower, *model.upper});
}

} // namespace agon::ui
