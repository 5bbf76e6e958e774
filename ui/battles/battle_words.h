// What is said about a battle in words: plain functions, no widgets.
#pragma once

#include "core/domain/battle.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace agon::ui {

enum class Side : std::uint8_t { A, B };
[[nodiscard]] constexpr Side other(Side side) {
    return side == Side::A ? Side::B : Side::A;
}
[[nodiscard]] constexpr Verdict verdictOf(Side side) {
    return side == Side::A ? Verdict::A : Verdict::B;
}
[[nodiscard]] inline const Response& responseOf(const Battle& battle, Side side) {
    return side == Side::A ? battle.a : battle.b;
}

// The instruction of the turn that is judged; empty for rows without texts.
[[nodiscard]] std::string instructionText(const Battle& battle);
// The instruction's turns before it, each under a line "Turn 1".
[[nodiscard]] std::string conversationText(const Battle& battle);
[[nodiscard]] bool hasEarlierTurns(const Battle& battle);

// The answer to the turn that is judged; with `whole`, the answers before it too, each under its
// question. Markdown as the model wrote it.
[[nodiscard]] std::string answerText(const Battle& battle, Side side, bool whole);
// Why there is no answer to show, for a person; empty when there is one.
[[nodiscard]] QString whyNoAnswer(const Battle& battle, Side side);

// "Coding · oasst · 1 turn · 73 characters"
[[nodiscard]] QString instructionFacts(const Battle& battle);
// "132 words", "4.1 s"
[[nodiscard]] QStringList answerFacts(const Response& response, int turn);

struct MarkWords {
    QString label;   // for a chip
    QString details; // for its tooltip
};
[[nodiscard]] QList<MarkWords> markWords(std::uint32_t marks);

// "today 14:02", "12 Nov 16:40", "12 Nov 2024"; `now` says what today is.
[[nodiscard]] QString whenWords(Timestamp at, const QDateTime& now);
[[nodiscard]] QString clockTime(Timestamp at); // "14:02"

// Points that a judge gave, and gaps between them: "8.0", "7.25".
[[nodiscard]] QString formatScore(float score);

// The vote of an annotator that counts, if there is one.
[[nodiscard]] const Override* latestVote(const Battle& battle, const std::string& annotator);

// What the verdict says with the letters of the sides: "A better", "Tie", "Both bad".
[[nodiscard]] QString verdictButtonText(Verdict verdict);

} // namespace agon::ui
