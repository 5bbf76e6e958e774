// The bootstrap: ratings of many resampled rounds, and the intervals that follow from them.
//
// Every round has a random stream of its own, so that the numbers depend on the seed and the data
// only, never on the number of threads.
#pragma once

#include "core/jobs/progress.h"
#include "core/rating/bradley_terry.h"
#include "core/rating/elo.h"
#include "core/rating/quantile.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace agon::rating {

// What is drawn with replacement. Instruction: all battles on one instruction together. Battle: a
// battle with all its games. Game: single games (the same as Battle unless games are separate).
enum class Unit : std::uint8_t { Instruction, Battle, Game };

// A model, by index, whose rating is set.
struct AnchorIndex {
    std::uint32_t model = 0;
    double value = ratingCentre;
};

struct BootstrapOptions {
    int rounds = 100;
    Unit unit = Unit::Instruction;
    std::uint64_t seed = 0;
    std::optional<AnchorIndex> anchor; // held inside every round
    Ties ties = Ties::Half;
    double prior = 0;
    unsigned threads = 0; // 0: as many as the machine has, at most 8
};

// The ratings of all rounds.
struct Rounds {
    std::size_t rounds = 0;
    std::size_t models = 0;
    // Round-major. ±infinity where the round has no finite rating, NaN where it says nothing.
    std::vector<double> rating;
    std::int64_t divergent = 0; // rounds in which not everybody rated had a finite rating
    Unit unit = Unit::Battle;   // what was really drawn: without instructions, battles

    [[nodiscard]] double at(std::size_t round, std::size_t model) const {
        return rating[round * models + model];
    }
    [[nodiscard]] Interval interval(std::size_t model) const;
    // Of rating(a) - rating(b), from the same rounds.
    [[nodiscard]] Interval difference(std::size_t a, std::size_t b) const;
};

// `fit` is the fit of `comparisons` under the same ties, prior and anchor. Errors: Cancelled;
// Internal. At least one comparison must be left by the ties rule.
[[nodiscard]] Result<Rounds> bootstrapBradleyTerry(const Comparisons& comparisons,
                                                   const BradleyTerryFit& fit,
                                                   const BootstrapOptions& options,
                                                   std::stop_token stop = {},
                                                   const ProgressSink& progress = {});

// Rounds keep the order of the data: what is drawn twice is played twice in its place.
[[nodiscard]] Result<Rounds> bootstrapElo(const Comparisons& comparisons, const EloOptions& elo,
                                          const BootstrapOptions& options,
                                          std::stop_token stop = {},
                                          const ProgressSink& progress = {});

// Elo points of a fit: mean 1000 over the rated, or the anchor at its value. NaN, ±infinity stay.
[[nodiscard]] std::vector<double> ratingsOf(std::span<const double> theta,
                                            const std::optional<AnchorIndex>& anchor);

} // namespace agon::rating
