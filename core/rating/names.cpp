#include "core/rating/names.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

namespace agon::rating {
namespace {

constexpr std::array<std::string_view, 2> methods{"bt", "elo"};
constexpr std::array<std::string_view, 2> tiesRules{"half", "drop"};
constexpr std::array<std::string_view, 3> units{"instruction", "battle", "game"};
constexpr std::array<std::string_view, 3> intervalKinds{"bootstrap", "sandwich", "none"};
constexpr std::array<std::string_view, 5> groupings{"", "category", "set", "iteration", "judge"};

template <class Choice, std::size_t N>
std::string_view nameOf(const std::array<std::string_view, N>& names, Choice choice) {
    return names[static_cast<std::size_t>(choice)];
}

template <class Choice, std::size_t N>
std::optional<Choice> choiceOf(const std::array<std::string_view, N>& names,
                               std::string_view name) {
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == name)
            return static_cast<Choice>(i);
    return std::nullopt;
}

} // namespace

std::string_view methodName(Method method) {
    return nameOf(methods, method);
}
std::optional<Method> methodFromName(std::string_view name) {
    return choiceOf<Method>(methods, name);
}
std::string_view tiesName(Ties ties) {
    return nameOf(tiesRules, ties);
}
std::optional<Ties> tiesFromName(std::string_view name) {
    return choiceOf<Ties>(tiesRules, name);
}
std::string_view unitName(Unit unit) {
    return nameOf(units, unit);
}
std::optional<Unit> unitFromName(std::string_view name) {
    return choiceOf<Unit>(units, name);
}
std::string_view intervalsName(Intervals intervals) {
    return nameOf(intervalKinds, intervals);
}
std::optional<Intervals> intervalsFromName(std::string_view name) {
    return choiceOf<Intervals>(intervalKinds, name);
}
std::string_view groupByName(GroupBy groupBy) {
    return nameOf(groupings, groupBy);
}
std::optional<GroupBy> groupByFromName(std::string_view name) {
    return choiceOf<GroupBy>(groupings, name);
}

Result<Anchor> parseAnchor(std::string_view text) {
    const std::size_t equals = text.rfind('=');
    const auto refuse = [&] {
        return fail(ErrorCode::InvalidInput,
                    fmt::format("anchor \"{}\": write it as MODEL=RATING, for example "
                                "llama-2-70b-chat=1100",
                                text));
    };
    if (equals == std::string_view::npos || equals == 0)
        return refuse();
    const std::string_view number = text.substr(equals + 1);
    Anchor anchor{std::string(text.substr(0, equals)), 0};
    const auto [end, error] =
        std::from_chars(number.data(), number.data() + number.size(), anchor.value);
    if (error != std::errc() || end != number.data() + number.size() ||
        !std::isfinite(anchor.value))
        return refuse();
    return anchor;
}

} // namespace agon::rating
