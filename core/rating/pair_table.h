// Battles counted by pair of models: all that Bradley–Terry needs to know of them.
#pragma once

#include "core/rating/comparisons.h"

#include <cstdint>
#include <vector>

namespace agon::rating {

// Half: a tie is half a win and half a loss. Drop: ties are left out of the fit.
enum class Ties : std::uint8_t { Half, Drop };

// One entry an unordered pair that met, ordered by (first, second); first < second.
struct PairTable {
    std::uint32_t models = 0;
    std::vector<std::uint16_t> first;
    std::vector<std::uint16_t> second;
    std::vector<double> pointsFirst; // weighted points that `first` took from `second`
    std::vector<double> pointsSecond;

    [[nodiscard]] std::size_t size() const { return first.size(); }
    // Index of an unordered pair; size() if they never met.
    [[nodiscard]] std::size_t find(std::uint16_t x, std::uint16_t y) const;
};

// Entries that are alike: `count` of them on one pair, each giving these points.
struct Cell {
    std::uint32_t pair = 0; // index into the PairTable
    std::uint32_t count = 0;
    float pointsFirst = 0; // of one entry, its weight included
    float pointsSecond = 0;
};

struct CountedPairs {
    PairTable pairs;
    std::vector<Cell> cells; // by pair
};

// Counts once over the entries; about 2 ns each.
[[nodiscard]] CountedPairs countPairs(const Comparisons& comparisons, Ties ties);

// Entries of each model, a soft preference counting for the side it leans to. `comparisons` should
// be folded by battle.
struct Record {
    std::int64_t wins = 0;
    std::int64_t losses = 0;
    std::int64_t ties = 0;
};
[[nodiscard]] std::vector<Record> recordsOf(const CountedPairs& counted);

} // namespace agon::rating
