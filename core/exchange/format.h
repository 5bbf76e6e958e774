// The room exchange: foreign files in and out. Reading: a file is cut into records, each record is
// parsed on its own, and its format's importer appends it to a workspace. Writing: one file a
// format.
//
// The formats of this room, by the ids of agonctl.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace agon::exchange {

enum class Format : std::uint8_t {
    AlpacaOutputs,
    AlpacaAnnotations,
    FastchatQuestions,
    FastchatAnswers,
    FastchatPair,
    FastchatSingle,
    Pandalm, // the test set, or a judge's verdicts on it
    Evalica,
    Csv,
    Jsonl,
};

[[nodiscard]] std::string_view formatId(Format format); // "alpaca-outputs"
[[nodiscard]] std::optional<Format> formatFromId(std::string_view id);
// For a person: "AlpacaEval model outputs".
[[nodiscard]] std::string_view formatTitle(Format format);
[[nodiscard]] std::span<const Format> readableFormats();
[[nodiscard]] std::span<const Format> writableFormats();

} // namespace agon::exchange
