// Verdict syntax in answers: never reads outside, and a hit points at what was found.
#include "core/text/judge_syntax.h"
#include "fuzz_check.h"

using namespace agon;
using fuzz::check;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view answer = fuzz::asText(data, size);
    const auto hit = findJudgeSyntax(answer);
    if (!hit)
        return 0;
    check(hit->at < answer.size(), "a hit is inside the answer");
    const bool bracket = hit->kind == JudgeSyntax::Label || hit->kind == JudgeSyntax::Scores;
    check(!bracket || answer.substr(hit->at, 2) == "[[", "a verdict in brackets begins with them");
    return 0;
}
