// How hard one endpoint is pressed: requests at once, requests and tokens a minute. Servers that
// host themselves send no limits, so the number at once adapts: halved when one says 429 or 503,
// raised by one for each round of answers (additive increase, multiplicative decrease; Chiu and
// Jain 1989). Private to core/llm; not thread-safe. Times are seconds of a steady clock, given by
// the caller.
#pragma once

#include "core/llm/endpoint.h"
#include "core/llm/retry.h"

#include <cstdint>
#include <optional>

namespace agon {

// Fills up evenly; holds ten seconds' worth. May be overdrawn, by what turned out larger than
// estimated.
class MinuteBudget {
  public:
    explicit MinuteBudget(std::optional<double> perMinute = {});

    // Seconds until `amount` is there; 0: now, or no limit. What is more than it ever holds goes
    // when it is full.
    [[nodiscard]] double waitFor(double amount, double now) const;
    void take(double amount, double now); // negative: gives back

  private:
    [[nodiscard]] double levelAt(double now) const;

    std::optional<double> m_perSecond;
    double m_most = 0;
    double m_level = 0;
    double m_since = 0; // of m_level
};

// What a server has said is left of its own limit, until it says something else or the time that it
// named has come.
class ServerBudget {
  public:
    // Without a remainder or a time, nothing is known and nobody waits. A time of more than a
    // minute counts as one: the limit of a day may be raised, and asking is the way to know.
    void told(const RateAllowance& allowance, double now);
    // Seconds until `amount` may be there; 0: now. What is more than the limit goes when all of it
    // is left.
    [[nodiscard]] double waitFor(double amount, double now) const;
    void take(double amount) { m_left -= amount; }

  private:
    double m_left = 0;
    double m_limit = 0; // 0: not known
    double m_until = 0;
};

class Pace {
  public:
    explicit Pace(const EndpointLimits& limits);

    // How many seconds a request of about `tokens` has to wait for the budgets, the server's
    // own ones, and for a rest that it asked for; 0: none. nullopt: until another one is answered.
    [[nodiscard]] std::optional<double> waitFor(std::int64_t tokens, double now) const;

    void sent(std::int64_t tokens, double now);
    // It was answered; `tokens` as sent() was told, `used` as the server counted.
    void answered(std::int64_t tokens, std::optional<std::int64_t> used, double now);
    // It came to nothing for another reason.
    void failed();
    // 429 or 503 to a request sent at `sentAt`. Presses nobody for `rest` seconds. Requests that
    // were on their way when the number was lowered lower it no further.
    void refused(double sentAt, double rest, double now);

    // What the server has said about its limits in an answer.
    void told(const RateAllowances& allowances, double now);

    void setAtOnce(int atOnce);
    [[nodiscard]] int allowed() const { return m_allowed; }
    [[nodiscard]] int inFlight() const { return m_inFlight; }
    [[nodiscard]] double restingSeconds(double now) const;

  private:
    int m_atOnce;
    int m_allowed;
    int m_inFlight = 0;
    int m_answeredInRound = 0;
    double m_loweredAt = -1;
    double m_restsUntil = 0;
    MinuteBudget m_requests;
    MinuteBudget m_tokens;
    ServerBudget m_serverRequests;
    ServerBudget m_serverTokens;
    ServerBudget m_serverIn; // Anthropic counts them apart as well
    ServerBudget m_serverOut;
};

} // namespace agon
