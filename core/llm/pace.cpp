#include "core/llm/pace.h"

#include <algorithm>

namespace agon {
namespace {

constexpr double secondsHeld = 10;
constexpr double longestReset = 60;

} // namespace

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

void ServerBudget::told(const RateAllowance& allowance, double now) {
    if (!allowance.remaining || !allowance.resetSeconds)
        return;
    m_left = *allowance.remaining;
    m_limit = allowance.limit.value_or(0);
    m_until = now + std::min(*allowance.resetSeconds, longestReset);
}

double ServerBudget::waitFor(double amount, double now) const {
    const double needed = m_limit > 0 ? std::min(amount, m_limit) : amount;
    return m_left >= needed ? 0 : std::max(0.0, m_until - now);
}

Pace::Pace(const EndpointLimits& limits)
    : m_atOnce(std::max(1, limits.atOnce))
    , m_allowed(m_atOnce)
    , m_requests(limits.requestsPerMinute)
    , m_tokens(limits.tokensPerMinute) {}

std::optional<double> Pace::waitFor(std::int64_t tokens, double now) const {
    if (m_inFlight >= m_allowed)
        return std::nullopt;
    const auto amount = static_cast<double>(tokens);
    // How many of the tokens go in and how many come out is not known.
    return std::max({restingSeconds(now), m_requests.waitFor(1, now), m_tokens.waitFor(amount, now),
                     m_serverRequests.waitFor(1, now), m_serverTokens.waitFor(amount, now),
                     m_serverIn.waitFor(1, now), m_serverOut.waitFor(1, now)});
}

void Pace::sent(std::int64_t tokens, double now) {
    ++m_inFlight;
    m_requests.take(1, now);
    m_tokens.take(static_cast<double>(tokens), now);
    m_serverRequests.take(1);
    m_serverTokens.take(static_cast<double>(tokens));
}

void Pace::told(const RateAllowances& allowances, double now) {
    m_serverRequests.told(allowances.requests, now);
    m_serverTokens.told(allowances.tokens, now);
    m_serverIn.told(allowances.inputTokens, now);
    m_serverOut.told(allowances.outputTokens, now);
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
