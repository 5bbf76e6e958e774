#include "core/arena/rounds.h"

#include "core/arena/allocation.h"
#include "core/battles/battle_table.h"
#include "core/rating/bradley_terry.h"
#include "core/rating/comparisons.h"
#include "core/store/run_appender.h"
#include "core/store/run_reader.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace agon {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t sampledRounds = 10; // in which a budget is spent

std::string countsText(const std::vector<std::int64_t>& counts) {
    return Json{{"counts", counts}}.dump();
}

Result<std::vector<std::int64_t>> countsFrom(const std::string& plan, std::size_t pairs) {
    const Json object = Json::parse(plan, nullptr, false);
    const auto counts = object.is_object() ? object.find("counts") : object.end();
    std::vector<std::int64_t> out;
    if (object.is_object() && counts != object.end() && counts->is_array())
        for (const Json& count : *counts)
            out.push_back(count.is_number_integer()
                              ? std::clamp<std::int64_t>(count.get<std::int64_t>(), 0, 1'000'000)
                              : 0);
    if (out.size() != pairs)
        return fail(ErrorCode::Corrupt, "a round of this run cannot be read; start a new run, it "
                                        "finds what is there");
    return out;
}

// What the battles of this set say about these models under the run's judges.
Result<Knowledge> knowledgeOf(Workspace& workspace, const RunSpec& spec, const Cast& cast,
                              const std::vector<FighterPair>& pairs, const std::string& setName) {
    const auto table = TRY(loadBattleTable(workspace, {}));
    Policy policy;
    for (const std::size_t judge : cast.usual)
        if (const auto index = table->modelIndex(cast.judges[judge].model.id))
            policy.judges.push_back(*index);
    const Verdicts verdicts = deriveVerdicts(*table, policy);
    std::vector<int> fighterOf(table->models.size(), -1);
    for (std::size_t i = 0; i < spec.fighters.size(); ++i)
        if (const auto index = table->modelIndex(spec.fighters[i]))
            fighterOf[*index] = static_cast<int>(i);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < table->size(); ++row)
        if (fighterOf[table->modelA[row]] >= 0 && fighterOf[table->modelB[row]] >= 0 &&
            table->sets[table->set[row]] == setName)
            rows.push_back(row);
    const auto comparisons = rating::comparisonsFrom(*table, verdicts, policy, rows);
    const auto counted = rating::countPairs(comparisons, rating::Ties::Half);
    rating::BradleyTerryOptions options;
    options.prior = 1;
    const auto fit = TRY(rating::fitBradleyTerry(counted.pairs, options));

    Knowledge out;
    out.theta.assign(spec.fighters.size(), 0);
    out.fought.assign(pairs.size(), 0);
    std::vector<int> byName(comparisons.models.size(), -1);
    for (std::size_t i = 0; i < comparisons.models.size(); ++i)
        for (std::size_t k = 0; k < cast.fighters.size(); ++k)
            if (cast.fighters[k].model.name == comparisons.models[i]) {
                byName[i] = static_cast<int>(k);
                if (i < fit.theta.size() && std::isfinite(fit.theta[i]))
                    out.theta[k] = fit.theta[i];
            }
    for (const rating::Cell& cell : counted.cells) {
        const int x = byName[counted.pairs.first[cell.pair]];
        const int y = byName[counted.pairs.second[cell.pair]];
        for (std::size_t i = 0; i < pairs.size(); ++i)
            if ((pairs[i].a == x && pairs[i].b == y) || (pairs[i].a == y && pairs[i].b == x))
                out.fought[i] += cell.count;
    }
    return out;
}

} // namespace

std::int64_t gamesOf(const UnitPlan& unit, const RunSpec& spec, const Cast& cast) {
    std::int64_t each = 0;
    for (const FighterPair& pair : *unit.pairs)
        for (const std::size_t judge : cast.judgesOf(unit.category))
            each += cast.allowed(spec.ownAnswers, judge, pair.a, pair.b) ? 2 : 0;
    return each * unit.turns;
}

std::int64_t answersOf(const UnitPlan& unit) {
    std::vector<std::uint16_t> fighters;
    for (const FighterPair& pair : *unit.pairs) {
        fighters.push_back(pair.a);
        fighters.push_back(pair.b);
    }
    std::sort(fighters.begin(), fighters.end());
    return std::unique(fighters.begin(), fighters.end()) - fighters.begin();
}

Result<std::vector<PlannedInstruction>> instructionsFor(const RunSpec& spec, const Cast& cast,
                                                        Workspace& workspace) {
    std::vector<NamedId> names;
    const auto all = TRY(workspace.read<std::vector<PlannedInstruction>>(
        [&](Reader& reader) -> Result<std::vector<PlannedInstruction>> {
            names = TRY(reader.names("categories"));
            return RunReader(reader).instructionsOf(spec.set);
        }));
    std::vector<std::int64_t> categories;
    for (const std::string& name : spec.categories) {
        const auto found = std::find_if(names.begin(), names.end(),
                                        [&](const NamedId& known) { return known.name == name; });
        if (found == names.end())
            return fail(ErrorCode::InvalidInput,
                        fmt::format("there is no category “{}” in this workspace", name));
        categories.push_back(found->id);
    }
    auto chosen = chooseInstructions(all, categories, spec.limit, spec.seed);
    if (chosen.empty())
        return fail(ErrorCode::InvalidInput,
                    all.empty() ? "this set has no instructions with a text; import some into it"
                                : "no instruction of this set is in these categories");
    for (const PlannedInstruction& one : chosen)
        if (one.turns > 1)
            for (const std::size_t judge : cast.judgesOf(one.category))
                if (!cast.judges[judge].style->multiTurn)
                    return fail(ErrorCode::InvalidInput,
                                fmt::format("the prompt style “{}” cannot show instructions of "
                                            "several turns, and this set has some; choose another",
                                            cast.judges[judge].style->id));
    return chosen;
}

Rounds::Rounds(Workspace& workspace, const RunSpec& spec, std::shared_ptr<const Cast> cast)
    : m_workspace(workspace)
    , m_spec(spec)
    , m_cast(std::move(cast)) {}

Result<void> Rounds::choose() {
    m_chosen = TRY(instructionsFor(m_spec, *m_cast, m_workspace));
    m_pairs = pairsOf(m_spec);
    m_before.assign(m_pairs.size(), 0);
    const auto sets = TRY(m_workspace.read<std::vector<NamedId>>(
        [](Reader& reader) { return reader.names("sets"); }));
    for (const NamedId& set : sets)
        if (set.id == m_spec.set.value) {
            m_setName = set.name;
            m_title = fmt::format("{} · {} models · {}", set.name, m_spec.fighters.size(),
                                  pairPlanName(m_spec.plan));
        }
    if (m_title.empty())
        return fail(ErrorCode::NotFound, "the set of this run is not in the workspace any more");
    return {};
}

Result<bool> Rounds::next(RunId run) {
    const auto rounds = TRY(m_workspace.read<std::vector<RunRound>>(
        [&](Reader& reader) { return RunReader(reader).rounds(run); }));
    const bool sampled = m_spec.plan == PairPlan::Sampled;
    if (!sampled && m_round > 0)
        return false;
    std::vector<std::int64_t> counts;
    std::int64_t firstBattle = 0;
    if (m_round < static_cast<int>(rounds.size())) {
        const RunRound& known = rounds[static_cast<std::size_t>(m_round)];
        firstBattle = known.firstBattle;
        if (sampled)
            counts = TRY(countsFrom(known.plan, m_pairs.size()));
    } else {
        if (sampled)
            counts = TRY(sample());
        const RoundPlan unnumbered = planRound(counts, 0);
        if (unnumbered.battles == 0)
            return false;
        firstBattle = TRY(m_workspace.write<RunRound>([&](Appender& appender) {
                          return RunAppender(appender).addRound(run, m_round, unnumbered.battles,
                                                                countsText(counts));
                      })).firstBattle;
    }
    m_plan = planRound(counts, firstBattle);
    for (std::size_t i = 0; i < counts.size(); ++i)
        m_before[i] += counts[i];
    ++m_round;
    return true;
}

RoundPlan Rounds::planRound(const std::vector<std::int64_t>& counts,
                            std::int64_t firstBattle) const {
    return m_spec.plan == PairPlan::Sampled
               ? sampledRound(m_chosen, m_pairs, m_before, counts, m_spec.seed, firstBattle)
               : fullRound(m_chosen, m_pairs, firstBattle);
}

// Of each pair, how many instructions the next round takes; all 0 when the budget is spent.
Result<std::vector<std::int64_t>> Rounds::sample() {
    const auto instructions = static_cast<std::int64_t>(m_chosen.size());
    std::int64_t turns = 0;
    for (const PlannedInstruction& one : m_chosen)
        turns += one.turns;
    // An instruction of two turns is two battles.
    const std::int64_t draws =
        std::max<std::int64_t>(1, m_spec.budget * instructions / std::max<std::int64_t>(turns, 1));
    const std::int64_t spent = std::accumulate(m_before.begin(), m_before.end(), std::int64_t{0});
    const std::int64_t some = std::max<std::int64_t>((draws + sampledRounds - 1) / sampledRounds,
                                                     static_cast<std::int64_t>(m_pairs.size()));
    std::vector<std::int64_t> room;
    for (const std::int64_t taken : m_before)
        room.push_back(instructions - taken);
    return allocate(m_pairs, TRY(knowledgeOf(m_workspace, m_spec, *m_cast, m_pairs, m_setName)),
                    room, std::clamp<std::int64_t>(draws - spent, 0, some));
}

std::int64_t Rounds::answers() const {
    std::int64_t out = 0;
    for (const UnitPlan& unit : m_plan.units)
        out += answersOf(unit);
    return out;
}

std::int64_t Rounds::games() const {
    std::int64_t out = 0;
    for (const UnitPlan& unit : m_plan.units)
        out += gamesOf(unit, m_spec, *m_cast);
    return out;
}

} // namespace agon
