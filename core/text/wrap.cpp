#include "core/text/wrap.h"

#include "core/text/utf8.h"

#include <unicode/uchar.h>

namespace agon {
namespace {

constexpr std::size_t tabWidth = 4;

std::size_t widthOf(char32_t character) {
    if (character < 0x300 || character == utf8::illFormed)
        return 1;
    const auto type = u_charType(static_cast<UChar32>(character));
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
        return 0;
    const int width =
        u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Where the first row of `line` ends: its size when it fits.
std::size_t rowEnd(std::string_view line, std::size_t columns) {
    std::size_t column = 0;
    std::size_t afterSpace = 0;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t from = at;
        const char32_t character = utf8::next(line, at);
        const std::size_t width =
            character == '\t' ? tabWidth - column % tabWidth : widthOf(character);
        // Marks without width must not make a row endless either.
        if ((column + width > columns && width > 0) || ++characters > 4 * columns)
            return afterSpace > 0 ? afterSpace : std::max<std::size_t>(from, 1);
        column += width;
        if (character == ' ' && column * 4 >= columns * 3)
            afterSpace = at;
    }
    return line.size();
}

} // namespace

WrappedText hardWrap(std::string_view text, std::size_t columns) {
    columns = std::max<std::size_t>(columns, 4);
    WrappedText wrapped;
    wrapped.text.reserve(text.size() + text.size() / columns + 1);
    std::size_t number = 0;
    while (true) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (end < text.size() && line.ends_with('\r'))
            line.remove_suffix(1);
        while (true) {
            const std::size_t row = rowEnd(line, columns);
            wrapped.text.append(line.substr(0, row));
            line.remove_prefix(row);
            if (line.empty())
                break;
            wrapped.text += '\n';
            wrapped.continued.push_back(++number);
        }
        if (end == text.size())
            return wrapped;
        wrapped.text += '\n';
        ++number;
        text.remove_prefix(end + 1);
    }
}

std::string_view beginningOf(std::string_view text, std::size_t lines, std::size_t bytes) {
    std::size_t end = std::min(bytes, text.size());
    while (end > 0 && end < text.size() && !utf8::isLead(text[end]))
        --end;
    std::size_t at = 0;
    for (std::size_t line = 0; line < lines; ++line) {
        at = text.find('\n', at);
        if (at >= end) // also when there is none
            return text.substr(0, end);
        ++at;
    }
    return text.substr(0, at > 0 ? at - 1 : 0);
}

} // namespace agon
