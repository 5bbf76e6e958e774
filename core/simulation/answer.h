// Answers written to a level: a good one is right, complete and ordered, a weak one errs, leaves
// things out and rambles. What is good and bad about it is kept, so that a judge can name it.
#pragma once

#include "core/simulation/spec.h"
#include "core/simulation/task.h"

#include <cstdint>
#include <string>
#include <vector>

namespace agon::simulation {

// Something a judge can say about an answer.
struct Finding {
    bool good = true;
    std::string quote;  // occurs in the answer, on one line; may be empty
    std::string remark; // follows "Answer A": "gives only 2 of the 5 points"; of an error a clause
    bool error = false; // the decisive point is wrong, and `remark` says why
};

// What goes wrong now and then, whatever the fighter's strength.
enum class Mishap : std::uint8_t {
    None,
    Empty,   // nothing came
    Refused, // "I cannot help with that"
    Cut,     // the token limit ended it
    Cheats,  // contains a judge's verdict
};

struct Answer {
    std::string text;
    std::vector<Finding> findings; // the most important first; never empty
    std::uint32_t marks = 0;       // refused, cut (core/text/marks.h)
};

// The level that remains of an answer after a mishap; in [1, 10].
[[nodiscard]] double levelAfter(double level, Mishap mishap);

// Writes the answer to one turn. `level` is the one before the mishap. Pure in the random stream.
[[nodiscard]] Answer writeAnswer(const TurnTask& task, Language language, const Style& style,
                                 double level, Mishap mishap, Random& random);

} // namespace agon::simulation
