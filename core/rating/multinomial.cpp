#include "core/rating/multinomial.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace agon::rating {
namespace {

constexpr std::uint64_t full = std::numeric_limits<std::uint64_t>::max();

// How many standard deviations the Poisson sum stays below N: it exceeds N about once in 30,000.
constexpr double margin = 4;

std::vector<double> asDoubles(std::span<const std::uint32_t> values) {
    return {values.begin(), values.end()};
}

} // namespace

AliasTable::AliasTable(std::span<const double> weights) {
    const std::size_t size = std::bit_ceil(std::max<std::size_t>(2, weights.size()));
    m_width = static_cast<unsigned>(std::countr_zero(size));
    m_shift = 64 - m_width;
    m_slots.resize(size);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<double> share(size, 0.0); // of a slot; 1 is full
    for (std::size_t i = 0; i < weights.size(); ++i)
        share[i] = weights[i] / sum * static_cast<double>(size);
    std::vector<std::uint32_t> small;
    std::vector<std::uint32_t> large;
    for (std::uint32_t i = 0; i < size; ++i) {
        m_slots[i] = {full, i, i};
        (share[i] < 1 ? small : large).push_back(i);
    }
    while (!small.empty() && !large.empty()) {
        const std::uint32_t poor = small.back();
        const std::uint32_t rich = large.back();
        small.pop_back();
        m_slots[poor] = {static_cast<std::uint64_t>(std::ldexp(share[poor], 64)), poor, rich};
        share[rich] -= 1 - share[poor];
        if (share[rich] < 1) {
            large.pop_back();
            small.push_back(rich);
        }
    }
    // What is left is full but for rounding; a slot of no weight must still never be drawn.
    const auto heaviest = static_cast<std::uint32_t>(
        std::max_element(weights.begin(), weights.end()) - weights.begin());
    for (const auto i : small)
        if (i >= weights.size() || weights[i] == 0)
            m_slots[i] = {0, i, heaviest};
}

Multinomial::Poisson Multinomial::poissonTable(double mean) {
    const auto mode = static_cast<std::int64_t>(mean);
    const auto logMass = [mean](std::int64_t k) {
        const auto x = static_cast<double>(k);
        return x * std::log(mean) - mean - std::lgamma(x + 1);
    };
    constexpr double negligible = 1e-18;
    const double top = std::exp(logMass(mode));
    std::vector<double> below;
    double mass = top;
    for (std::int64_t k = mode; k > 0 && mass > negligible; --k) {
        mass *= static_cast<double>(k) / mean;
        below.push_back(mass);
    }
    std::vector<double> masses(below.rbegin(), below.rend());
    masses.push_back(top);
    mass = top;
    for (std::int64_t k = mode + 1; mass > negligible; ++k) {
        mass *= mean / static_cast<double>(k);
        masses.push_back(mass);
    }
    return {static_cast<std::uint32_t>(mode - static_cast<std::int64_t>(below.size())),
            AliasTable(masses)};
}

Multinomial::Multinomial(std::span<const std::uint32_t> multiplicities)
    : m_draws(std::accumulate(multiplicities.begin(), multiplicities.end(), std::uint64_t{0}))
    , m_order(multiplicities.size())
    , m_single(asDoubles(multiplicities)) {
    const auto total = static_cast<double>(m_draws);
    const double scale = (total - margin * std::sqrt(total)) / total;
    if (scale <= 0.25)
        return;
    std::iota(m_order.begin(), m_order.end(), 0U);
    std::stable_sort(m_order.begin(), m_order.end(), [&](std::uint32_t x, std::uint32_t y) {
        return multiplicities[x] < multiplicities[y];
    });
    for (std::size_t begin = 0; begin < m_order.size();) {
        const std::uint32_t multiplicity = multiplicities[m_order[begin]];
        std::size_t end = begin;
        while (end < m_order.size() && multiplicities[m_order[end]] == multiplicity)
            ++end;
        if (multiplicity > 0)
            m_runs.push_back({begin, end, poissonTable(multiplicity * scale)});
        begin = end;
    }
}

void Multinomial::draw(Random& random, std::span<std::uint32_t> counts) const {
    std::uint64_t drawn = 0;
    do {
        drawn = 0;
        std::fill(counts.begin(), counts.end(), 0U);
        for (const Run& run : m_runs) {
            const std::uint32_t offset = run.poisson.offset;
            for (std::size_t k = run.begin; k < run.end; ++k) {
                const std::uint32_t count = offset + run.poisson.table.sample(random);
                counts[m_order[k]] = count;
                drawn += count;
            }
        }
    } while (drawn > m_draws);
    for (; drawn < m_draws; ++drawn)
        ++counts[m_single.sample(random)];
}

} // namespace agon::rating
