// The room rating: Bradley–Terry, Elo, intervals, win rates, agreement (method.md §5, §6, §9).
// Everything here is pure functions over arrays; any thread.
#pragma once

#include "core/battles/policy.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace agon::rating {

// Battles as a rater sees them: one entry a battle (or a game under Merge::Separate), in the order
// of the data. Self-battles and invalid ones are not here, only counted.
struct Comparisons {
    std::vector<std::string> models; // names by first appearance; entries below index them
    std::vector<std::uint16_t> a;
    std::vector<std::uint16_t> b;
    std::vector<float> pointsA;         // A's share in [0, 1]: 1, ½, 0, or a soft preference
    std::vector<float> weight;          // empty: all 1
    std::vector<std::uint32_t> cluster; // dense index of the instruction; empty: none known
    std::uint32_t clusters = 0;
    std::vector<std::uint32_t>
        battle;                // dense, ascending; empty: every entry is a battle of its own
    std::uint32_t battles = 0; // only meaningful with `battle`
    std::int64_t invalid = 0;
    std::int64_t selfBattles = 0;
    std::int64_t bad = 0; // both bad: rated as ties

    [[nodiscard]] std::size_t size() const { return a.size(); }
    [[nodiscard]] std::size_t battleCount() const { return battle.empty() ? a.size() : battles; }
};

// What these rows of the table come to. `verdicts` were derived under `policy`; of the policy, the
// merge rule and the judges matter here: under Merge::Separate every valid game of those judges is
// an entry that weighs 1/(valid games of its battle), unless people decided the battle. Verdict
// None is neither rated nor counted. Instructions that are known make the clusters; a battle
// without one is then a cluster of its own.
[[nodiscard]] Comparisons comparisonsFrom(const BattleTable& table, const Verdicts& verdicts,
                                          const Policy& policy,
                                          std::span<const std::uint32_t> rows);

// The same with all entries of a battle folded into one (their weighted mean). The Bradley–Terry
// likelihood is the same; units of resampling and counts become battles.
[[nodiscard]] Comparisons foldedByBattle(const Comparisons& comparisons);

// The same without a copy where entries are battles already: a view of one or the other.
class ByBattle {
  public:
    explicit ByBattle(const Comparisons& comparisons)
        : m_given(comparisons) {
        if (!comparisons.battle.empty())
            m_folded = foldedByBattle(comparisons);
    }
    [[nodiscard]] const Comparisons& get() const { return m_folded ? *m_folded : m_given; }

  private:
    const Comparisons& m_given; // must outlive this
    std::optional<Comparisons> m_folded;
};

} // namespace agon::rating
