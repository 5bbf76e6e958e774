// Whether and when a failed request is made again: the policy of the providers' own clients.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/llm/chat.h"
#include "core/llm/dialect.h"
#include "core/llm/http_header.h"

#include <optional>
#include <span>
#include <string_view>

namespace agon {

// What an HTTP status other than success means, with what the server said.
[[nodiscard]] CallFailure classify(int status, const WireError& error);

// 408, 409, 429 and all from 500 on, or as x-should-retry says; never what another attempt cannot
// change: 400 401 402 403 404 422 and used-up credit.
[[nodiscard]] bool shouldRetry(int status, std::span<const HttpHeader> headers,
                               const WireError& error);
// For attempts that brought no status: the connection failed, was cut, or took too long.
[[nodiscard]] bool shouldRetry(CallFailure withoutStatus);

// Seconds until the next attempt; `failedBefore` is 0 after the first. As the server asks
// (retry-after-ms, retry-after) up to a minute, else 0.5·2^n up to 8, less up to a quarter.
[[nodiscard]] double retryDelay(int failedBefore, std::span<const HttpHeader> headers,
                                Timestamp now, Random& random);

// What a server says about its limits; not set where it does not.
struct RateAllowance {
    std::optional<double> limit;
    std::optional<double> remaining;
    std::optional<double> resetSeconds; // from now

    bool operator==(const RateAllowance&) const = default;
};
struct RateAllowances {
    RateAllowance requests;
    RateAllowance tokens;
    RateAllowance inputTokens; // these two: Anthropic only
    RateAllowance outputTokens;

    bool operator==(const RateAllowances&) const = default;
};
[[nodiscard]] RateAllowances rateAllowances(std::span<const HttpHeader> headers, Timestamp now);

// "6m0s", "1h2m3.5s", "12ms", or a bare number of seconds; nullopt for anything else.
[[nodiscard]] std::optional<double> goDuration(std::string_view text);

} // namespace agon
