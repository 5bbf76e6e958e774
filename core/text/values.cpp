#include "core/text/values.h"

#include "core/text/ascii.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <string>

namespace agon {
namespace {

// Digits at the front, exactly `count` of them; takes them off.
std::optional<int> digits(std::string_view& text, std::size_t count) {
    int value = 0;
    if (text.size() < count)
        return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + count, value);
    if (error != std::errc() || end != text.data() + count || text.front() == '-')
        return std::nullopt;
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, std::string_view oneOf) {
    if (text.empty() || oneOf.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

// Minutes east of Greenwich.
std::optional<int> offsetIn(std::string_view text) {
    if (text.empty() || text == "Z" || text == "z")
        return 0;
    const int sign = text.front() == '-' ? -1 : 1;
    if (!take(text, "+-"))
        return std::nullopt;
    const auto hours = digits(text, 2);
    take(text, ":");
    const auto minutes = text.empty() ? std::optional(0) : digits(text, 2);
    if (!hours || !minutes || !text.empty())
        return std::nullopt;
    return sign * (*hours * 60 + *minutes);
}

} // namespace

std::optional<double> numberIn(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() ||
        !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<Timestamp> isoTimeIn(std::string_view text) {
    const auto year = digits(text, 4);
    if (!year || !take(text, "-"))
        return std::nullopt;
    const auto month = digits(text, 2);
    if (!month || !take(text, "-"))
        return std::nullopt;
    const auto day = digits(text, 2);
    if (!day)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok())
        return std::nullopt;
    std::int64_t milliseconds =
        std::chrono::sys_days(date).time_since_epoch().count() * std::int64_t{86'400'000};
    if (text.empty())
        return Timestamp{milliseconds};
    if (!take(text, "Tt "))
        return std::nullopt;
    const auto hour = digits(text, 2);
    if (!hour || !take(text, ":"))
        return std::nullopt;
    const auto minute = digits(text, 2);
    if (!minute || *hour > 23 || *minute > 59)
        return std::nullopt;
    milliseconds += (*hour * 60 + *minute) * std::int64_t{60'000};
    if (take(text, ":")) {
        const auto second = digits(text, 2);
        if (!second || *second > 60)
            return std::nullopt;
        milliseconds += *second * std::int64_t{1000};
        if (take(text, ".,")) {
            if (text.empty() || text.front() < '0' || text.front() > '9')
                return std::nullopt;
            int unit = 100;
            while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
                milliseconds += (text.front() - '0') * unit;
                unit /= 10;
                text.remove_prefix(1);
            }
        }
    }
    const auto offset = offsetIn(trimmed(text));
    if (!offset)
        return std::nullopt;
    return Timestamp{milliseconds - *offset * std::int64_t{60'000}};
}

} // namespace agon
