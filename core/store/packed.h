// Raw replies and prompts are kept compressed (zstd): they are written once and rarely read, and a
// prompt repeats both answers. Private to core/store.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace agon::store {

// How a body is stored. The numbers are in the file and never change.
enum class Codec : std::uint8_t { Plain = 0, Zstd = 1 };

struct Packed {
    Codec codec = Codec::Plain;
    std::string body;
};

// Compressed where that makes it smaller.
[[nodiscard]] Packed pack(std::string_view body);

// The body again. The bytes may come from a stranger: what is no such frame, or claims more than
// 64 MB, gives a sentence in brackets that says so.
[[nodiscard]] std::string unpack(std::int64_t codec, std::string_view body);

} // namespace agon::store
