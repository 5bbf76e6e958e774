#include "core/rating/pair_table.h"

#include <algorithm>
#include <tuple>

namespace agon::rating {
namespace {

// Outcomes of plain entries (weight 1) for the side named first: loss, tie, win.
constexpr std::size_t outcomes = 3;
constexpr std::size_t mostDenseModels = 1024;

// An entry that is not plain, or of too many models to be counted in a square.
struct Loose {
    std::uint32_t pair; // first * 65536 + second, first < second
    float pointsFirst;
    float pointsSecond;

    [[nodiscard]] auto key() const { return std::tie(pair, pointsFirst, pointsSecond); }
};

Loose looseOf(std::uint16_t a, std::uint16_t b, float pointsA, float weight) {
    const float forA = weight * pointsA;
    const float forB = weight * (1 - pointsA);
    if (a < b)
        return {(std::uint32_t{a} << 16U) | b, forA, forB};
    return {(std::uint32_t{b} << 16U) | a, forB, forA};
}

// The cells of loose entries, by pair; `pair` still holds both models.
std::vector<Cell> cellsOf(std::vector<Loose>& loose) {
    std::sort(loose.begin(), loose.end(),
              [](const Loose& x, const Loose& y) { return x.key() < y.key(); });
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < loose.size();) {
        std::size_t end = i;
        while (end < loose.size() && loose[end].key() == loose[i].key())
            ++end;
        cells.push_back({loose[i].pair, static_cast<std::uint32_t>(end - i), loose[i].pointsFirst,
                         loose[i].pointsSecond});
        i = end;
    }
    return cells;
}

class Assembler {
  public:
    explicit Assembler(std::size_t models) {
        m_out.pairs.models = static_cast<std::uint32_t>(models);
    }

    void add(std::uint16_t first, std::uint16_t second, const Cell& cell) {
        PairTable& pairs = m_out.pairs;
        if (pairs.first.empty() || pairs.first.back() != first || pairs.second.back() != second) {
            pairs.first.push_back(first);
            pairs.second.push_back(second);
            pairs.pointsFirst.push_back(0);
            pairs.pointsSecond.push_back(0);
        }
        pairs.pointsFirst.back() += double{cell.pointsFirst} * cell.count;
        pairs.pointsSecond.back() += double{cell.pointsSecond} * cell.count;
        m_out.cells.push_back(cell);
        m_out.cells.back().pair = static_cast<std::uint32_t>(pairs.size() - 1);
    }

    CountedPairs take() { return std::move(m_out); }

  private:
    CountedPairs m_out;
};

// Plain entries counted in a square of ordered pairs; the others are put into `loose`.
std::vector<std::uint32_t> countPlain(const Comparisons& comparisons, Ties ties,
                                      std::vector<Loose>& loose) {
    const std::size_t n = comparisons.models.size();
    std::vector<std::uint32_t> counts(n * n * outcomes);
    const bool weighted = !comparisons.weight.empty();
    for (std::size_t i = 0; i < comparisons.size(); ++i) {
        const float twice = comparisons.pointsA[i] * 2;
        const auto outcome = static_cast<std::uint32_t>(twice);
        if (static_cast<float>(outcome) == twice && (!weighted || comparisons.weight[i] == 1)) {
            ++counts[(comparisons.a[i] * n + comparisons.b[i]) * outcomes + outcome];
        } else if (ties == Ties::Half || twice != 1) {
            loose.push_back(looseOf(comparisons.a[i], comparisons.b[i], comparisons.pointsA[i],
                                    weighted ? comparisons.weight[i] : 1.0F));
        }
    }
    return counts;
}

CountedPairs countDense(const Comparisons& comparisons, Ties ties) {
    std::vector<Loose> loose;
    const auto counts = countPlain(comparisons, ties, loose);
    const auto looseCells = cellsOf(loose);
    auto nextLoose = looseCells.begin();
    const std::size_t n = comparisons.models.size();
    Assembler out(n);
    for (std::size_t first = 0; first < n; ++first)
        for (std::size_t second = first + 1; second < n; ++second) {
            const auto i = static_cast<std::uint16_t>(first);
            const auto j = static_cast<std::uint16_t>(second);
            const std::uint32_t* forward = &counts[(first * n + second) * outcomes];
            const std::uint32_t* backward = &counts[(second * n + first) * outcomes];
            for (std::size_t k = 0; k < outcomes; ++k) {
                const std::uint32_t count = forward[k] + backward[outcomes - 1 - k];
                if (count == 0 || (ties == Ties::Drop && k == 1))
                    continue;
                const float points = static_cast<float>(k) / 2;
                out.add(i, j, {0, count, points, 1 - points});
            }
            const std::uint32_t pair = static_cast<std::uint32_t>(first << 16U | second);
            for (; nextLoose != looseCells.end() && nextLoose->pair == pair; ++nextLoose)
                out.add(i, j, *nextLoose);
        }
    return out.take();
}

CountedPairs countSparse(const Comparisons& comparisons, Ties ties) {
    std::vector<Loose> loose;
    loose.reserve(comparisons.size());
    for (std::size_t i = 0; i < comparisons.size(); ++i)
        if (ties == Ties::Half || comparisons.pointsA[i] != 0.5F)
            loose.push_back(looseOf(comparisons.a[i], comparisons.b[i], comparisons.pointsA[i],
                                    comparisons.weight.empty() ? 1.0F : comparisons.weight[i]));
    Assembler out(comparisons.models.size());
    for (const Cell& cell : cellsOf(loose))
        out.add(static_cast<std::uint16_t>(cell.pair >> 16U),
                static_cast<std::uint16_t>(cell.pair & 0xffffU), cell);
    return out.take();
}

} // namespace

std::size_t PairTable::find(std::uint16_t x, std::uint16_t y) const {
    const std::uint16_t i = std::min(x, y);
    const std::uint16_t j = std::max(x, y);
    const auto [begin, end] = std::equal_range(first.begin(), first.end(), i);
    const auto from = second.begin() + (begin - first.begin());
    const auto to = second.begin() + (end - first.begin());
    const auto found = std::lower_bound(from, to, j);
    return found != to && *found == j ? static_cast<std::size_t>(found - second.begin()) : size();
}

CountedPairs countPairs(const Comparisons& comparisons, Ties ties) {
    return comparisons.models.size() <= mostDenseModels ? countDense(comparisons, ties)
                                                        : countSparse(comparisons, ties);
}

std::vector<Record> recordsOf(const CountedPairs& counted) {
    std::vector<Record> records(counted.pairs.models);
    for (const Cell& cell : counted.cells) {
        Record& first = records[counted.pairs.first[cell.pair]];
        Record& second = records[counted.pairs.second[cell.pair]];
        if (cell.pointsFirst > cell.pointsSecond) {
            first.wins += cell.count;
            second.losses += cell.count;
        } else if (cell.pointsFirst < cell.pointsSecond) {
            first.losses += cell.count;
            second.wins += cell.count;
        } else {
            first.ties += cell.count;
            second.ties += cell.count;
        }
    }
    return records;
}

} // namespace agon::rating
