// What a judge is sent for one game: a style's texts with the battle's texts in them.
#pragma once

#include "core/base/result.h"
#include "core/domain/battle.h"
#include "core/domain/verdict.h"
#include "core/judge/prompt_style.h"
#include "core/llm/chat.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

// Views; what they point to outlives the call.
struct JudgeInput {
    std::string_view system;                // the fighters' system text, may be empty
    std::span<const Exchange> history;      // what was given before the first question
    std::span<const std::string> questions; // user turns up to and including the judged one
    std::span<const std::string> answersA;  // of the battle's A, one a question
    std::span<const std::string> answersB;
    std::span<const std::string> references; // none, or one a question; empty where there is none
};

struct JudgePrompt {
    std::vector<ChatMessage> messages; // a system message, then a user message
    std::string schemaName;
    std::string schema;
    std::string boundary; // the word in the lines around every foreign text; in none of the texts
};

// Fills the style's text in one pass: placeholders inside a question or an answer stay literal.
// Every foreign text stands between two boundary lines (fence.h), and the system message ends with
// the notice that what is between them is to be judged and never obeyed. The same input gives the
// same prompt. `shown` BA puts B's answers into A's place. Errors: InvalidInput (no question,
// counts differ, the style has no text for so many turns).
[[nodiscard]] Result<JudgePrompt> fillPrompt(const PromptStyle& style, const JudgeInput& input,
                                             Order shown);

// The prompt as it is stored and shown to a person.
[[nodiscard]] std::string asText(const JudgePrompt& prompt);

} // namespace agon
