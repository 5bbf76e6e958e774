// Long lines cut to columns, so that no display has to lay out a line of a megabyte.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace agon {

struct WrappedText {
    std::string text;
    std::vector<std::size_t>
        continued; // numbers of the lines (from 0) that continue the one before
};

// Breaks every line that is wider than `columns` (at least 4), after a space where there is one in
// the last quarter, otherwise anywhere but before a combining mark. East Asian wide characters and
// emoji take two columns, a tab reaches to the next multiple of four. \r\n becomes \n. Joining the
// continued lines gives the text back. Pure, thread-safe, linear.
[[nodiscard]] WrappedText hardWrap(std::string_view text, std::size_t columns);

// The beginning of a valid UTF-8 text: at most `lines` lines and `bytes` bytes, whole characters,
// and without the last line break where something was left out.
[[nodiscard]] std::string_view beginningOf(std::string_view text, std::size_t lines,
                                           std::size_t bytes);

} // namespace agon
