// The room arena: what to battle, asking for it, resuming it, at a known price.
//
// A run's specification: who fights on what, who judges how, within which limits. Stored with the
// run, so that resuming needs nothing else.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

enum class PairPlan : std::uint8_t {
    RoundRobin, // everybody against everybody
    Target,     // `pivot` against each other
    Baseline,   // each other against `pivot`
    Sampled,    // `budget` battles, spent where the ratings know least
};
[[nodiscard]] std::string_view pairPlanName(PairPlan plan); // "round-robin", "target" …

// A judge that is the fighter or of its family (core/judge/self_judging.h).
enum class OwnAnswers : std::uint8_t {
    Allow, // warned about
    ExcludeSame,
    ExcludeFamily,
};
[[nodiscard]] std::string_view ownAnswersName(OwnAnswers rule);

// Instructions of a category that others judge, or that are judged in another way.
struct CategoryRule {
    std::string category;
    std::vector<ModelId> judges; // empty: the run's
    std::string style;           // empty: the run's

    bool operator==(const CategoryRule&) const = default;
};

struct RunSpec {
    SetId set;
    std::vector<std::string> categories; // only these; empty: all
    std::int64_t limit = 0;              // instructions, drawn by the seed; 0: all
    std::vector<ModelId> fighters;       // A is the earlier one in this order
    std::vector<ModelId> judges;
    PairPlan plan = PairPlan::RoundRobin;
    ModelId pivot;           // of Target and Baseline; one of the fighters
    std::int64_t budget = 0; // battles, of Sampled
    std::string style;       // of the prompt; empty: the usual one
    std::vector<CategoryRule> rules;
    OwnAnswers ownAnswers = OwnAnswers::Allow;
    int judgeAttempts = 3;         // calls for one game, until one has a verdict
    bool retryInvalid = false;     // games that ended as invalid are asked again
    int atOnce = 32;               // calls in flight, over all models
    std::optional<double> maxCost; // dollars
    std::uint64_t seed = 1;

    bool operator==(const RunSpec&) const = default;
};

// One line of JSON with sorted keys, and back. Errors: InvalidInput with the key that is wrong.
[[nodiscard]] std::string writeRunSpec(const RunSpec& spec);
[[nodiscard]] Result<RunSpec> readRunSpec(std::string_view json);

// Errors: InvalidInput, with what is missing or contradictory. Knows only the specification.
[[nodiscard]] Result<void> checkRunSpec(const RunSpec& spec);

} // namespace agon
