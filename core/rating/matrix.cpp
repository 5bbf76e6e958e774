#include "core/rating/matrix.h"

#include "core/rating/rate.h"

#include <limits>
#include <unordered_map>

namespace agon::rating {

Result<WinMatrix> winMatrix(const Comparisons& comparisons) {
    RatingRequest request;
    request.intervals = Intervals::None;
    const GroupRating rated = TRY(rateComparisons(comparisons, request));
    const std::size_t n = comparisons.models.size();
    WinMatrix out;
    std::unordered_map<std::string_view, std::size_t> placeOf;
    for (const RatedModel& model : rated.group.models)
        out.models.push_back(model.name);
    for (std::size_t i = 0; i < n; ++i)
        placeOf.emplace(out.models[i], i);
    std::vector<std::size_t> place(n);
    for (std::size_t model = 0; model < n; ++model)
        place[model] = placeOf[comparisons.models[model]];

    out.wins.assign(n, std::vector<std::int64_t>(n));
    const CountedPairs counted = countPairs(ByBattle(comparisons).get(), Ties::Half);
    for (const Cell& cell : counted.cells) {
        const std::size_t first = place[counted.pairs.first[cell.pair]];
        const std::size_t second = place[counted.pairs.second[cell.pair]];
        if (cell.pointsFirst > cell.pointsSecond)
            out.wins[first][second] += cell.count;
        else if (cell.pointsFirst < cell.pointsSecond)
            out.wins[second][first] += cell.count;
    }
    out.winRate.assign(n, std::vector<double>(n, std::numeric_limits<double>::quiet_NaN()));
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            if (const std::int64_t decided = out.wins[i][j] + out.wins[j][i]; decided > 0)
                out.winRate[i][j] =
                    100 * static_cast<double>(out.wins[i][j]) / static_cast<double>(decided);
    return out;
}

} // namespace agon::rating
