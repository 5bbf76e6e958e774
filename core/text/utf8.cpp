#include "core/text/utf8.h"

#include <unicode/utf8.h>

namespace agon::utf8 {

// ICU's macros compute in narrower types than our warnings allow.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
char32_t next(std::string_view text, std::size_t& at) {
    UChar32 character = 0;
    U8_NEXT(text.data(), at, text.size(), character);
    return character < 0 ? illFormed : static_cast<char32_t>(character);
}

void append(std::string& text, char32_t character) {
    const bool scalar = character <= 0x10FFFF && (character < 0xD800 || character > 0xDFFF);
    const UChar32 valid = scalar ? static_cast<UChar32>(character) : 0xFFFD;
    char bytes[U8_MAX_LENGTH];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, valid);
    text.append(bytes, length);
}
#pragma GCC diagnostic pop

} // namespace agon::utf8
