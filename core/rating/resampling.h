// Draws bootstrap rounds as tables of pairs. A round costs what the table costs, not the battles.
#pragma once

#include "core/rating/multinomial.h"
#include "core/rating/pair_table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace agon::rating {

// Rounds are drawn in blocks of this many; each round has its own random stream, so that neither
// blocks nor threads change the numbers.
inline constexpr std::size_t roundsPerBlock = 8;

// Points of each pair in the rounds of one block: round r, pair k at [r * pairs + k].
struct RoundBlock {
    std::size_t pairs = 0;
    std::vector<double> pointsFirst;
    std::vector<double> pointsSecond;

    explicit RoundBlock(std::size_t pairCount)
        : pairs(pairCount)
        , pointsFirst(pairCount * roundsPerBlock)
        , pointsSecond(pairCount * roundsPerBlock) {}
    [[nodiscard]] std::span<const double> first(std::size_t round) const {
        return std::span(pointsFirst).subspan(round * pairs, pairs);
    }
    [[nodiscard]] std::span<const double> second(std::size_t round) const {
        return std::span(pointsSecond).subspan(round * pairs, pairs);
    }
};

// Resamples entries: as many as there are, with replacement, by the cells they are alike in.
// Immutable; any thread.
class EntryResampler {
  public:
    explicit EntryResampler(const CountedPairs& counted);
    // Fills rounds firstRound … firstRound + roundsPerBlock - 1.
    void draw(std::uint64_t seed, std::uint64_t firstRound, RoundBlock& out) const;

  private:
    std::vector<Cell> m_cells;
    Multinomial m_multinomial;
};

// Resamples whole clusters (instructions): as many as there are, with replacement. Points are added
// in single precision, which is exact for wins and ties. Immutable; any thread.
class ClusterResampler {
  public:
    ClusterResampler(const Comparisons& comparisons, Ties ties, const PairTable& pairs);
    void draw(std::uint64_t seed, std::uint64_t firstRound, RoundBlock& out) const;

  private:
    // What one cluster says about one pair.
    struct Share {
        std::uint32_t cluster = 0;
        float pointsFirst = 0;
        float pointsSecond = 0;
    };
    std::uint32_t m_clusters = 0;
    std::vector<std::uint32_t> m_begin; // shares of pair k: [m_begin[k], m_begin[k + 1])
    std::vector<Share> m_shares;
};

// How often each of `units` was drawn in a round of as many draws.
[[nodiscard]] std::vector<std::uint32_t> drawRepeats(Random& random, std::uint32_t units);

} // namespace agon::rating
