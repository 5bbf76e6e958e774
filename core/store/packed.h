// Raw replies and prompts are kept compressed (zstd): they are written once and rarely read, and a
// prompt repeats both answers. Private to core/store.
#pragma once

#include "core/store/connection.h"

#include <string>
#include <string_view>

namespace agon::store {

// A zstd frame; empty where that would not be smaller.
[[nodiscard]] std::string pack(std::string_view body);

// The body again. The bytes may come from a stranger: what is no such frame, or claims more than
// 64 MB, gives a sentence in brackets that says so.
[[nodiscard]] std::string unpack(std::string_view frame);

// A column of type ANY: a text, or where that is smaller a frame as a blob. `room` holds what was
// bound until the statement was stepped. They throw SQLite::Exception.
void bindPacked(SQLite::Statement& statement, int index, std::string_view body, std::string& room);
[[nodiscard]] std::string unpacked(const SQLite::Column& column);

} // namespace agon::store
