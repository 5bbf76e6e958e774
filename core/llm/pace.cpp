#include "core/llm/pace.h"

#include <algorithm>

namespace agon {
namespace {

constexpr double secondsHeld = 10;

}

MinuteBudget::MinuteBudget(std::optional<double> perMinute) {
    if (!perMinute || *perMinute <= 0)
        return;
    m_perSecond = *perMinute / 60;
    m_most = std::max(1.0, *m_perSecond * secondsHeld);
    m_level = m_most;
}

double MinuteBudget::levelAt(double now) const {
    return std::min(m_most, m_level + (now - m_since) * *m_perSecond);
}

double MinuteBudget::waitFor(double amount, double now) const {
    if (!m_perSecond)
        return 0;
    const double missing = std::min(amount, m_most) - levelAt(now);
    return std::max(0.0, missing / *m_perSecond);
}

void MinuteBudget::take(double amount, double now) {
    if (!m_perSecond)
        return;
    m_level = std::min(m_most, levelAt(now) - amount);
    m_since = now;
}

Pace::Pace(const EndpointLimits& limits)
    : m_atOnce(std::max(1, limits.atOnce))
    , m_allowed(m_atOnce)
    , m_requests(limits.requestsPerMinute)
    , m_tokens(limits.tokensPerMinute) {}

std::optional<double> Pace::waitFor(std::int64_t tokens, double now) const {
    if (m_inFlight >= m_allowed)
        return std::nullopt;
    return std::max({restingSeconds(now), m_requests.waitFor(1, now),
                     m_tokens.waitFor(static_cast<double>(tokens), now)});
}

void Pace::sent(std::int64_t tokens, double now) {
    ++m_inFlight;
    m_requests.take(1, now);
    m_tokens.take(static_cast<double>(tokens), now);
}

void Pace::answered(std::int64_t tokens, std::optional<std::int64_t> used, double now) {
    --m_inFlight;
    if (used)
        m_tokens.take(static_cast<double>(*used - tokens), now);
    if (++m_answeredInRound < m_allowed)
        return;
    m_answeredInRound = 0;
    m_allowed = std::min(m_atOnce, m_allowed + 1);
}

void Pace::failed() {
    --m_inFlight;
}

void Pace::refused(double sentAt, double rest, double now) {
    --m_inFlight;
    m_restsUntil = std::max(m_restsUntil, now + rest);
    m_answeredInRound = 0;
    if (sentAt <= m_loweredAt)
        return;
    m_loweredAt = now;
    m_allowed = std::max(1, m_allowed / 2);
}

void Pace::setAtOnce(int atOnce) {
    m_atOnce = std::max(1, atOnce);
    m_allowed = m_atOnce; // a person knows better; the server will say so again if not
}

double Pace::restingSeconds(double now) const {
    return std::max(0.0, m_restsUntil - now);
}

} // namespace agon
