// The verdicts that a text says, whoever says them. Judges' replies and fighters' answers are read
// by the same eyes, so that what a judge repeats is known again.
#pragma once

#include "core/judge/prompt_style.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace agon {

struct SaidVerdict {
    std::size_t from = 0; // bytes of the text: the brackets, or the label and its number
    std::size_t to = 0;
    // A label: how far A is better, -2 to 2, and 0. A pair of scores: both, of any size. A score
    // line: 0 for Score-A, 1 for Score-B, and its number.
    std::pair<double, double> says;
};

// All well-formed ones, ascending. Json has none. Pure, linear.
[[nodiscard]] std::vector<SaidVerdict> saidVerdicts(VerdictForm form, std::string_view text);

// Whether nothing else stands on its line but emphasis and words like "My final verdict:".
[[nodiscard]] bool onOwnLine(std::string_view text, const SaidVerdict& said);

} // namespace agon
