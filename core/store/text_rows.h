// Texts: equal ones are stored once. Private to core/store.
#pragma once

#include "core/store/appender.h"
#include "core/store/write_transaction.h"

#include <cstdint>

namespace agon::store {

struct StoredText {
    std::int64_t id = 0;
    std::int64_t length = 0; // code points
    std::uint32_t marks = 0;
};

// Finds the text or adds it. Throws SQLite::Exception.
StoredText putText(WriteTransaction& transaction, const TextIn& text);

} // namespace agon::store
