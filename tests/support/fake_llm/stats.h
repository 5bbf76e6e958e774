// What the fake server has counted. Thread-safe.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace fake {

class Stats {
  public:
    // A request came whole; it is in flight until ended().
    void began(std::string_view path);
    void ended();
    void fault();
    // A chat was answered with 200, or its answer begun.
    void answered(std::string_view model, std::uint64_t bodyHash);
    // The `nth` time that this body is asked, from 1.
    [[nodiscard]] std::int64_t timesAsked(std::uint64_t bodyHash);

    [[nodiscard]] std::string json(std::int64_t batchLines) const;
    void reset();

  private:
    mutable std::mutex m_mutex;
    struct Counts {
        std::int64_t requests = 0;
        std::int64_t answered = 0;
        std::int64_t faults = 0;
        std::int64_t mostInFlight = 0;
        std::map<std::string, std::int64_t, std::less<>> models;
        std::map<std::string, std::int64_t, std::less<>> paths;
        std::unordered_map<std::uint64_t, std::int64_t> bodies; // answered
        std::unordered_map<std::uint64_t, std::int64_t> asked;
    };
    Counts m_counts;
    std::int64_t m_inFlight = 0;
};

} // namespace fake
