#include "core/text/ascii.h"

#include <algorithm>

namespace agon {

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& byte : out)
        byte = lowered(byte);
    return out;
}

bool equalIgnoringCase(std::string_view first, std::string_view second) {
    return std::ranges::equal(first, second,
                              [](char a, char b) { return lowered(a) == lowered(b); });
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white = " \t\r\n";
    const std::size_t first = text.find_first_not_of(white);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

bool isPrintableWord(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

} // namespace agon
