// Answers that are made for the judge and not for the question.
#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace agon {

// One answer of a model. The hash is of the text, white space around it left out.
struct AnswerFact {
    ModelId model;
    InstructionId instruction;
    std::uint64_t answer = 0;
    bool operator==(const AnswerFact&) const = default;
};
[[nodiscard]] std::uint64_t answerHash(std::string_view answer);

// A model that says the same to nearly every instruction, as AlpacaEval's NullModel does.
struct SameAnswer {
    ModelId model;
    std::uint64_t answer = 0;     // the text's hash
    std::size_t instructions = 0; // that the model answered
    std::size_t same = 0;         // that got this text
    bool operator==(const SameAnswer&) const = default;
};
inline constexpr std::size_t sameAnswerLeast = 5; // instructions, before anything is said
inline constexpr double sameAnswerShare = 0.8;    // of them, with the same text

// Models that answer at least `sameAnswerShare` of at least `sameAnswerLeast` instructions with one
// text, by id. Facts come in any order; several answers to one instruction count once a text. Empty
// answers belong left out by the caller (marks::empty): silence has policies of its own.
[[nodiscard]] std::vector<SameAnswer> sameAnswers(std::span<const AnswerFact> facts);

// Bits of agon::marks of an answer that speaks to the judge: a verdict in any form of
// prompt_style.h, parts of a judge's template, or a boundary line (fence.h). 0 otherwise.
[[nodiscard]] std::uint32_t suspicionMarks(std::string_view answer);

} // namespace agon
