// Raw replies and prompts are kept compressed (zstd): they are written once and rarely read, and a
// prompt repeats both answers. Private to core/store.
#pragma once

#include <string>
#include <string_view>

namespace agon::store {

// A zstd frame; empty where that would not be smaller.
[[nodiscard]] std::string pack(std::string_view body);

// The body again. The bytes may come from a stranger: what is no such frame, or claims more than
// 64 MB, gives a sentence in brackets that says so.
[[nodiscard]] std::string unpack(std::string_view frame);

} // namespace agon::store
