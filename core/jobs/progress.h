// How far a long function is. Core reports as often as it likes through a ProgressMeter, which
// passes on at most about ten a second.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace agon {

struct Progress {
    std::string step;        // what is being done, for a person
    std::uint64_t done = 0;  // in units of the step (bytes, battles, rounds)
    std::uint64_t total = 0; // 0: not known
    std::string unit{};      // what is counted, for a person ("battles"); bytesUnit: sizes
};

inline constexpr const char* bytesUnit = "B";

// Called on the worker's thread; must be cheap and thread-safe. May be empty.
using ProgressSink = std::function<void(const Progress&)>;

// Not thread-safe: one meter a worker.
class ProgressMeter {
  public:
    explicit ProgressMeter(ProgressSink sink)
        : m_sink(std::move(sink)) {}
    // Passes on when 100 ms have gone by since the last, when the step changes, and at the end.
    void report(const std::string& step, std::uint64_t done, std::uint64_t total,
                const char* unit = "");

  private:
    ProgressSink m_sink;
    std::chrono::steady_clock::time_point m_last{};
    std::string m_step;
};

} // namespace agon
