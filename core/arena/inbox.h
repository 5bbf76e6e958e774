// Where outcomes arrive from the service's threads, for the run's thread to take.
#pragma once

#include "core/llm/chat_service.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <utility>
#include <vector>

namespace agon {

struct Arrival {
    std::size_t flight = 0;
    ChatOutcome outcome;
};

// Thread-safe. Held by shared_ptr, so that a late outcome finds it.
class Inbox {
  public:
    void put(Arrival arrival) {
        const std::scoped_lock lock(m_mutex);
        m_arrivals.push_back(std::move(arrival));
        if (m_arrivals.size() == 1 || m_arrivals.size() == m_enough)
            m_something.notify_one();
    }
    void wake() {
        {
            const std::scoped_lock lock(m_mutex);
            m_woken = true;
        }
        m_something.notify_one();
    }
    // What has arrived; waits for something, for wake(), or until the time is over. Once there is
    // something it waits a moment for up to `enough`, since a commit costs about the same for many.
    std::vector<Arrival> take(std::chrono::milliseconds longest, std::size_t enough) {
        constexpr std::chrono::milliseconds moment{4};
        std::unique_lock lock(m_mutex);
        m_something.wait_for(lock, longest, [&] { return m_woken || !m_arrivals.empty(); });
        m_enough = enough;
        if (!m_arrivals.empty())
            m_something.wait_for(lock, std::min(longest, moment),
                                 [&] { return m_woken || m_arrivals.size() >= enough; });
        m_woken = false;
        return std::exchange(m_arrivals, {});
    }

  private:
    std::mutex m_mutex;
    std::condition_variable m_something;
    std::vector<Arrival> m_arrivals;
    bool m_woken = false;
    std::size_t m_enough = 1;
};

} // namespace agon
