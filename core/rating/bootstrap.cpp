#include "core/rating/bootstrap.h"

#include "core/rating/resampling.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>
#include <variant>

namespace agon::rating {
namespace {

// The unit that the data allows.
Unit usableUnit(const Comparisons& comparisons, Unit wanted) {
    if (wanted == Unit::Instruction && comparisons.cluster.empty())
        return Unit::Battle;
    if (wanted == Unit::Game && comparisons.battle.empty())
        return Unit::Battle;
    return wanted;
}

// Runs work(block) for every block of rounds on several threads; the caller's thread is one of them
// and the only one that reports.
template <class MakeWork>
Result<void> inBlocks(const BootstrapOptions& options, const std::stop_token& stop,
                      const ProgressSink& progress, const MakeWork& makeWork) {
    const auto rounds = static_cast<std::size_t>(std::max(0, options.rounds));
    const std::size_t blocks = (rounds + roundsPerBlock - 1) / roundsPerBlock;
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> done = 0;
    const auto run = [&](ProgressMeter* meter) {
        auto work = makeWork();
        for (std::size_t block = next++; block < blocks; block = next++) {
            if (stop.stop_requested())
                return;
            work(block);
            const std::size_t finished = ++done;
            if (meter != nullptr)
                meter->report("bootstrap", std::min(rounds, finished * roundsPerBlock), rounds);
        }
    };
    const unsigned wanted =
        options.threads != 0 ? options.threads : std::thread::hardware_concurrency();
    const std::size_t threads = std::min<std::size_t>(std::clamp(wanted, 1U, 8U), blocks);
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < threads; ++i)
            others.emplace_back([&] { run(nullptr); });
        ProgressMeter meter(progress);
        run(&meter);
    }
    if (done != blocks)
        return cancelled();
    return {};
}

Rounds emptyRounds(const Comparisons& comparisons, const BootstrapOptions& options) {
    Rounds out;
    out.rounds = static_cast<std::size_t>(std::max(0, options.rounds));
    out.models = comparisons.models.size();
    out.rating.resize(out.rounds * out.models);
    out.unit = usableUnit(comparisons, options.unit);
    return out;
}

// Writes one round's ratings. Without an anchor the rated ones are shifted to the mean that the
// point estimate gives to the same models, so that a round in which some run away stays comparable.
void writeRound(std::span<const double> theta, const BradleyTerryFit& fit,
                const std::optional<AnchorIndex>& anchor, std::span<double> out) {
    const auto ratings = ratingsOf(theta, anchor);
    double shift = 0;
    if (!anchor) {
        double sum = 0;
        int count = 0;
        for (std::size_t m = 0; m < ratings.size(); ++m)
            if (std::isfinite(ratings[m]) && std::isfinite(fit.theta[m])) {
                sum += ratingCentre + pointsPerTheta * fit.theta[m] - ratings[m];
                ++count;
            }
        shift = count > 0 ? sum / count : 0;
    }
    for (std::size_t m = 0; m < ratings.size(); ++m)
        out[m] = ratings[m] + shift;
}

using Resampler = std::variant<EntryResampler, ClusterResampler>;

} // namespace

Interval Rounds::interval(std::size_t model) const {
    std::vector<double> values(rounds);
    for (std::size_t r = 0; r < rounds; ++r)
        values[r] = at(r, model);
    return percentileInterval(std::move(values));
}

Interval Rounds::difference(std::size_t a, std::size_t b) const {
    std::vector<double> values(rounds);
    for (std::size_t r = 0; r < rounds; ++r)
        values[r] = at(r, a) - at(r, b);
    return percentileInterval(std::move(values));
}

std::vector<double> ratingsOf(std::span<const double> theta,
                              const std::optional<AnchorIndex>& anchor) {
    std::vector<double> out(theta.size());
    std::transform(theta.begin(), theta.end(), out.begin(),
                   [](double t) { return ratingCentre + pointsPerTheta * t; });
    if (anchor) {
        const double shift = anchor->value - out[anchor->model];
        for (double& rating : out)
            rating += shift;
        out[anchor->model] = anchor->value;
    }
    return out;
}

Result<Rounds> bootstrapBradleyTerry(const Comparisons& comparisons, const BradleyTerryFit& fit,
                                     const BootstrapOptions& options, std::stop_token stop,
                                     const ProgressSink& progress) {
    Rounds out = emptyRounds(comparisons, options);
    const ByBattle battles(comparisons);
    const Comparisons& units = out.unit == Unit::Game ? comparisons : battles.get();
    const CountedPairs counted = countPairs(units, options.ties);
    // Clusters of one entry each are entries, if ties are not left out of them.
    const bool clustered = out.unit == Unit::Instruction &&
                           (units.clusters != units.size() || options.ties == Ties::Drop);
    const Resampler resampler = clustered ? Resampler(std::in_place_type<ClusterResampler>, units,
                                                      options.ties, counted.pairs)
                                          : Resampler(std::in_place_type<EntryResampler>, counted);
    BradleyTerryOptions bradleyTerry{options.prior, std::nullopt};
    if (options.anchor)
        bradleyTerry.reference = options.anchor->model;
    const Refitter refitter(counted.pairs, bradleyTerry, fit);
    std::atomic<std::int64_t> divergent = 0;
    const auto makeWork = [&] {
        return [&, own = Refitter(refitter),
                block = RoundBlock(counted.pairs.size())](std::size_t index) mutable {
            const std::size_t begin = index * roundsPerBlock;
            std::visit([&](const auto& draws) { draws.draw(options.seed, begin, block); },
                       resampler);
            for (std::size_t r = 0; r < roundsPerBlock && begin + r < out.rounds; ++r) {
                const auto outcome = own.refit(block.first(r), block.second(r));
                divergent += outcome.finite ? 0 : 1;
                writeRound(outcome.theta, fit, options.anchor,
                           std::span(out.rating).subspan((begin + r) * out.models, out.models));
            }
        };
    };
    TRY(inBlocks(options, stop, progress, makeWork));
    out.divergent = divergent;
    return out;
}

Result<Rounds> bootstrapElo(const Comparisons& comparisons, const EloOptions& elo,
                            const BootstrapOptions& options, std::stop_token stop,
                            const ProgressSink& progress) {
    Rounds out = emptyRounds(comparisons, options);
    std::span<const std::uint32_t> unitOf;
    auto units = static_cast<std::uint32_t>(comparisons.size());
    if (out.unit == Unit::Instruction) {
        unitOf = comparisons.cluster;
        units = comparisons.clusters;
    } else if (out.unit == Unit::Battle && !comparisons.battle.empty()) {
        unitOf = comparisons.battle;
        units = comparisons.battles;
    }
    const auto makeWork = [&] {
        return [&](std::size_t index) {
            const std::size_t begin = index * roundsPerBlock;
            for (std::size_t r = begin; r < std::min(begin + roundsPerBlock, out.rounds); ++r) {
                Random random(options.seed, r);
                const auto repeats = drawRepeats(random, units);
                auto ratings = onlineElo(comparisons, elo, repeats, unitOf);
                const double shift =
                    options.anchor ? options.anchor->value - ratings[options.anchor->model] : 0;
                for (std::size_t m = 0; m < out.models; ++m)
                    out.rating[r * out.models + m] = ratings[m] + shift;
            }
        };
    };
    TRY(inBlocks(options, stop, progress, makeWork));
    return out;
}

} // namespace agon::rating
