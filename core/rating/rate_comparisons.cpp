#include "core/rating/rate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace agon::rating {
namespace {

// Point estimates, before they are put into words.
struct Estimates {
    Existence existence;
    std::vector<double> rating; // by model
    std::optional<Rounds> rounds;
};

std::optional<AnchorIndex> anchorIn(const Comparisons& comparisons, const RatingRequest& request) {
    if (!request.anchor)
        return std::nullopt;
    const auto found =
        std::find(comparisons.models.begin(), comparisons.models.end(), request.anchor->model);
    if (found == comparisons.models.end())
        return std::nullopt;
    return AnchorIndex{static_cast<std::uint32_t>(found - comparisons.models.begin()),
                       request.anchor->value};
}

bool wantsRounds(const RatingRequest& request) {
    return request.intervals == Intervals::Bootstrap && request.rounds > 0;
}

Result<Estimates> estimate(const Comparisons& comparisons, const PairTable& pairs,
                           const RatingRequest& request, const std::optional<AnchorIndex>& anchor,
                           const std::stop_token& stop, const ProgressSink& progress) {
    BootstrapOptions options;
    options.rounds = request.rounds;
    options.unit = request.unit;
    options.seed = request.seed;
    options.anchor = anchor;
    options.ties = request.ties;
    options.prior = request.prior;
    options.threads = request.threads;
    Estimates out;
    if (request.method == Method::Elo) {
        EloOptions elo;
        elo.ties = request.ties;
        out.rating = onlineElo(comparisons, elo);
        if (anchor) {
            const double shift = anchor->value - out.rating[anchor->model];
            for (double& rating : out.rating)
                rating += shift;
        }
        const std::size_t models = comparisons.models.size();
        out.existence.status.assign(models, Status::Ok);
        out.existence.component.assign(models, 1);
        if (wantsRounds(request))
            out.rounds = TRY(bootstrapElo(comparisons, elo, options, stop, progress));
        return out;
    }
    BradleyTerryOptions bradleyTerry;
    bradleyTerry.prior = request.prior;
    if (anchor)
        bradleyTerry.reference = anchor->model;
    const BradleyTerryFit fit = TRY(fitBradleyTerry(pairs, bradleyTerry));
    out.existence = fit.existence;
    out.rating = ratingsOf(fit.theta, anchor);
    if (wantsRounds(request))
        out.rounds = TRY(bootstrapBradleyTerry(comparisons, fit, options, stop, progress));
    return out;
}

RatedModel modelOf(const Comparisons& comparisons, const Estimates& estimates, const Record& record,
                   std::size_t model) {
    RatedModel out;
    out.name = comparisons.models[model];
    out.status = estimates.existence.status[model];
    out.component = estimates.existence.component[model];
    out.wins = record.wins;
    out.losses = record.losses;
    out.ties = record.ties;
    out.battles = record.wins + record.losses + record.ties;
    if (out.status != Status::Ok)
        return out;
    out.rating = estimates.rating[model];
    if (estimates.rounds) {
        const Interval interval = estimates.rounds->interval(model);
        out.median = interval.median;
        out.lower = interval.lower;
        out.upper = interval.upper;
    }
    return out;
}

// Of the models at these places, those that are Ok get their rank.
void rank(std::vector<RatedModel>& models) {
    std::vector<double> floors; // what others must stay above to be ahead
    for (const RatedModel& model : models)
        if (model.status == Status::Ok)
            floors.push_back(model.lower.value_or(*model.rating));
    std::sort(floors.begin(), floors.end());
    for (RatedModel& model : models) {
        if (model.status != Status::Ok)
            continue;
        const double ceiling = model.upper.value_or(*model.rating);
        const auto ahead = floors.end() - std::upper_bound(floors.begin(), floors.end(), ceiling);
        model.rank = 1 + static_cast<int>(ahead);
    }
}

std::vector<std::size_t> byStrength(const Comparisons& comparisons, const Estimates& estimates) {
    const auto tier = [&](std::size_t model) {
        switch (estimates.existence.status[model]) {
        case Status::UnboundedAbove:
            return 0;
        case Status::Ok:
            return 1;
        case Status::UnboundedBelow:
            return 2;
        case Status::Disconnected:
            break;
        }
        return 3;
    };
    const auto key = [&](std::size_t model) {
        const bool ok = estimates.existence.status[model] == Status::Ok;
        return std::make_tuple(tier(model), ok ? -estimates.rating[model] : 0.0,
                               std::string_view(comparisons.models[model]));
    };
    std::vector<std::size_t> order(comparisons.models.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::size_t x, std::size_t y) { return key(x) < key(y); });
    return order;
}

std::vector<RatingDifference> differencesOf(const Comparisons& comparisons,
                                            const Estimates& estimates,
                                            std::span<const std::size_t> order,
                                            const std::stop_token& stop) {
    std::vector<RatingDifference> out;
    const auto ok = [&](std::size_t m) {
        return estimates.existence.status[m] == Status::Ok;
    };
    for (std::size_t i = 0; i < order.size() && !stop.stop_requested(); ++i)
        for (std::size_t j = i + 1; ok(order[i]) && j < order.size(); ++j) {
            if (!ok(order[j]))
                continue;
            const Interval interval = estimates.rounds->difference(order[i], order[j]);
            out.push_back({comparisons.models[order[i]], comparisons.models[order[j]],
                           estimates.rating[order[i]] - estimates.rating[order[j]], interval.lower,
                           interval.upper});
        }
    return out;
}

} // namespace

Result<void> checkRequest(const RatingRequest& request) {
    const auto refuse = [](std::string message) {
        return fail(ErrorCode::InvalidInput, std::move(message));
    };
    if (request.intervals == Intervals::Sandwich)
        return refuse("intervals \"sandwich\" are not offered yet; use bootstrap or none");
    constexpr int mostRounds = 100000;
    if (request.rounds < 0 || request.rounds > mostRounds)
        return refuse(fmt::format("bootstrap rounds: {} is not between 0 and {}", request.rounds,
                                  mostRounds));
    if (!(request.prior >= 0) || !std::isfinite(request.prior))
        return refuse(
            fmt::format("prior: {} is not a number of battles, 0 or more", request.prior));
    if (request.prior > 0 && request.method == Method::Elo)
        return refuse("a prior belongs to Bradley–Terry; Elo has none");
    if (request.anchor && !std::isfinite(request.anchor->value))
        return refuse(
            fmt::format("anchor \"{}\": its rating is not a finite number", request.anchor->model));
    if (request.differences && !wantsRounds(request))
        return refuse("intervals of differences come from bootstrap rounds; ask for some");
    return {};
}

Result<GroupRating> rateComparisons(const Comparisons& comparisons, const RatingRequest& request,
                                    std::stop_token stop, const ProgressSink& progress) {
    TRY(checkRequest(request));
    if (comparisons.size() == 0)
        return fail(ErrorCode::InvalidInput, "there is no battle to rate");
    const auto anchor = anchorIn(comparisons, request);
    const ByBattle battles(comparisons);
    const CountedPairs counted = countPairs(battles.get(), Ties::Half);
    const auto records = recordsOf(counted);
    std::optional<CountedPairs> withoutTies;
    if (request.ties == Ties::Drop) {
        withoutTies = countPairs(battles.get(), Ties::Drop);
        if (withoutTies->cells.empty())
            return fail(ErrorCode::InvalidInput, "every battle is a tie, and ties are dropped: "
                                                 "nothing is left to rate; count them as half");
    }
    const PairTable& pairs = withoutTies ? withoutTies->pairs : counted.pairs;
    const Estimates estimates = TRY(estimate(comparisons, pairs, request, anchor, stop, progress));

    GroupRating out;
    out.unit = estimates.rounds ? estimates.rounds->unit : request.unit;
    out.group.name = "all";
    out.group.anchored = anchor.has_value();
    out.group.battles = static_cast<std::int64_t>(comparisons.battleCount());
    out.group.divergentRounds = estimates.rounds ? estimates.rounds->divergent : 0;
    const auto order = byStrength(comparisons, estimates);
    for (const auto model : order)
        out.group.models.push_back(modelOf(comparisons, estimates, records[model], model));
    rank(out.group.models);
    if (request.differences)
        out.group.differences = differencesOf(comparisons, estimates, order, stop);
    if (stop.stop_requested())
        return cancelled();
    return out;
}

} // namespace agon::rating
