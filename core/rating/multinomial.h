// Fast exact multinomial counts: how often each of N draws with replacement fell on which entry.
#pragma once

#include "core/base/random.h"

#include <cstdint>
#include <span>
#include <vector>

namespace agon::rating {

// Draws an index with given odds in constant time (Walker 1977, built after Vose 1991).
class AliasTable {
  public:
    // At least one weight must be positive; none negative.
    explicit AliasTable(std::span<const double> weights);

    [[nodiscard]] std::uint32_t sample(Random& random) const {
        const std::uint64_t bits = random();
        const Slot& slot = m_slots[bits >> m_shift];
        return (bits << m_width) < slot.threshold ? slot.own : slot.other;
    }

  private:
    struct Slot {
        std::uint64_t threshold = 0;
        std::uint32_t own = 0;
        std::uint32_t other = 0;
    };
    std::vector<Slot> m_slots; // a power of two, at least two
    unsigned m_width = 1;      // bits of the index
    unsigned m_shift = 63;
};

// Counts of N = Σ multiplicities draws over cells of these multiplicities, multinomially
// distributed. Instead of one binomial a cell, each cell gets a Poisson count from a table that all
// cells of equal multiplicity share, with means scaled so that their sum hardly ever exceeds N;
// given its sum such a vector is multinomial, and the few draws that are missing are made one by
// one. Exact up to the rounding of probabilities (about 1e-16). Immutable; any thread.
class Multinomial {
  public:
    explicit Multinomial(std::span<const std::uint32_t> multiplicities);

    // `counts` has one entry a cell.
    void draw(Random& random, std::span<std::uint32_t> counts) const;
    [[nodiscard]] std::uint64_t draws() const { return m_draws; }

  private:
    struct Poisson {
        std::uint32_t offset = 0;
        AliasTable table;
    };
    // Cells m_order[begin … end) share a multiplicity.
    struct Run {
        std::size_t begin = 0;
        std::size_t end = 0;
        Poisson poisson;
    };
    static Poisson poissonTable(double mean);

    std::uint64_t m_draws = 0;
    std::vector<std::uint32_t> m_order;
    std::vector<Run> m_runs; // empty when N is so small that all draws are made one by one
    AliasTable m_single;
};

} // namespace agon::rating
