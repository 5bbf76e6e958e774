// Letters and blanks of ASCII: for names, numbers and protocols, not for what people write. Pure
// and thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace agon {

[[nodiscard]] constexpr char lowered(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}
[[nodiscard]] std::string lowered(std::string_view text);
[[nodiscard]] bool equalIgnoringCase(std::string_view first, std::string_view second);

// Without the blanks, tabs and line ends around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// Without blanks and controls, and nothing beyond ASCII.
[[nodiscard]] bool isPrintableWord(std::string_view text);

} // namespace agon
