// What the fake server has to know of a chat request, in either dialect.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fake {

struct ChatAsk {
    bool anthropic = false;
    std::string_view body;     // of the request; what follows points into it
    std::string_view model;    // escaped
    std::string_view lastUser; // escaped: the text of the last user message
    std::int64_t seed = 0;
    bool stream = false;
    bool usageInStream = false;
    std::string_view schema;    // the JSON schema of structured output; may be empty
    std::uint64_t bodyHash = 0; // of the whole body
};

[[nodiscard]] ChatAsk readChat(std::string_view body, bool anthropic);

// About how many tokens so many bytes are.
[[nodiscard]] std::int64_t tokensOf(std::size_t bytes);

} // namespace fake
