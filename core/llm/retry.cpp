#include "core/llm/retry.h"

#include "core/text/ascii.h"
#include "core/text/values.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <ctime>
#include <functional>

namespace agon {
namespace {

constexpr double longestWait = 60; // that a server may ask for

// Takes a number from the front.
std::optional<double> takeNumber(std::string_view& text) {
    double value = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc() || !std::isfinite(value))
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

bool take(std::string_view& text, std::string_view expected) {
    if (!text.starts_with(expected))
        return false;
    text.remove_prefix(expected.size());
    return true;
}

double secondsUntil(Timestamp then, Timestamp now) {
    return static_cast<double>(then.milliseconds - now.milliseconds) / 1000;
}

bool creditUsedUp(const WireError& error) {
    static constexpr std::array<std::string_view, 4> words{
        "insufficient_quota", "credit_balance_exhausted", "billing_hard_limit_reached",
        "billing_error"};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return error.code == word || error.type == word;
    });
}

std::optional<double> askedFor(std::span<const HttpHeader> headers, Timestamp now) {
    if (const auto milliseconds = numberIn(findHeader(headers, "retry-after-ms")))
        return *milliseconds / 1000;
    const std::string_view after = findHeader(headers, "retry-after");
    if (const auto seconds = numberIn(after))
        return seconds;
    // An HTTP date (RFC 9110 §5.6.7); libcurl reads every form of it.
    const std::time_t date = curl_getdate(std::string(after).c_str(), nullptr);
    if (date < 0)
        return std::nullopt;
    return secondsUntil({std::int64_t{date} * 1000}, now);
}

// Azure answers -1 where it has no number.
std::optional<double> atLeastZero(std::optional<double> value) {
    return value && *value >= 0 ? value : std::nullopt;
}

std::optional<double> secondsToReset(std::string_view text, Timestamp now) {
    if (const auto then = isoTimeIn(text))
        return std::max(secondsUntil(*then, now), 0.0);
    return goDuration(text);
}

// `nameOf` gives the name of the header for "limit", "remaining" and "reset".
RateAllowance allowance(std::span<const HttpHeader> headers, Timestamp now,
                        const std::function<std::string(std::string_view)>& nameOf) {
    return {atLeastZero(numberIn(findHeader(headers, nameOf("limit")))),
            atLeastZero(numberIn(findHeader(headers, nameOf("remaining")))),
            secondsToReset(findHeader(headers, nameOf("reset")), now)};
}

bool tellsLimits(const HttpHeader& header) {
    constexpr std::string_view openAi = "x-ratelimit-";
    constexpr std::string_view anthropic = "anthropic-ratelimit-";
    const std::string_view name = header.name;
    return equalIgnoringCase(name.substr(0, openAi.size()), openAi) ||
           equalIgnoringCase(name.substr(0, anthropic.size()), anthropic);
}

} // namespace

std::string_view findHeader(std::span<const HttpHeader> headers, std::string_view name) {
    const auto found =
        std::find_if(headers.rbegin(), headers.rend(), [&](const HttpHeader& header) {
            return equalIgnoringCase(header.name, name);
        });
    if (found == headers.rend())
        return {};
    return trimmed(found->value);
}

CallFailure classify(int status, const WireError& error) {
    if (status == 402 || creditUsedUp(error))
        return CallFailure::Quota;
    if (status == 401 || status == 403)
        return CallFailure::Refused;
    if (status == 408)
        return CallFailure::TimedOut;
    if (status == 429)
        return CallFailure::RateLimited;
    if (status == 409 || status >= 500)
        return CallFailure::ServerFailed;
    if (status >= 400)
        return CallFailure::BadRequest;
    // Redirects are not followed: the key would go where it was not meant to.
    return status >= 300 ? CallFailure::Untrusted : CallFailure::Unreadable;
}

bool shouldRetry(int status, std::span<const HttpHeader> headers, const WireError& error) {
    static constexpr std::array hopeless{400, 401, 402, 403, 404, 422};
    if (status < 400 || creditUsedUp(error) ||
        std::find(hopeless.begin(), hopeless.end(), status) != hopeless.end())
        return false;
    const std::string_view advice = findHeader(headers, "x-should-retry");
    if (equalIgnoringCase(advice, "true"))
        return true;
    if (equalIgnoringCase(advice, "false"))
        return false;
    return status == 408 || status == 409 || status == 429 || status >= 500;
}

bool shouldRetry(CallFailure withoutStatus) {
    return withoutStatus == CallFailure::Unreachable || withoutStatus == CallFailure::TimedOut ||
           withoutStatus == CallFailure::Cut;
}

double retryDelay(int failedBefore, std::span<const HttpHeader> headers, Timestamp now,
                  Random& random) {
    const auto asked = askedFor(headers, now);
    if (asked && *asked > 0 && *asked <= longestWait)
        return *asked;
    const double backoff = std::min(0.5 * std::pow(2.0, std::clamp(failedBefore, 0, 10)), 8.0);
    return backoff * (1 - 0.25 * random.uniform());
}

RateAllowances rateAllowances(std::span<const HttpHeader> headers, Timestamp now) {
    if (std::none_of(headers.begin(), headers.end(), tellsLimits)) // most servers, each answer
        return {};
    const auto openAi = [&](std::string_view unit) {
        return allowance(headers, now, [unit](std::string_view what) {
            return fmt::format("x-ratelimit-{}-{}", what, unit);
        });
    };
    const auto anthropic = [&](std::string_view unit) {
        return allowance(headers, now, [unit](std::string_view what) {
            return fmt::format("anthropic-ratelimit-{}-{}", unit, what);
        });
    };
    const auto either = [&](std::string_view unit) {
        const RateAllowance first = openAi(unit);
        return first == RateAllowance{} ? anthropic(unit) : first;
    };
    return {either("requests"), either("tokens"), anthropic("input-tokens"),
            anthropic("output-tokens")};
}

std::optional<double> goDuration(std::string_view text) {
    using Unit = std::pair<std::string_view, double>;
    // "ms" before "m".
    static constexpr std::array units{
        Unit{"ms", 1e-3}, Unit{"us", 1e-6}, Unit{"\xC2\xB5s", 1e-6}, Unit{"\xCE\xBCs", 1e-6},
        Unit{"ns", 1e-9}, Unit{"h", 3600},  Unit{"m", 60},           Unit{"s", 1}};
    if (const auto seconds = numberIn(text))
        return atLeastZero(seconds);
    double total = 0;
    do {
        const auto number = takeNumber(text);
        const auto* unit = std::find_if(units.begin(), units.end(), [&](const Unit& candidate) {
            return take(text, candidate.first);
        });
        if (!number || *number < 0 || unit == units.end())
            return std::nullopt;
        total += *number * unit->second;
    } while (!text.empty());
    return std::isfinite(total) ? std::optional(total) : std::nullopt;
}

} // namespace agon
