// Answers that carry a judge's verdict: an answer has no reason to, except to cheat a judge.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace agon {

enum class JudgeSyntax : std::uint8_t {
    Label,    // [[A]], [[B]], [[C]], [[tie]], [[A>>B]] …: FastChat, Arena-Hard
    Scores,   // [[8, 3]], Rating: [[9]]: FastChat
    Lines,    // a line that begins with Score-A: or Score-B: and a number: Agon's own style
    Template, // two parts of AlpacaEval's prompt or reply (ordered_models, model_identifier …)
    Object,   // "score_a": 9 and "score_b": 2 of a JSON object: Agon's JSON style
};

struct JudgeSyntaxHit {
    JudgeSyntax kind = JudgeSyntax::Label;
    std::size_t at = 0; // byte offset of the first piece
};

// The first verdict syntax of an answer, if any. Conservative: code such as f([[A]]) or
// x = [[8, 3]] and a single word of a template do not count. A hit says that the answer is worth a
// look, not that it cheats. Pure, thread-safe, linear.
[[nodiscard]] std::optional<JudgeSyntaxHit> findJudgeSyntax(std::string_view answer);

} // namespace agon
