// What is true in a simulated arena, and what a simulated judge says about it.
#pragma once

#include "core/domain/verdict.h"
#include "core/simulation/spec.h"

#include <cstdint>
#include <optional>

namespace agon::simulation {

// An answer as a judge sees it.
struct Seen {
    double level = 5.5;      // 1 … 10, what an unbiased judge without noise would give
    std::int64_t length = 0; // code points; 0: not known, no length bias
    bool ownFamily = false;  // the judge's own
};

// One game in the battle's terms (un-swapped). Without scores the reply was not readable.
struct SimulatedGame {
    Order order = Order::AB;
    bool valid = true;
    int scoreA = 0; // 1 … 10
    int scoreB = 0;
    [[nodiscard]] Verdict verdict() const;
};

// Chances that sum to 1.
struct Odds {
    double a = 0;
    double b = 0;
    double tie = 0;
    [[nodiscard]] double points() const { return a + tie / 2; } // A's expected share
};

// Immutable and thread-safe. Fighters and judges are named by their index in the spec.
class Simulator {
  public:
    explicit Simulator(SimulatorSpec spec);

    [[nodiscard]] const SimulatorSpec& spec() const { return m_spec; }

    // Elo of this fighter's answer to this turn: strength, stretched by the instruction, less the
    // instruction's difficulty, plus the fighter's own luck with it.
    [[nodiscard]] double quality(std::size_t fighter, const Item& item) const;
    // The same on the judge's scale, strictly between 1 and 10 and strictly increasing in quality.
    [[nodiscard]] double level(std::size_t fighter, const Item& item) const;
    [[nodiscard]] double levelOf(double quality) const;

    // The chance that a's answer is the better one on an instruction of this category drawn at
    // random. With answerSpread = eloScale and no discriminationSpread it is Bradley–Terry's.
    [[nodiscard]] double pairProbability(std::size_t a, std::size_t b, Category category) const;
    // Averaged over the nine categories, each as often.
    [[nodiscard]] double pairProbability(std::size_t a, std::size_t b) const;

    // One game. `battle` is the caller's number: with the same number, judge and order the judge
    // errs in the same way.
    [[nodiscard]] SimulatedGame judge(std::size_t judge, const Seen& a, const Seen& b, Order order,
                                      std::uint64_t battle) const;
    // What two valid games in both orders come to under Merge::Mean, over the judge's noise. Exact.
    [[nodiscard]] Odds expectedVerdict(std::size_t judge, const Seen& a, const Seen& b) const;

  private:
    SimulatorSpec m_spec;
};

} // namespace agon::simulation
