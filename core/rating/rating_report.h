// What is asked of a rating, and what comes back: the values behind `agonctl rate`.
#pragma once

#include "core/rating/bootstrap.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace agon::rating {

enum class Method : std::uint8_t { BradleyTerry, Elo };
enum class Intervals : std::uint8_t { Bootstrap, Sandwich, None };
// Judge: every judge of the policy is rated apart.
enum class GroupBy : std::uint8_t { None, Category, Set, Iteration, Judge };

// A model whose rating is set.
struct Anchor {
    std::string model;
    double value = ratingCentre;

    bool operator==(const Anchor&) const = default;
};

struct RatingRequest {
    Method method = Method::BradleyTerry;
    Ties ties = Ties::Half;
    Intervals intervals = Intervals::Bootstrap;
    int rounds = 100;
    Unit unit = Unit::Instruction;
    std::optional<Anchor> anchor; // none: the mean is 1000
    std::uint64_t seed = 0;       // of the intervals; ratings never depend on it
    GroupBy groupBy = GroupBy::None;
    bool differences = false; // intervals of all pairs
    double prior = 0; // tied battles against a phantom of average strength; Bradley–Terry only
    unsigned threads = 0; // 0: as many as the machine has
};

struct RatedModel {
    std::string name;
    Status status = Status::Ok;
    std::uint32_t component = 1;
    // Set for Ok only. Bounds may be infinite, where too many rounds have no finite rating.
    std::optional<double> rating;
    std::optional<double> median; // with intervals only, as the bounds
    std::optional<double> lower;  // 2.5 %
    std::optional<double> upper;  // 97.5 %
    // 1 + the number of models whose lower bound is above this one's upper bound (LMSYS); without
    // intervals, whose rating is above.
    std::optional<int> rank;
    std::int64_t battles = 0; // wins + losses + ties, dropped ties too
    std::int64_t wins = 0;    // a soft preference counts for the side it leans to
    std::int64_t losses = 0;
    std::int64_t ties = 0;
};

// rating(a) - rating(b); a is before b in the group. Only of pairs that are both Ok.
struct RatingDifference {
    std::string a;
    std::string b;
    double difference = 0;
    double lower = 0; // may be infinite
    double upper = 0;
};

struct RatedGroup {
    std::string name;               // "all", a category, a set, an iteration's number, a judge
    std::vector<RatedModel> models; // by strength: unbounded above, by rating, below, disconnected
    std::vector<RatingDifference> differences;
    std::int64_t battles = 0;
    std::int64_t divergentRounds = 0;
    bool anchored = false; // false: the mean is 1000
};

struct RatingReport {
    RatingRequest request;
    std::vector<std::string> judges; // of the policy, by name
    Policy policy;
    std::int64_t battles = 0; // that count, dropped ties too
    std::int64_t invalid = 0;
    std::int64_t selfBattles = 0;
    std::int64_t bad = 0;             // both bad: rated as ties
    std::int64_t divergentRounds = 0; // of all groups
    Unit unit = Unit::Instruction;    // what was really resampled
    std::vector<RatedGroup> groups;
    std::vector<std::string> notes; // what a person should know: fallbacks, left-out groups
};

} // namespace agon::rating
