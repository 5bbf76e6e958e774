// Answers that a rule of the script has spoilt.
#pragma once

#include "tests/support/fake_llm/chat_ask.h"
#include "tests/support/fake_llm/reply.h"
#include "tests/support/fake_llm/script.h"

#include <string_view>

namespace fake {

// Of faults that need no answer's text: errors, closed and silent connections. False: it is none of
// these.
[[nodiscard]] bool isWholeFault(std::string_view fault);
[[nodiscard]] Reply wholeFault(const Rule& rule, bool anthropic);

// What the fault makes of a chat's good answer.
[[nodiscard]] Reply spoilt(Reply good, const ChatAsk& ask, const Rule& rule);

} // namespace fake
