// A limit of requests in a window of time, as providers have it. Thread-safe.
#pragma once

#include "tests/support/fake_llm/reply.h"

#include <chrono>
#include <mutex>

namespace fake {

class RateLimit {
  public:
    RateLimit(int requests, double windowSeconds);

    // Whether one more may come; puts x-ratelimit headers on `reply` (and retry-after-ms when not).
    [[nodiscard]] bool admit(Reply& reply);

  private:
    using Steady = std::chrono::steady_clock;
    int m_limit; // 0: none
    double m_window;
    std::mutex m_mutex;
    Steady::time_point m_begun = Steady::now();
    int m_used = 0;
};

} // namespace fake
