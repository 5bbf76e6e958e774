// Texts and prompts: equal ones are stored once. Private to core/store.
#pragma once

#include "core/store/appender.h"
#include "core/store/write_transaction.h"

#include <cstdint>
#include <string_view>

namespace agon::store {

// Whose text of an instruction it is. Stored.
enum class TurnRole : std::uint8_t {
    User = 0, // to be answered
    GivenAssistant = 1,
    System = 2,
    Reference = 3,
    GivenUser = 4,
};

struct StoredText {
    std::int64_t id = 0;
    std::int64_t length = 0; // code points
    std::uint32_t marks = 0;
};

// Finds the text or adds it. Throws SQLite::Exception.
StoredText putText(WriteTransaction& transaction, const TextIn& text);
// The same for what a judge was asked; returns the id.
std::int64_t putPrompt(WriteTransaction& transaction, std::string_view body);

} // namespace agon::store
