// A text in the forms that the two dialects put it into.
#pragma once

#include "tests/support/fake_llm/chat_ask.h"
#include "tests/support/fake_llm/reply.h"

#include <string>
#include <string_view>
#include <vector>

namespace fake {

struct FormOptions {
    bool usage = true;
    std::string_view finish = "stop"; // as OpenAI names it
};

[[nodiscard]] std::string wholeForm(const ChatAsk& ask, std::string_view text,
                                    const FormOptions& options);
// One server-sent event an entry.
[[nodiscard]] std::vector<std::string> streamForm(const ChatAsk& ask, std::string_view text,
                                                  const FormOptions& options);
// The event of a stream that says that something went wrong.
[[nodiscard]] std::string streamError(const ChatAsk& ask);

} // namespace fake
