#include "core/exchange/mapping.h"

#include "core/text/ascii.h"

#include <fmt/format.h>

#include <algorithm>

namespace agon::exchange {
namespace {

constexpr std::array<std::string_view, fieldCount> fieldNames{
    "instruction", "category", "model_a",   "model_b", "response_a", "response_b",
    "winner",      "judge",    "annotator", "score_a", "score_b",    "explanation",
    "time",        "set",      "key",       "turn"};

struct Alias {
    Field field;
    std::string_view column;
};

// Usual names, the likeliest first.
constexpr std::array aliases{
    Alias{Field::Instruction, "prompt"},
    Alias{Field::Instruction, "question"},
    Alias{Field::Instruction, "input"},
    Alias{Field::ModelA, "left"},
    Alias{Field::ModelA, "model_1"},
    Alias{Field::ModelA, "model_a_name"},
    Alias{Field::ModelA, "generator_1"},
    Alias{Field::ModelA, "model_x"},
    Alias{Field::ModelB, "right"},
    Alias{Field::ModelB, "model_2"},
    Alias{Field::ModelB, "model_b_name"},
    Alias{Field::ModelB, "generator_2"},
    Alias{Field::ModelB, "model_y"},
    Alias{Field::ResponseA, "output_1"},
    Alias{Field::ResponseA, "response_1"},
    Alias{Field::ResponseA, "response1"},
    Alias{Field::ResponseB, "output_2"},
    Alias{Field::ResponseB, "response_2"},
    Alias{Field::ResponseB, "response2"},
    Alias{Field::Winner, "verdict"},
    Alias{Field::Winner, "chosen_model_name"},
    Alias{Field::Winner, "preference"},
    Alias{Field::Annotator, "worker"},
    Alias{Field::Annotator, "human"},
    Alias{Field::Explanation, "rationale"},
    Alias{Field::Explanation, "reason"},
    Alias{Field::Time, "timestamp"},
    Alias{Field::Time, "tstamp"},
    Alias{Field::Time, "date"},
    Alias{Field::Key, "question_id"},
};

constexpr std::array<std::string_view, 7> addressColumns{
    "ip", "ip_address", "ipaddress", "ip_addr", "client_ip", "user_ip", "remote_addr"};

const std::string* columnNamed(std::span<const std::string> columns, std::string_view name) {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const std::string& column) {
        return lowered(column) == name;
    });
    return found == columns.end() ? nullptr : &*found;
}

} // namespace

std::string_view fieldName(Field field) {
    return fieldNames[static_cast<std::size_t>(field)];
}

std::optional<Field> fieldFromName(std::string_view name) {
    const auto found = std::find(fieldNames.begin(), fieldNames.end(), name);
    if (found == fieldNames.end())
        return std::nullopt;
    return static_cast<Field>(found - fieldNames.begin());
}

Result<std::pair<Field, std::string>> parseMapping(std::string_view text) {
    const std::size_t equals = text.find('=');
    const auto field = fieldFromName(text.substr(0, equals));
    if (equals == std::string_view::npos || equals + 1 == text.size() || !field)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("“{}” is not field=column; the fields are {}", text,
                                fmt::join(fieldNames, ", ")));
    return std::pair(*field, std::string(text.substr(equals + 1)));
}

Result<Mapping> completeMapping(const Mapping& given, std::span<const std::string> columns) {
    Mapping out;
    for (const auto& [field, column] : given) {
        if (std::find(columns.begin(), columns.end(), column) == columns.end())
            return fail(ErrorCode::InvalidInput,
                        fmt::format("there is no column “{}” for {}; the columns are {}", column,
                                    fieldName(field), fmt::join(columns, ", ")));
        if (std::find(addressColumns.begin(), addressColumns.end(), lowered(column)) !=
            addressColumns.end())
            return fail(
                ErrorCode::InvalidInput,
                fmt::format("column “{}” holds network addresses of people; these are never "
                            "imported",
                            column));
        out.emplace(field, column);
    }
    for (std::size_t i = 0; i < fieldCount; ++i)
        if (const std::string* column = columnNamed(columns, fieldNames[i]))
            out.try_emplace(static_cast<Field>(i), *column);
    for (const Alias& alias : aliases)
        if (const std::string* column = columnNamed(columns, alias.column))
            out.try_emplace(alias.field, *column);
    return out;
}

std::vector<Field> missingFields(const Mapping& mapping) {
    std::vector<Field> out;
    for (const Field field : {Field::ModelA, Field::ModelB})
        if (!mapping.contains(field))
            out.push_back(field);
    if (!mapping.contains(Field::Winner) &&
        !(mapping.contains(Field::ScoreA) && mapping.contains(Field::ScoreB)))
        out.push_back(Field::Winner);
    return out;
}

bool looksLikeAddress(std::string_view text) {
    const auto dots = std::count(text.begin(), text.end(), '.');
    const auto colons = std::count(text.begin(), text.end(), ':');
    const auto only = [&](std::string_view bytes) {
        return text.find_first_not_of(bytes) == std::string_view::npos;
    };
    return (dots == 3 && text.size() >= 7 && text.size() <= 15 && only("0123456789.")) ||
           (colons >= 2 && text.size() >= 3 && text.size() <= 45 &&
            only("0123456789abcdefABCDEF:."));
}

} // namespace agon::exchange
