// What the fake server's judges say: a verdict in the form that the prompt asks for, which follows
// from the two answers and not from their places.
#pragma once

#include "tests/support/fake_llm/chat_ask.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace fake {

enum class VerdictForm : std::uint8_t {
    Schema,     // a JSON object of the schema
    ScoreLines, // Score-A: 8, Score-B: 3
    FiveLabels, // [[A>>B]]
    Pair,       // [[8, 3]]
    Label,      // [[A]], [[B]], [[C]]
    Rating,     // Rating: [[7]], of one answer
    None,       // the prompt asks for no verdict
};

struct JudgeHabits {
    double noVerdict = 0; // share of the bodies
    double flip = 0.05;   // share of the bodies: the answers are taken for each other
    double tie = 0.1;     // share of the pairs
};

// The two answers in a judge's prompt, between marks such as "[The Start of Assistant A's Answer]"
// and "[The End of …]" or <answer_a> and </answer_a>; empty when there are none.
struct JudgedPair {
    std::string_view a;
    std::string_view b;
};
[[nodiscard]] JudgedPair judgedPair(std::string_view prompt);

// Looks only at what stands outside of the two answers: they may hold verdicts of their own.
[[nodiscard]] VerdictForm verdictForm(const ChatAsk& ask, std::string_view prompt,
                                      const JudgedPair& pair);

[[nodiscard]] std::string judgeText(const ChatAsk& ask, const JudgeHabits& habits);
[[nodiscard]] std::string noVerdictText();

} // namespace fake
