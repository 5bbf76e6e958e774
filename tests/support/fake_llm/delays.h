// Calls back later, on a thread of its own.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace fake {

class Delays {
  public:
    Delays();
    ~Delays();
    Delays(const Delays&) = delete;
    Delays& operator=(const Delays&) = delete;

    // What has not been called yet is called now; nothing is taken on from then on.
    void finish();

    void after(double seconds, std::function<void()> call);

  private:
    using Steady = std::chrono::steady_clock;
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::multimap<Steady::time_point, std::function<void()>> m_waiting;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace fake
