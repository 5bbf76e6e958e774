#include "core/arena/plan.h"

#include "core/base/hash.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace agon {
namespace {

std::uint64_t rankOf(std::uint64_t seed, std::int64_t instruction) {
    return hashCombine(seed, static_cast<std::uint64_t>(instruction));
}

void numberBattles(RoundPlan& round, std::int64_t firstBattle) {
    for (UnitPlan& unit : round.units) {
        unit.firstBattle = firstBattle + round.battles;
        round.battles += unit.battles();
    }
}

// Positions of instructions by rank.
std::vector<std::size_t> shuffled(std::span<const PlannedInstruction> chosen, std::uint64_t seed) {
    std::vector<std::pair<std::uint64_t, std::size_t>> ranked;
    ranked.reserve(chosen.size());
    for (std::size_t i = 0; i < chosen.size(); ++i)
        ranked.emplace_back(rankOf(seed, chosen[i].id.value), i);
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::size_t> out;
    out.reserve(ranked.size());
    for (const auto& [rank, position] : ranked)
        out.push_back(position);
    return out;
}

} // namespace

std::vector<FighterPair> pairsOf(const RunSpec& spec) {
    std::vector<FighterPair> out;
    const std::size_t fighters = spec.fighters.size();
    const auto pivot = static_cast<std::size_t>(
        std::find(spec.fighters.begin(), spec.fighters.end(), spec.pivot) - spec.fighters.begin());
    const bool pivots = spec.plan == PairPlan::Target || spec.plan == PairPlan::Baseline;
    for (std::size_t a = 0; a < fighters; ++a)
        for (std::size_t b = a + 1; b < fighters; ++b)
            if (!pivots || a == pivot || b == pivot)
                out.push_back({static_cast<std::uint16_t>(a), static_cast<std::uint16_t>(b)});
    return out;
}

std::vector<PlannedInstruction> chooseInstructions(std::span<const PlannedInstruction> all,
                                                   std::span<const std::int64_t> categories,
                                                   std::int64_t limit, std::uint64_t seed) {
    std::vector<PlannedInstruction> out;
    for (const PlannedInstruction& one : all)
        if (categories.empty() ||
            std::find(categories.begin(), categories.end(), one.category) != categories.end())
            out.push_back(one);
    const auto most = static_cast<std::size_t>(limit);
    if (limit <= 0 || out.size() <= most)
        return out;
    std::vector<std::size_t> taken = shuffled(out, seed);
    taken.resize(most);
    std::sort(taken.begin(), taken.end());
    std::vector<PlannedInstruction> kept;
    kept.reserve(most);
    for (const std::size_t position : taken)
        kept.push_back(out[position]);
    return kept;
}

RoundPlan fullRound(std::span<const PlannedInstruction> chosen, std::vector<FighterPair> pairs,
                    std::int64_t firstBattle) {
    const auto shared = std::make_shared<const std::vector<FighterPair>>(std::move(pairs));
    RoundPlan out;
    out.units.reserve(chosen.size());
    for (const PlannedInstruction& one : chosen)
        out.units.push_back({one.id, one.category, one.turns, 0, shared});
    numberBattles(out, firstBattle);
    return out;
}

RoundPlan sampledRound(std::span<const PlannedInstruction> chosen,
                       std::span<const FighterPair> pairs, std::span<const std::int64_t> before,
                       std::span<const std::int64_t> counts, std::uint64_t seed,
                       std::int64_t firstBattle) {
    std::map<std::size_t, std::vector<FighterPair>> byPosition;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (counts[i] <= 0)
            continue;
        const std::vector<std::size_t> order = shuffled(chosen, hashCombine(seed, i + 1));
        const auto from = std::min(order.size(), static_cast<std::size_t>(before[i]));
        const auto to = std::min(order.size(), from + static_cast<std::size_t>(counts[i]));
        for (std::size_t k = from; k < to; ++k)
            byPosition[order[k]].push_back(pairs[i]);
    }
    RoundPlan out;
    for (auto& [position, fought] : byPosition)
        out.units.push_back({chosen[position].id, chosen[position].category, chosen[position].turns,
                             0,
                             std::make_shared<const std::vector<FighterPair>>(std::move(fought))});
    numberBattles(out, firstBattle);
    return out;
}

} // namespace agon
