// Texts and raw records: equal ones are stored once. Private to core/store.
#pragma once

#include "core/store/appender.h"
#include "core/store/connection.h"

#include <cstdint>
#include <string_view>

namespace agon::store {

struct StoredText {
    std::int64_t id = 0;
    std::int64_t length = 0; // code points
    std::uint32_t marks = 0;
};

// Finds the text or adds it. Throws SQLite::Exception.
StoredText putText(Connection& connection, const TextIn& text);
// The same for raw replies and prompts; returns the id.
std::int64_t putRecord(Connection& connection, std::string_view body);

} // namespace agon::store
