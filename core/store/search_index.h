// The full-text index over texts: grown in the background, asked with quoted words only.
// Private to core/store.
#pragma once

#include "core/store/connection.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace agon::store {

// Texts with an id up to this are in the index. Throws SQLite::Exception.
std::int64_t indexedTo(Connection& connection);
std::int64_t lastText(Connection& connection);

// Puts the next texts into the index until `bytes` of them are in; returns how many. Run inside a
// write transaction.
std::int64_t indexSome(Connection& connection, std::int64_t bytes);

// Ids of texts that contain every word, as words or as beginnings of words for the last one.
// Texts beyond the index are compared without regard to ASCII case.
std::vector<std::int64_t> findTexts(Connection& connection, std::string_view words);

} // namespace agon::store
