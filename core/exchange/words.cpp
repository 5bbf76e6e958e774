#include "core/exchange/words.h"

#include "core/text/ascii.h"
#include "core/text/values.h"

#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace agon::exchange {

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
    const std::string lower = lowered(word);
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
    return isoTimeIn(text);
}

} // namespace agon::exchange
