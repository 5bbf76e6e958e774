// What two scores come to.
#pragma once

#include "core/judge/parse_verdict.h"

#include <string_view>

namespace agon {

struct NamedScore {
    std::string_view name; // for a person: "Score-A"
    double value = 0;
};

// Sets verdict and scores; or Invalid with a problem, when one is not from 1 to 10.
void judgeByScores(ParsedVerdict& out, const NamedScore& first, const NamedScore& second);

} // namespace agon
