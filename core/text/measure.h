// Sizes and extracts of texts. All take UTF-8; ill-formed bytes count as one character each.
// Pure and thread-safe, linear in the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace agon {

// Unicode code points: what "characters" means everywhere in Agon.
[[nodiscard]] std::int64_t countCharacters(std::string_view text);

// Words between white space. A stretch written in a script without spaces between words (Han, kana,
// Thai, Lao, Khmer, Burmese) counts as many words as ICU's word break finds in it (UAX #29 with
// dictionaries).
[[nodiscard]] std::int64_t countWords(std::string_view text);

// Nothing but white space (Unicode's White_Space) or nothing at all: marks::empty.
[[nodiscard]] bool isBlank(std::string_view text);

// The beginning of the text on one line: white space folded to single blanks, controls and other
// invisible characters removed, at most `characters` code points including a closing "…" where
// something was left out.
[[nodiscard]] std::string snippet(std::string_view text, std::size_t characters);

} // namespace agon
