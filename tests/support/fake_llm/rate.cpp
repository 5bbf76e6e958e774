#include "tests/support/fake_llm/rate.h"

#include <cmath>
#include <string>

namespace fake {

RateLimit::RateLimit(int requests, double windowSeconds)
    : m_limit(requests)
    , m_window(windowSeconds) {}

bool RateLimit::admit(Reply& reply) {
    if (m_limit == 0)
        return true;
    const std::scoped_lock lock(m_mutex);
    const auto now = Steady::now();
    double passed = std::chrono::duration<double>(now - m_begun).count();
    if (passed >= m_window) {
        m_begun = now;
        m_used = 0;
        passed = 0;
    }
    const bool admitted = m_used < m_limit;
    m_used += admitted ? 1 : 0;
    const auto rest = std::to_string(std::lround(std::ceil((m_window - passed) * 1000)));
    reply.headers.emplace_back("x-ratelimit-limit-requests", std::to_string(m_limit));
    reply.headers.emplace_back("x-ratelimit-remaining-requests", std::to_string(m_limit - m_used));
    reply.headers.emplace_back("x-ratelimit-reset-requests", rest + "ms");
    if (!admitted)
        reply.headers.emplace_back("retry-after-ms", rest);
    return admitted;
}

} // namespace fake
