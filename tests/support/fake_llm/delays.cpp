#include "tests/support/fake_llm/delays.h"

#include <utility>

namespace fake {

Delays::Delays()
    : m_thread([this] { run(); }) {}

Delays::~Delays() {
    finish();
}

void Delays::finish() {
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Delays::after(double seconds, std::function<void()> call) {
    {
        const std::scoped_lock lock(m_mutex);
        const auto delay =
            std::chrono::duration_cast<Steady::duration>(std::chrono::duration<double>(seconds));
        m_waiting.emplace(Steady::now() + delay, std::move(call));
    }
    m_changed.notify_all();
}

void Delays::run() {
    std::unique_lock lock(m_mutex);
    while (!m_ending || !m_waiting.empty()) {
        if (m_waiting.empty()) {
            m_changed.wait(lock);
            continue;
        }
        const auto first = m_waiting.begin();
        if (!m_ending && first->first > Steady::now()) {
            const auto until = first->first; // the map may lose it meanwhile
            m_changed.wait_until(lock, until);
            continue;
        }
        const auto call = std::move(first->second);
        m_waiting.erase(first);
        lock.unlock();
        call();
        lock.lock();
    }
}

} // namespace fake
