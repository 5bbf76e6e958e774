// What stands between an untrusted text and the widgets that show it.
#pragma once

#include <cstdint>
#include <string_view>

namespace agon {

// Why a text is shown plain, with a banner, instead of as Markdown.
enum class PlainReason : std::uint8_t {
    None,          // it may be rendered
    TooLong,       // the whole text
    TooManyLines,  //
    LongLine,      // one line
    LongParagraph, // lines without a blank one between
    ManyRuns,      // changes of style, links, line breaks … inside paragraphs
    ManyListItems, //
    LargeTable,    //
};

struct Preflight {
    PlainReason reason = PlainReason::None;
    std::size_t line = 0; // 1-based line where the limit was passed; 0 for TooLong and None

    [[nodiscard]] bool rendered() const { return reason == PlainReason::None; }
};

// Limits, measured on Qt 6.4.2 (release build, 2 GHz): QTextDocument::setMarkdown takes 5 ns times
// the square of the inline runs of a paragraph, 20 ns times the square of a list's items, 12 ns
// times rows times cells of a table, and cannot be cancelled; laying out takes 5 µs a block and is
// done on the GUI thread whenever the width changes. A text within the limits is parsed in less
// than half a second and laid out in about 50 ms, whatever it contains.
namespace limits {
inline constexpr std::size_t textBytes = std::size_t{256} * 1024;
inline constexpr std::size_t textLines = 8000;
inline constexpr std::size_t plainBytes =
    std::size_t{4} * 1024 * 1024; // what a plain view shows at most
inline constexpr std::size_t plainLines = 50'000;
inline constexpr std::size_t lineBytes = std::size_t{16} * 1024;
inline constexpr std::size_t paragraphBytes = std::size_t{16} * 1024;
inline constexpr std::size_t listItems = 3000; // of the whole text
inline constexpr double inlineCost = 12e6;     // sum over paragraphs of runs squared
inline constexpr double tableCost = 12e6;      // sum over paragraphs of lines times pipes
} // namespace limits

// Decides before anything is parsed whether a text is rendered. Errs to the side of plain: what
// might begin a run, an item or a cell is counted as one, also inside code blocks.
// Pure, thread-safe, one pass.
[[nodiscard]] Preflight preflightMarkdown(std::string_view text);

// Whether a link of an untrusted text may be offered for opening at all: http or https with a host,
// without user names (https://bank.example@evil.example), blanks, controls or backslashes.
[[nodiscard]] bool isOpenableLink(std::string_view url);

} // namespace agon
