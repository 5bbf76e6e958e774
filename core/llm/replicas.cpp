#include "core/llm/replicas.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace agon {
namespace {

constexpr double longestRest = 60;

}

Replicas::Replicas(std::size_t count)
    : m_all(std::max<std::size_t>(1, count)) {}

std::size_t Replicas::choose(double now) const {
    const auto rank = [now](const Replica& replica) {
        return std::tuple(std::max(0.0, replica.restsUntil - now), replica.inFlight,
                          replica.askedAt);
    };
    const auto best = std::ranges::min_element(m_all, {}, rank);
    return static_cast<std::size_t>(best - m_all.begin());
}

void Replicas::began(std::size_t replica, double now) {
    ++m_all[replica].inFlight;
    m_all[replica].askedAt = now;
}

void Replicas::ended(std::size_t replica, bool worked, double now) {
    Replica& one = m_all[replica];
    --one.inFlight;
    if (worked) {
        one.failures = 0;
        one.restsUntil = 0;
        return;
    }
    if (one.restsUntil > now)
        return; // it failed together with others, and rests for it already
    one.restsUntil = now + std::min(longestRest, std::exp2(std::min(one.failures, 10)));
    ++one.failures;
}

double Replicas::restingSeconds(std::size_t replica, double now) const {
    return std::max(0.0, m_all[replica].restsUntil - now);
}

} // namespace agon
