// Everything that is asked of a workspace's ratings at once, as one value: leaderboard, intervals
// by instruction and by battle, judges, win rates, progress. What the Ratings panel shows.
#pragma once

#include "core/rating/agreement.h"
#include "core/rating/judge_quality.h"
#include "core/rating/matrix.h"
#include "core/rating/model_facts.h"
#include "core/rating/progress.h"
#include "core/rating/rate.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace agon::rating {

// What a person chooses beyond the policy.
struct OverviewChoice {
    std::string set; // empty: all sets
    Method method = Method::BradleyTerry;
    Ties ties = Ties::Half;
    Intervals intervals = Intervals::Bootstrap;
    Unit unit = Unit::Instruction;
    std::optional<Anchor> anchor;
    std::uint64_t seed = 42;
    std::string family; // whose progress is shown; empty: the largest

    bool operator==(const OverviewChoice&) const = default;
};

// Immutable once made. With a `problem` there are no ratings, and it says why, for a person.
struct Overview {
    std::shared_ptr<const BattleTable> table;
    OverviewChoice choice;
    std::string problem;
    RatingReport report;
    // Where `report` resamples instructions: the bounds by battle, by name, for comparison.
    std::unordered_map<std::string, std::pair<double, double>> byBattle;
    std::unordered_map<std::string, ModelFacts> facts;
    std::vector<JudgeQuality> judges;
    std::optional<Agreement> human; // judges against people, where both have voted
    WinMatrix matrix;
    std::vector<std::string> families;
    StageProgress progress;
    bool complete = false; // false: intervals and progress are still being computed
    double seconds = 0;

    [[nodiscard]] const std::vector<RatedModel>& models() const;
    // Pairs whose interval of the difference leaves out 0, of all pairs that have one.
    [[nodiscard]] std::pair<int, int> separatedPairs() const;
    // rating(one) - rating(other), whichever way round it was computed.
    [[nodiscard]] std::optional<RatingDifference> difference(std::string_view one,
                                                             std::string_view other) const;
};

// Ratings and win rates alone: quick, so that an override is seen at once. A stop gives an
// incomplete value that nobody should show.
[[nodiscard]] Overview rateQuickly(std::shared_ptr<const BattleTable> table,
                                   const Verdicts& verdicts, const Policy& policy,
                                   const OverviewChoice& choice, std::stop_token stop);
// Everything; seconds for a million battles.
[[nodiscard]] Overview rateFully(std::shared_ptr<const BattleTable> table, const Verdicts& verdicts,
                                 const Policy& policy, const OverviewChoice& choice,
                                 std::stop_token stop, const ProgressSink& progress);

} // namespace agon::rating
