// The rounds of a run: one, or for a sampled plan several, each planned by what is known by then.
#pragma once

#include "core/arena/cast.h"
#include "core/arena/plan.h"
#include "core/arena/run_spec.h"
#include "core/base/result.h"
#include "core/domain/run.h"
#include "core/store/workspace.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace agon {

// Games that a unit plans: of every judge that may judge it, both orders.
[[nodiscard]] std::int64_t gamesOf(const UnitPlan& unit, const RunSpec& spec, const Cast& cast);
// Fighters that a unit needs an answer of.
[[nodiscard]] std::int64_t answersOf(const UnitPlan& unit);

// The instructions that a specification chooses. Errors: InvalidInput when there are none, or when
// they have turns that a style cannot show; names what to do.
[[nodiscard]] Result<std::vector<PlannedInstruction>>
instructionsFor(const RunSpec& spec, const Cast& cast, Workspace& workspace);

// Not thread-safe.
class Rounds {
  public:
    Rounds(Workspace& workspace, const RunSpec& spec, std::shared_ptr<const Cast> cast);

    Result<void> choose();
    // The next round, from the workspace where it is planned already, else planned and written
    // down. False: there is none.
    Result<bool> next(RunId run);
    [[nodiscard]] const RoundPlan& plan() const { return m_plan; }
    [[nodiscard]] std::int64_t answers() const;
    [[nodiscard]] std::int64_t games() const;
    // "alpaca_eval · 3 models · round robin"
    [[nodiscard]] const std::string& title() const { return m_title; }

  private:
    Result<std::vector<std::int64_t>> sample();
    [[nodiscard]] RoundPlan planRound(const std::vector<std::int64_t>& counts,
                                      std::int64_t firstBattle) const;

    Workspace& m_workspace;
    const RunSpec& m_spec;
    std::shared_ptr<const Cast> m_cast;
    std::vector<PlannedInstruction> m_chosen;
    std::vector<FighterPair> m_pairs;
    std::vector<std::int64_t> m_before; // of each pair, in earlier rounds
    int m_round = 0;
    std::string m_setName;
    std::string m_title;
    RoundPlan m_plan;
};

} // namespace agon
