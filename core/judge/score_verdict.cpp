#include "core/judge/score_verdict.h"

#include <fmt/format.h>

namespace agon {

void judgeByScores(ParsedVerdict& out, const NamedScore& first, const NamedScore& second) {
    for (const NamedScore& score : {first, second})
        if (!(score.value >= 1 && score.value <= 10)) { // so written for NaN
            out.verdict = Verdict::Invalid;
            out.problem = fmt::format("{} is {}; scores go from 1 to 10", score.name, score.value);
            return;
        }
    out.scoreFirst = first.value;
    out.scoreSecond = second.value;
    out.verdict = first.value > second.value   ? Verdict::A
                  : first.value < second.value ? Verdict::B
                                               : Verdict::Tie;
}

} // namespace agon
