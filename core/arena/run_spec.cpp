#include "core/arena/run_spec.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace agon {
namespace {

using Json = nlohmann::json; // sorts its keys

constexpr std::array<std::string_view, 4> planNames{"round-robin", "target", "baseline", "sampled"};
constexpr std::array<std::string_view, 3> ownNames{"allow", "exclude-same", "exclude-family"};

Json idsOf(const std::vector<ModelId>& models) {
    Json out = Json::array();
    for (const ModelId model : models)
        out.push_back(model.value);
    return out;
}

// The stored specification may come from a stranger; nlohmann's exceptions end here.
class Fields {
  public:
    explicit Fields(const Json& object)
        : m_object(object) {}

    template <class T>
    void take(const char* key, T& value) {
        const auto found = m_object.find(key);
        if (found == m_object.end() || found->is_null())
            return;
        try {
            found->get_to(value);
        } catch (const Json::exception&) {
            m_wrong = key;
        }
    }
    void take(const char* key, std::vector<ModelId>& models) {
        std::vector<std::int64_t> ids;
        take(key, ids);
        for (const std::int64_t id : ids)
            models.push_back({id});
    }
    template <class Enum, std::size_t n>
    void take(const char* key, const std::array<std::string_view, n>& names, Enum& value) {
        std::string name;
        take(key, name);
        const auto found = std::find(names.begin(), names.end(), name);
        if (found != names.end())
            value = static_cast<Enum>(found - names.begin());
        else if (!name.empty())
            m_wrong = key;
    }
    [[nodiscard]] const std::string& wrong() const { return m_wrong; }

  private:
    const Json& m_object;
    std::string m_wrong;
};

} // namespace

std::string_view pairPlanName(PairPlan plan) {
    return planNames[static_cast<std::size_t>(plan)];
}

std::string_view ownAnswersName(OwnAnswers rule) {
    return ownNames[static_cast<std::size_t>(rule)];
}

std::string writeRunSpec(const RunSpec& spec) {
    Json out = {{"set", spec.set.value},
                {"categories", spec.categories},
                {"limit", spec.limit},
                {"fighters", idsOf(spec.fighters)},
                {"judges", idsOf(spec.judges)},
                {"plan", pairPlanName(spec.plan)},
                {"style", spec.style},
                {"own_answers", ownAnswersName(spec.ownAnswers)},
                {"judge_attempts", spec.judgeAttempts},
                {"retry_invalid", spec.retryInvalid},
                {"at_once", spec.atOnce},
                {"seed", spec.seed}};
    if (spec.pivot.valid())
        out["pivot"] = spec.pivot.value;
    if (spec.budget > 0)
        out["budget"] = spec.budget;
    if (spec.maxCost)
        out["max_cost"] = *spec.maxCost;
    for (const CategoryRule& rule : spec.rules)
        out["rules"].push_back(
            {{"category", rule.category}, {"judges", idsOf(rule.judges)}, {"style", rule.style}});
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<RunSpec> readRunSpec(std::string_view json) {
    const Json object = Json::parse(json, nullptr, false);
    if (!object.is_object())
        return fail(ErrorCode::InvalidInput, "the specification of this run is not JSON");
    RunSpec out;
    Fields fields(object);
    fields.take("set", out.set.value);
    fields.take("categories", out.categories);
    fields.take("limit", out.limit);
    fields.take("fighters", out.fighters);
    fields.take("judges", out.judges);
    fields.take("plan", planNames, out.plan);
    fields.take("pivot", out.pivot.value);
    fields.take("budget", out.budget);
    fields.take("style", out.style);
    fields.take("own_answers", ownNames, out.ownAnswers);
    fields.take("judge_attempts", out.judgeAttempts);
    fields.take("retry_invalid", out.retryInvalid);
    fields.take("at_once", out.atOnce);
    fields.take("seed", out.seed);
    if (object.contains("max_cost")) {
        double most = 0;
        fields.take("max_cost", most);
        out.maxCost = most;
    }
    if (const auto rules = object.find("rules"); rules != object.end() && rules->is_array())
        for (const Json& each : *rules) {
            CategoryRule rule;
            if (!each.is_object())
                return fail(ErrorCode::InvalidInput, "this run's “rules” cannot be read");
            Fields parts(each);
            parts.take("category", rule.category);
            parts.take("judges", rule.judges);
            parts.take("style", rule.style);
            if (!parts.wrong().empty())
                return fail(ErrorCode::InvalidInput, "this run's “rules” cannot be read");
            out.rules.push_back(std::move(rule));
        }
    if (!fields.wrong().empty())
        return fail(ErrorCode::InvalidInput,
                    fmt::format("this run's “{}” cannot be read", fields.wrong()));
    TRY(checkRunSpec(out));
    return out;
}

Result<void> checkRunSpec(const RunSpec& spec) {
    const auto refuse = [](std::string_view what) {
        return fail(ErrorCode::InvalidInput, std::string(what));
    };
    if (!spec.set.valid())
        return refuse("choose the set of instructions to fight on");
    if (spec.fighters.size() < 2)
        return refuse("a battle needs two models: name at least two");
    if (std::set<ModelId>(spec.fighters.begin(), spec.fighters.end()).size() !=
        spec.fighters.size())
        return refuse("a model is named twice among those that fight");
    if (spec.judges.empty())
        return refuse("choose a judge");
    if (std::set<ModelId>(spec.judges.begin(), spec.judges.end()).size() != spec.judges.size())
        return refuse("a judge is named twice");
    const bool pivots = spec.plan == PairPlan::Target || spec.plan == PairPlan::Baseline;
    if (pivots &&
        std::find(spec.fighters.begin(), spec.fighters.end(), spec.pivot) == spec.fighters.end())
        return refuse("the model that the others meet must be one of those that fight");
    if (spec.plan == PairPlan::Sampled && spec.budget < 1)
        return refuse("a sampled plan needs a budget of battles");
    if (spec.limit < 0 || spec.atOnce < 1 || spec.atOnce > 4096)
        return refuse("calls at once are 1 to 4096, and a limit of instructions is not negative");
    if (spec.judgeAttempts < 1 || spec.judgeAttempts > 10)
        return refuse("a judge is asked 1 to 10 times for a verdict");
    if (spec.maxCost && !(*spec.maxCost >= 0))
        return refuse("the most that a run may cost is a number of dollars, 0 or more");
    return {};
}

} // namespace agon
