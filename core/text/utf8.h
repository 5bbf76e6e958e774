// One character in and out of UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace agon::utf8 {

inline constexpr char32_t illFormed = 0xFFFFFFFF;

// The character that begins at `at`, which is moved behind it. Gives illFormed for, and steps over,
// one maximal subpart of an ill-formed sequence. Requires at < text.size().
[[nodiscard]] char32_t next(std::string_view text, std::size_t& at);

// Appends a character; surrogates and values beyond U+10FFFF become U+FFFD.
void append(std::string& text, char32_t character);

// Whether `byte` begins a character (is no continuation byte).
[[nodiscard]] constexpr bool isLead(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

} // namespace agon::utf8
