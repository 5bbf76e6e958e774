// The words of agonctl for the choices of a rating, both ways.
#pragma once

#include "core/rating/rating_report.h"

#include <optional>
#include <string_view>

namespace agon::rating {

[[nodiscard]] std::string_view methodName(Method method); // "bt", "elo"
[[nodiscard]] std::optional<Method> methodFromName(std::string_view name);

[[nodiscard]] std::string_view tiesName(Ties ties); // "half", "drop"
[[nodiscard]] std::optional<Ties> tiesFromName(std::string_view name);

[[nodiscard]] std::string_view unitName(Unit unit); // "instruction", "battle", "game"
[[nodiscard]] std::optional<Unit> unitFromName(std::string_view name);

[[nodiscard]] std::string_view
intervalsName(Intervals intervals); // "bootstrap", "sandwich", "none"
[[nodiscard]] std::optional<Intervals> intervalsFromName(std::string_view name);

// "category", "set", "iteration", "judge"; "" for none.
[[nodiscard]] std::string_view groupByName(GroupBy groupBy);
[[nodiscard]] std::optional<GroupBy> groupByFromName(std::string_view name);

// "M=V"; a model's name may itself contain "=", the last one counts. Errors: InvalidInput.
[[nodiscard]] Result<Anchor> parseAnchor(std::string_view text);

} // namespace agon::rating
