#include "core/llm/retry.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace agon {
namespace {

constexpr double longestWait = 60; // that a server may ask for

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameName(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

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

std::optional<double> numberOf(std::string_view text) {
    const auto value = takeNumber(text);
    return text.empty() ? value : std::nullopt;
}

// Takes so many digits from the front.
std::optional<int> takeDigits(std::string_view& text, std::size_t count) {
    int value = 0;
    if (text.size() < count)
        return std::nullopt;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, std::string_view expected) {
    if (!text.starts_with(expected))
        return false;
    text.remove_prefix(expected.size());
    return true;
}

// "07:28:00" from the front, as seconds of the day; 60 is a leap second.
std::optional<int> takeTime(std::string_view& text) {
    const auto hour = takeDigits(text, 2);
    if (!hour || *hour > 23 || !take(text, ":"))
        return std::nullopt;
    const auto minute = takeDigits(text, 2);
    if (!minute || *minute > 59 || !take(text, ":"))
        return std::nullopt;
    const auto second = takeDigits(text, 2);
    if (!second || *second > 60)
        return std::nullopt;
    return (*hour * 60 + *minute) * 60 + *second;
}

std::optional<Timestamp> timestamp(int year, int month, int day, std::int64_t milliseconds) {
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return std::nullopt;
    const auto days = std::chrono::sys_days(date).time_since_epoch().count();
    return Timestamp{static_cast<std::int64_t>(days) * 86'400'000 + milliseconds};
}

// "Z", "+01:00" as what has to be subtracted, in minutes.
std::optional<int> zoneMinutes(std::string_view text) {
    if (text == "Z" || text == "z")
        return 0;
    const bool west = text.starts_with('-');
    if (!west && !text.starts_with('+'))
        return std::nullopt;
    text.remove_prefix(1);
    const auto hours = takeDigits(text, 2);
    if (!hours || !take(text, ":"))
        return std::nullopt;
    const auto minutes = takeDigits(text, 2);
    if (!minutes || !text.empty())
        return std::nullopt;
    return (west ? -1 : 1) * (*hours * 60 + *minutes);
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
    if (const auto milliseconds = numberOf(findHeader(headers, "retry-after-ms")))
        return *milliseconds / 1000;
    const std::string_view after = findHeader(headers, "retry-after");
    if (const auto seconds = numberOf(after))
        return seconds;
    if (const auto date = httpDate(after))
        return secondsUntil(*date, now);
    return std::nullopt;
}

// Azure answers -1 where it has no number.
std::optional<double> atLeastZero(std::optional<double> value) {
    return value && *value >= 0 ? value : std::nullopt;
}

std::optional<double> secondsToReset(std::string_view text, Timestamp now) {
    if (const auto then = internetTime(text))
        return std::max(secondsUntil(*then, now), 0.0);
    return goDuration(text);
}

// `nameOf` gives the name of the header for "limit", "remaining" and "reset".
RateAllowance allowance(std::span<const HttpHeader> headers, Timestamp now,
                        const std::function<std::string(std::string_view)>& nameOf) {
    return {atLeastZero(numberOf(findHeader(headers, nameOf("limit")))),
            atLeastZero(numberOf(findHeader(headers, nameOf("remaining")))),
            secondsToReset(findHeader(headers, nameOf("reset")), now)};
}

} // namespace

std::string_view findHeader(std::span<const HttpHeader> headers, std::string_view name) {
    const auto found =
        std::find_if(headers.rbegin(), headers.rend(),
                     [&](const HttpHeader& header) { return sameName(header.name, name); });
    if (found == headers.rend())
        return {};
    std::string_view value = found->value;
    const std::size_t from = value.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos)
        return {};
    return value.substr(from, value.find_last_not_of(" \t\r\n") + 1 - from);
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
    if (sameName(advice, "true"))
        return true;
    if (sameName(advice, "false"))
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
    if (const auto seconds = numberOf(text))
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

std::optional<Timestamp> httpDate(std::string_view text) {
    static constexpr std::array<std::string_view, 12> months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    // The day of the week says nothing that the date does not.
    const std::size_t comma = text.find(", ");
    if (comma != 3)
        return std::nullopt;
    text.remove_prefix(comma + 2);
    const auto day = takeDigits(text, 2);
    if (!day || !take(text, " "))
        return std::nullopt;
    const auto* month = std::find_if(months.begin(), months.end(),
                                     [&](std::string_view name) { return take(text, name); });
    if (month == months.end() || !take(text, " "))
        return std::nullopt;
    const auto year = takeDigits(text, 4);
    if (!year || !take(text, " "))
        return std::nullopt;
    const auto seconds = takeTime(text);
    if (!seconds || text != " GMT")
        return std::nullopt;
    return timestamp(*year, static_cast<int>(month - months.begin()) + 1, *day,
                     std::int64_t{*seconds} * 1000);
}

std::optional<Timestamp> internetTime(std::string_view text) {
    const auto year = takeDigits(text, 4);
    if (!year || !take(text, "-"))
        return std::nullopt;
    const auto month = takeDigits(text, 2);
    if (!month || !take(text, "-"))
        return std::nullopt;
    const auto day = takeDigits(text, 2);
    if (!day || !(take(text, "T") || take(text, "t") || take(text, " ")))
        return std::nullopt;
    const auto seconds = takeTime(text);
    if (!seconds)
        return std::nullopt;
    double fraction = 0;
    if (text.starts_with('.')) {
        const auto number = takeNumber(text);
        if (!number)
            return std::nullopt;
        fraction = *number;
    }
    const auto zone = zoneMinutes(text);
    if (!zone)
        return std::nullopt;
    const auto ofDay = (std::int64_t{*seconds} - std::int64_t{*zone} * 60) * 1000;
    return timestamp(*year, *month, *day, ofDay + static_cast<std::int64_t>(fraction * 1000));
}

} // namespace agon
