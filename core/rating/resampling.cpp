#include "core/rating/resampling.h"

#include <Eigen/Core>

#include <algorithm>
#include <numeric>

namespace agon::rating {
namespace {

using Lanes = Eigen::Array<float, static_cast<int>(roundsPerBlock), 1>;

Multinomial multinomialOf(const std::vector<Cell>& cells) {
    std::vector<std::uint32_t> counts(cells.size());
    std::transform(cells.begin(), cells.end(), counts.begin(),
                   [](const Cell& cell) { return cell.count; });
    return Multinomial(counts);
}

// Index of each entry's pair; the number of pairs for entries that are left out.
std::vector<std::uint32_t> pairOfEntries(const Comparisons& comparisons, Ties ties,
                                         const PairTable& pairs) {
    const std::size_t n = pairs.models;
    const bool dense = n <= 2048;
    std::vector<std::uint32_t> square(dense ? n * n : 0);
    for (std::uint32_t k = 0; dense && k < pairs.size(); ++k) {
        square[pairs.first[k] * n + pairs.second[k]] = k;
        square[pairs.second[k] * n + pairs.first[k]] = k;
    }
    std::vector<std::uint32_t> pairOf(comparisons.size());
    for (std::size_t i = 0; i < comparisons.size(); ++i) {
        const std::uint16_t a = comparisons.a[i];
        const std::uint16_t b = comparisons.b[i];
        if (ties == Ties::Drop && comparisons.pointsA[i] == 0.5F)
            pairOf[i] = static_cast<std::uint32_t>(pairs.size());
        else
            pairOf[i] = dense ? square[a * n + b] : static_cast<std::uint32_t>(pairs.find(a, b));
    }
    return pairOf;
}

// A stable counting sort of `order` by key, as one pass of a radix sort; keys are below `keys`.
std::vector<std::uint32_t> sortedBy(std::span<const std::uint32_t> key, std::size_t keys,
                                    std::span<const std::uint32_t> order) {
    std::vector<std::uint32_t> next(keys);
    for (const auto k : key)
        ++next[k];
    std::exclusive_scan(next.begin(), next.end(), next.begin(), 0U);
    std::vector<std::uint32_t> sorted(order.size());
    for (const auto i : order)
        sorted[next[key[i]]++] = i;
    return sorted;
}

} // namespace

EntryResampler::EntryResampler(const CountedPairs& counted)
    : m_cells(counted.cells)
    , m_multinomial(multinomialOf(counted.cells)) {}

void EntryResampler::draw(std::uint64_t seed, std::uint64_t firstRound, RoundBlock& out) const {
    std::fill(out.pointsFirst.begin(), out.pointsFirst.end(), 0.0);
    std::fill(out.pointsSecond.begin(), out.pointsSecond.end(), 0.0);
    std::vector<std::uint32_t> counts(m_cells.size());
    for (std::size_t r = 0; r < roundsPerBlock; ++r) {
        Random random(seed, firstRound + r);
        m_multinomial.draw(random, counts);
        double* first = out.pointsFirst.data() + r * out.pairs;
        double* second = out.pointsSecond.data() + r * out.pairs;
        for (std::size_t k = 0; k < m_cells.size(); ++k) {
            const Cell& cell = m_cells[k];
            first[cell.pair] += double{cell.pointsFirst} * counts[k];
            second[cell.pair] += double{cell.pointsSecond} * counts[k];
        }
    }
}

ClusterResampler::ClusterResampler(const Comparisons& comparisons, Ties ties,
                                   const PairTable& pairs)
    : m_clusters(comparisons.clusters) {
    const auto pairOf = pairOfEntries(comparisons, ties, pairs);
    std::vector<std::uint32_t> order(comparisons.size());
    std::iota(order.begin(), order.end(), 0U);
    order = sortedBy(comparisons.cluster, m_clusters, order);
    order = sortedBy(pairOf, pairs.size() + 1, order);

    m_begin.assign(pairs.size() + 1, 0);
    std::uint32_t lastPair = 0;
    for (const auto i : order) {
        const std::uint32_t pair = pairOf[i];
        if (pair == pairs.size())
            break; // what is left out sorts last
        while (lastPair < pair)
            m_begin[++lastPair] = static_cast<std::uint32_t>(m_shares.size());
        const std::uint32_t cluster = comparisons.cluster[i];
        if (m_shares.size() == m_begin[pair] || m_shares.back().cluster != cluster)
            m_shares.push_back({cluster, 0, 0});
        const float weight = comparisons.weight.empty() ? 1.0F : comparisons.weight[i];
        const float forA = weight * comparisons.pointsA[i];
        const float forB = weight * (1 - comparisons.pointsA[i]);
        const bool aFirst = comparisons.a[i] < comparisons.b[i];
        m_shares.back().pointsFirst += aFirst ? forA : forB;
        m_shares.back().pointsSecond += aFirst ? forB : forA;
    }
    while (lastPair < pairs.size())
        m_begin[++lastPair] = static_cast<std::uint32_t>(m_shares.size());
}

void ClusterResampler::draw(std::uint64_t seed, std::uint64_t firstRound, RoundBlock& out) const {
    std::vector<Lanes> repeats(m_clusters, Lanes::Zero());
    for (std::size_t r = 0; r < roundsPerBlock; ++r) {
        Random random(seed, firstRound + r);
        const auto lane = static_cast<Eigen::Index>(r);
        for (std::uint32_t k = 0; k < m_clusters; ++k)
            repeats[random.below(m_clusters)][lane] += 1;
    }
    for (std::size_t pair = 0; pair < out.pairs; ++pair) {
        Lanes first = Lanes::Zero();
        Lanes second = Lanes::Zero();
        for (std::size_t s = m_begin[pair]; s < m_begin[pair + 1]; ++s) {
            const Share& share = m_shares[s];
            const Lanes& times = repeats[share.cluster];
            first += times * share.pointsFirst;
            second += times * share.pointsSecond;
        }
        for (std::size_t r = 0; r < roundsPerBlock; ++r) {
            const auto lane = static_cast<Eigen::Index>(r);
            out.pointsFirst[r * out.pairs + pair] = double{first[lane]};
            out.pointsSecond[r * out.pairs + pair] = double{second[lane]};
        }
    }
}

std::vector<std::uint32_t> drawRepeats(Random& random, std::uint32_t units) {
    std::vector<std::uint32_t> repeats(units);
    for (std::uint32_t k = 0; k < units; ++k)
        ++repeats[random.below(units)];
    return repeats;
}

} // namespace agon::rating
