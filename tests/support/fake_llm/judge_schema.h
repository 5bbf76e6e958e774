// A verdict as the JSON object that a schema asks for.
#pragma once

#include <string>
#include <string_view>

namespace fake {

struct Verdict {
    double preference = 0; // > 0: A is better
    int scoreA = 0;        // 1 … 10
    int scoreB = 0;
};

// Each property by its type and name: numbers are the scores of A or B, an enumeration is the word
// for the winner, other texts are the explanation.
[[nodiscard]] std::string verdictObject(std::string_view schema, const Verdict& verdict,
                                        std::string_view explanation);

} // namespace fake
