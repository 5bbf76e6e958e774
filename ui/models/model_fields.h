// The fields of a model that a person edits: which there are, which apply, how they are compared
// and set. What a model keeps as JSON (sampling, limits) is here a field a value.
#pragma once

#include "core/domain/model.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace agon::ui {

enum class ModelField : std::uint8_t {
    Name,
    Kind,
    BaseUrls,
    ApiModel,
    Provider,
    Family,
    KeyVariable,
    Roles,
    Parent,
    PriceIn,
    PriceOut,
    PriceCached,
    Temperature,
    TopP,
    MaxTokens,
    Stop,
    AtOnce,
    RequestsPerMinute,
    TokensPerMinute,
    Retries,
    ConnectTime,
    FirstByteTime,
    IdleTime,
    TotalTime,
    InsecureTls,
    Strength,
    Note,
};
[[nodiscard]] std::span<const ModelField> allModelFields();

// Recorded answers have no address and no key; only a simulated fighter has a known strength.
[[nodiscard]] bool isCalled(ModelKind kind);
[[nodiscard]] bool applies(ModelField field, ModelKind kind);
[[nodiscard]] bool sameField(const Model& a, const Model& b, ModelField field);
void copyField(Model& to, const Model& from, ModelField field);

// What a field of numbers takes.
struct NumberRange {
    double least = 0;
    double most = 0;
    bool whole = false;
    std::optional<double> usual; // stands for an empty field; not set: an empty field means "none"
};
[[nodiscard]] bool isNumber(ModelField field);
[[nodiscard]] NumberRange rangeOf(ModelField field); // only of numbers
[[nodiscard]] std::optional<double> numberOf(const Model& model, ModelField field);
// Nothing: the usual value, or none. The number is within the range.
void setNumber(Model& model, ModelField field, std::optional<double> number);

// Texts that end an answer, one a line; a line break in one is written \n, a backslash twice.
[[nodiscard]] QString stopLines(const Model& model);
void setStopLines(Model& model, const QString& lines);
[[nodiscard]] bool insecureTls(const Model& model);
void setInsecureTls(Model& model, bool on);

} // namespace agon::ui
