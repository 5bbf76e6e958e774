#include "core/exchange/words.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <string>
#include <utility>

namespace agon::exchange {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white = " \t\r\n";
    const std::size_t first = text.find_first_not_of(white);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

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

std::optional<Timestamp> isoTime(std::string_view text) {
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

std::optional<Verdict> winnerIn(std::string_view word) {
    using Word = std::pair<std::string_view, Verdict>;
    static constexpr auto words = std::to_array<Word>({
        {"a", Verdict::A},
        {"left", Verdict::A},
        {"leftvote", Verdict::A},
        {"model_a", Verdict::A},
        {"model_1", Verdict::A},
        {"model a", Verdict::A},
        {"output_1", Verdict::A},
        {"response_a", Verdict::A},
        {"1", Verdict::A},
        {"b", Verdict::B},
        {"right", Verdict::B},
        {"rightvote", Verdict::B},
        {"model_b", Verdict::B},
        {"model_2", Verdict::B},
        {"model b", Verdict::B},
        {"output_2", Verdict::B},
        {"response_b", Verdict::B},
        {"2", Verdict::B},
        {"tie", Verdict::Tie},
        {"tievote", Verdict::Tie},
        {"draw", Verdict::Tie},
        {"equal", Verdict::Tie},
        {"both", Verdict::Tie},
        {"c", Verdict::Tie},
        {"0", Verdict::Tie},
        {"bad", Verdict::Bad},
        {"both_bad", Verdict::Bad},
        {"both bad", Verdict::Bad},
        {"bothbad", Verdict::Bad},
        {"bothbad_vote", Verdict::Bad},
        {"tie (bothbad)", Verdict::Bad},
        {"tie (both bad)", Verdict::Bad},
        {"invalid", Verdict::Invalid},
        {"error", Verdict::Invalid},
        {"null", Verdict::Invalid},
        {"nan", Verdict::Invalid},
        {"-1", Verdict::Invalid},
        {"garbage", Verdict::Invalid},
        {"none", Verdict::None},
        {"", Verdict::None},
        {"1.0", Verdict::A},
        {"2.0", Verdict::B},
        {"0.0", Verdict::Tie},
        {"-1.0", Verdict::Invalid},
    });
    word = trimmed(word);
    if (word.size() > 16)
        return std::nullopt;
    std::string lower(word);
    for (char& byte : lower)
        if (byte >= 'A' && byte <= 'Z')
            byte = static_cast<char>(byte - 'A' + 'a');
    for (const auto& [name, verdict] : words)
        if (name == lower)
            return verdict;
    return std::nullopt;
}

Timestamp timeOf(double secondsOrMilliseconds) {
    // Seconds until the year 5138 are below 1e11; milliseconds since 1973 are above.
    const double milliseconds = std::abs(secondsOrMilliseconds) < 1e11
                                    ? secondsOrMilliseconds * 1000
                                    : secondsOrMilliseconds;
    if (!std::isfinite(milliseconds) || std::abs(milliseconds) > 9e15)
        return {};
    return {std::llround(milliseconds)};
}

std::optional<Timestamp> timeIn(std::string_view text) {
    text = trimmed(text);
    if (const auto number = numberIn(text))
        return timeOf(*number);
    return isoTime(text);
}

} // namespace agon::exchange
