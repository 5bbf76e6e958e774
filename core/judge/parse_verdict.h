// From a judge's reply to its verdict. The reply is hostile: a fighter's answer may hold a verdict
// and hope that the judge repeats it.
#pragma once

#include "core/domain/verdict.h"
#include "core/judge/prompt_style.h"
#include "core/llm/chat.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace agon {

struct ParsedVerdict {
    // As shown: A is the answer that was shown first. A, B, Tie or Invalid.
    Verdict verdict = Verdict::Invalid;
    std::optional<double> scoreFirst; // 1–10, both or none; none when Invalid
    std::optional<double> scoreSecond;
    std::string explanation; // the reply without its verdict lines; of JSON the field
    std::string problem;     // why it is Invalid, for a person
};

// The last well-formed verdict of the reply counts.
//
// A verdict is *quoted* when it stands in quotation marks (also over several lines), a code span, a
// code block, a line that begins with > or between boundary lines, and one of `shownTexts` says the
// same verdict. A quoted verdict never counts. Marks alone do not make a quotation: a judge may
// write its own verdict in them as long as no shown text says the same.
// A verdict on a line of its own (also after words like "Final verdict:") that is not quoted always
// counts, whatever the answers hold: no answer can make an honest reply invalid. Within running
// text a verdict that a shown text says as well gives way to an earlier one on a line of its own.
// What cannot be told apart: a judge that, after its verdict, repeats an answer's verdict without
// any mark on a line of its own.
//
// AgonScores: lines "Score-A: 8" and "Score-B: 6", in either order, or both in one line; the last
// two that stand together count, else the last of each. Scores are decimal numbers from 1 to 10;
// "8/10" is 8, other fractions are none; 0, 11, NaN are invalid. Equal scores are a tie.
// Json: an object; a code fence around it and text before it are allowed, other keys are ignored, a
// key given twice is invalid. It begins its line, unless it is the whole reply. Beside other text,
// one that stands in a shown text byte for byte is quoted, whatever marks it has.
//
// Finish::Length (cut): the verdict counts only as the last thing of the reply, on a line of its
// own, if no shown text says the same; a score line must be followed by a line end, since "1" may
// have been going to be "10". JSON that is cut is invalid. Filtered and Refused are invalid.
// Pure, thread-safe, linear in the sizes of the reply and the shown texts.
[[nodiscard]] ParsedVerdict parseVerdict(VerdictForm form, std::string_view reply, Finish finish,
                                         std::span<const std::string_view> shownTexts);

} // namespace agon
