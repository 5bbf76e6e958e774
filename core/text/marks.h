// What is unusual about a text, a record or a response. Bits, stored: their numbers never change.
#pragma once

#include <cstdint>

namespace agon::marks {

inline constexpr std::uint32_t repairedUtf8 = 1;  // bytes that were not UTF-8 became U+FFFD
inline constexpr std::uint32_t loneSurrogate = 2; // \ud800 … without its partner, became U+FFFD
inline constexpr std::uint32_t empty = 4;         // nothing but white space
inline constexpr std::uint32_t refused = 8;
inline constexpr std::uint32_t cut = 16;          // the token limit ended it
inline constexpr std::uint32_t judgeSyntax = 32;  // an answer that contains a verdict: suspicious
inline constexpr std::uint32_t textUnknown = 64;  // judged elsewhere, the answer was not given
inline constexpr std::uint32_t nul = 128;         // U+0000 became U+2400 SYMBOL FOR NULL
inline constexpr std::uint32_t notFinite = 256;   // a bare NaN or Infinity in JSON became null
inline constexpr std::uint32_t filtered = 512;    // the server withheld the answer
inline constexpr std::uint32_t sameAnswer = 1024; // of its model to nearly everything: suspicious

} // namespace agon::marks
