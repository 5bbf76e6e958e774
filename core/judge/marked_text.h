// Where a reply marks words as somebody else's.
#pragma once

#include <string_view>
#include <vector>

namespace agon {

// One flag a byte: inside quotation marks (" “ „ « 「, also over several lines), a code span, a
// code block, a line that begins with >, or boundary lines (fence.h). A mark that is opened and
// never closed reaches to the end of its line; an open code block or boundary to the end of the
// text. A lone " after a word marks its line up to there. Apostrophes mark nothing. Pure, linear.
[[nodiscard]] std::vector<bool> markedText(std::string_view text);

} // namespace agon
