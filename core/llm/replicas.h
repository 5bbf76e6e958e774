// Several servers of one model: the least loaded is asked first, a failing one rests and is tried
// again. Private to core/llm; not thread-safe. Times are seconds of a steady clock, given.
#pragma once

#include <cstddef>
#include <vector>

namespace agon {

class Replicas {
  public:
    explicit Replicas(std::size_t count); // at least one

    // The awake one with the fewest requests, of equals the one asked longest ago. When all rest,
    // the one that rests the shortest: with nobody else to ask, waiting would help nobody.
    [[nodiscard]] std::size_t choose(double now) const;

    void began(std::size_t replica, double now);
    // Any answer of the server counts as worked, also a refusal. One that failed rests 1 s, then
    // twice as long each time it fails again, at most a minute.
    void ended(std::size_t replica, bool worked, double now);

    [[nodiscard]] int inFlight(std::size_t replica) const { return m_all[replica].inFlight; }
    [[nodiscard]] double restingSeconds(std::size_t replica, double now) const;

  private:
    struct Replica {
        int inFlight = 0;
        double askedAt = -1;
        int failures = 0; // in a row
        double restsUntil = 0;
    };
    std::vector<Replica> m_all;
};

} // namespace agon
