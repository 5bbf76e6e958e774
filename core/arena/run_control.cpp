#include "core/arena/run_control.h"

#include <algorithm>
#include <utility>

namespace agon {

void RunControl::pause(bool on) {
    const std::scoped_lock lock(m_mutex);
    m_paused = on;
    m_status.paused = on;
    if (m_wake)
        m_wake();
}

void RunControl::setAtOnce(int atOnce) {
    const std::scoped_lock lock(m_mutex);
    m_atOnce = std::clamp(atOnce, 1, 4096);
    m_status.atOnce = m_atOnce;
    if (m_wake)
        m_wake();
}

RunStatus RunControl::status() const {
    const std::scoped_lock lock(m_mutex);
    return m_status;
}

bool RunControl::paused() const {
    const std::scoped_lock lock(m_mutex);
    return m_paused;
}

int RunControl::atOnce(int planned) const {
    const std::scoped_lock lock(m_mutex);
    return m_atOnce > 0 ? m_atOnce : planned;
}

void RunControl::publish(RunStatus status) {
    const std::scoped_lock lock(m_mutex);
    status.paused = m_paused;
    m_status = std::move(status);
}

void RunControl::onChange(std::function<void()> wake) {
    const std::scoped_lock lock(m_mutex);
    m_wake = std::move(wake);
}

} // namespace agon
