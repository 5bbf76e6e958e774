// A simulated judge's words: what it was asked, why it decided as it did, its raw reply.
// Answer A is always the one shown first.
#pragma once

#include "core/base/random.h"
#include "core/simulation/answer.h"

#include <span>
#include <string>
#include <string_view>

namespace agon::simulation {

struct ShownAnswer {
    const Answer& answer;
    int score = 0;
};

// Two to four sentences that quote the answers in “…” and name what is good or wrong in them,
// fitting the scores: a judge that errs finds reasons for its error.
[[nodiscard]] std::string explain(const ShownAnswer& first, const ShownAnswer& second,
                                  Random& random);

// The explanation, then "Score-A: 8" and "Score-B: 6".
[[nodiscard]] std::string reply(std::string_view explanation, int scoreFirst, int scoreSecond);

struct UnreadableReply {
    std::string raw;
    std::string error; // why no verdict could be read, for a person
};
[[nodiscard]] UnreadableReply unreadableReply(std::string_view explanation, Random& random);

// What the judge is shown; both spans hold the turns up to the one to be judged.
[[nodiscard]] std::string promptFor(std::span<const std::string> questions,
                                    std::span<const std::string> first,
                                    std::span<const std::string> second);

} // namespace agon::simulation
