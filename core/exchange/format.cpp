#include "core/exchange/format.h"

#include <array>

namespace agon::exchange {
namespace {

struct Name {
    Format format;
    std::string_view id;
    std::string_view title;
};

constexpr std::array<Name, 10> names{{
    {Format::AlpacaOutputs, "alpaca-outputs", "AlpacaEval model outputs"},
    {Format::AlpacaAnnotations, "alpaca-annotations", "AlpacaEval annotations"},
    {Format::FastchatQuestions, "fastchat-questions", "FastChat questions"},
    {Format::FastchatAnswers, "fastchat-answers", "FastChat answers"},
    {Format::FastchatPair, "fastchat-pair", "FastChat pair judgments"},
    {Format::FastchatSingle, "fastchat-single", "FastChat single-answer judgments"},
    {Format::Pandalm, "pandalm", "PandaLM test set or judge file"},
    {Format::Evalica, "evalica", "Table of outcomes (left, right, winner)"},
    {Format::Csv, "csv", "Table (CSV)"},
    {Format::Jsonl, "jsonl", "JSON lines"},
}};

constexpr std::array readable{Format::AlpacaOutputs,
                              Format::AlpacaAnnotations,
                              Format::FastchatQuestions,
                              Format::FastchatAnswers,
                              Format::FastchatPair,
                              Format::FastchatSingle,
                              Format::Pandalm,
                              Format::Evalica,
                              Format::Csv,
                              Format::Jsonl};
constexpr std::array writable{Format::AlpacaOutputs,
                              Format::FastchatQuestions,
                              Format::FastchatAnswers,
                              Format::FastchatPair,
                              Format::Csv,
                              Format::Jsonl};

} // namespace

std::string_view formatId(Format format) {
    return names[static_cast<std::size_t>(format)].id;
}

std::optional<Format> formatFromId(std::string_view id) {
    for (const Name& name : names)
        if (name.id == id)
            return name.format;
    return std::nullopt;
}

std::string_view formatTitle(Format format) {
    return names[static_cast<std::size_t>(format)].title;
}

std::span<const Format> readableFormats() {
    return readable;
}

std::span<const Format> writableFormats() {
    return writable;
}

} // namespace agon::exchange
