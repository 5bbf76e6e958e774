// What the fake server's fighters say.
#pragma once

#include "tests/support/fake_llm/chat_ask.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace fake {

// In [0, 1]: a number at the end of the name ("fighter-1200") from 800 to 1600, else by the name's
// hash.
[[nodiscard]] double strengthOf(std::string_view model);

// The same for the same model, last user message and seed. `bytes`: its exact length; 0: of one to
// four paragraphs, the longer the stronger the model.
[[nodiscard]] std::string fighterText(const ChatAsk& ask, std::size_t bytes);

// How good a judge takes an answer to be: its length, and some luck by its hash. Knows nothing of
// who wrote it or where it stands.
[[nodiscard]] double qualityOf(std::string_view answer);

} // namespace fake
