// Time is injected: what needs the time is given a Clock, tests give one that they set.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

namespace agon {

// Milliseconds since 1970-01-01 UTC; 0 means "not known".
struct Timestamp {
    std::int64_t milliseconds = 0;

    [[nodiscard]] constexpr bool known() const { return milliseconds != 0; }
    constexpr auto operator<=>(const Timestamp&) const = default;
};

// "2026-11-24T22:19:59Z"; empty when not known.
[[nodiscard]] std::string toIso(Timestamp time);

// Thread-safe.
class Clock {
  public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock {
  public:
    [[nodiscard]] Timestamp now() const override;
};

// Stands still until it is set.
class ManualClock final : public Clock {
  public:
    explicit ManualClock(Timestamp start)
        : m_now(start.milliseconds) {}
    [[nodiscard]] Timestamp now() const override { return {m_now.load()}; }
    void advance(std::int64_t milliseconds) { m_now += milliseconds; }

  private:
    std::atomic<std::int64_t> m_now;
};

} // namespace agon
