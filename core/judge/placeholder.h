// The placeholders of a prompt text (prompt_style.h lists them).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace agon {

enum class Slot : std::uint8_t {
    Literal, // no placeholder: the text itself
    Unknown,
    Question,
    AnswerA,
    AnswerB,
    ConversationA,
    ConversationB,
    Reference,
    History,
};

struct PromptPiece {
    Slot slot = Slot::Literal;
    int turn = 0;          // of {answer_a_2}: 2; 0 without a number
    std::string_view text; // as it stands there, braces included
};

// Cuts a text into literal pieces and placeholders; together they are the text. Pure, linear.
[[nodiscard]] std::vector<PromptPiece> promptPieces(std::string_view text);

} // namespace agon
