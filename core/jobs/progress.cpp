#include "core/jobs/progress.h"

namespace agon {

void ProgressMeter::report(const std::string& step, std::uint64_t done, std::uint64_t total,
                           const char* unit) {
    if (!m_sink)
        return;
    const auto now = std::chrono::steady_clock::now();
    const bool end = total != 0 && done >= total;
    if (!end && step == m_step && now - m_last < std::chrono::milliseconds(100))
        return;
    m_last = now;
    m_step = step;
    m_sink(Progress{step, done, total, unit});
}

} // namespace agon
