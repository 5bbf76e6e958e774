// Characters that a reader cannot see, or that reorder what is read, made visible.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

struct Invisible {
    std::size_t at = 0;   // byte offset
    std::size_t size = 0; // bytes
    char32_t character = 0;
};

// All characters of a valid UTF-8 text that must be shown by an escape, in order:
// - controls except \n and \t (the \r of a \r\n counts as part of the line break),
// - Unicode's Default_Ignorable_Code_Point and format characters: bidirectional overrides, marks
// and
//   isolates, zero-width spaces, byte order marks, soft hyphens, tag characters, fillers …,
// - line and paragraph separators, object replacement and noncharacters: Qt gives them meaning,
// - the 31st and later combining mark on one character (the limit of UAX #15's stream-safe text).
// Left alone where writing needs them: one variation selector after a character; ZWJ between emoji;
// ZWJ and ZWNJ after a virama or between joining letters (as RFC 5892, A.1 and A.2); Arabic number
// signs. Pure, thread-safe, linear.
[[nodiscard]] std::vector<Invisible> findInvisible(std::string_view text);

// "⟦U+202E⟧"
[[nodiscard]] std::string visibleEscape(char32_t character);

struct VisibleText {
    std::string text;
    std::int64_t shown = 0; // how many characters were replaced by escapes
};

// The text with every one of findInvisible() replaced by its escape.
[[nodiscard]] VisibleText showInvisible(std::string_view text);

} // namespace agon
