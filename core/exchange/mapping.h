// Which column (or JSON member) of a plain table holds what.
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace agon::exchange {

enum class Field : std::uint8_t {
    Instruction,
    Category,
    ModelA,
    ModelB,
    ResponseA,
    ResponseB,
    Winner,
    Judge,
    Annotator,
    ScoreA,
    ScoreB,
    Explanation,
    Time,
    Set,
    Key, // the instruction's id in the source
    Turn,
};
inline constexpr std::size_t fieldCount = 16;

[[nodiscard]] std::string_view fieldName(Field field); // "model_a": the words of agonctl --map
[[nodiscard]] std::optional<Field> fieldFromName(std::string_view name);

using Mapping = std::map<Field, std::string>; // field → column

// "winner=choice" as one entry. Errors: InvalidInput, for an unknown field or a missing =.
[[nodiscard]] Result<std::pair<Field, std::string>> parseMapping(std::string_view text);

// The mapping given, with the fields that it leaves open found by usual names of columns. Errors:
// InvalidInput when a column given is not there, or would bring in network addresses of voters.
[[nodiscard]] Result<Mapping> completeMapping(const Mapping& given,
                                              std::span<const std::string> columns);
// What is still missing for rows to be battles: model_a, model_b, and winner or both scores.
[[nodiscard]] std::vector<Field> missingFields(const Mapping& mapping);

// "203.0.113.7" or an IPv6 address: who voted, not to be kept.
[[nodiscard]] bool looksLikeAddress(std::string_view text);

} // namespace agon::exchange
