// What stands between a text and the widgets: escapes, wrapping, limits, links.
#include "core/text/guard.h"
#include "core/text/invisible.h"
#include "core/text/repair.h"
#include "core/text/utf8.h"
#include "core/text/wrap.h"
#include "fuzz_check.h"

#include <string>

using namespace agon;
using fuzz::check;

namespace {

void checkVisible(std::string_view text) {
    std::size_t end = 0;
    for (const Invisible& hidden : findInvisible(text)) {
        check(hidden.at >= end && hidden.size > 0, "hidden characters are in order");
        end = hidden.at + hidden.size;
        check(end <= text.size(), "hidden characters are inside the text");
    }
    const VisibleText visible = showInvisible(text);
    check(findInvisible(visible.text).empty(), "what was shown is visible");
}

void checkWrap(std::string_view text) {
    const WrappedText wrapped = hardWrap(text, 20);
    std::string joined;
    std::size_t number = 0;
    std::size_t next = 0;
    for (std::size_t at = 0; at <= wrapped.text.size(); ++number) {
        const std::size_t end = std::min(wrapped.text.find('\n', at), wrapped.text.size());
        const bool continued = next < wrapped.continued.size() && wrapped.continued[next] == number;
        if (continued)
            ++next;
        else if (number > 0)
            joined += '\n';
        joined.append(wrapped.text, at, end - at);
        check(end - at <= 4 * 4 * 20 + 4, "lines are short");
        at = end + 1;
    }
    check(next == wrapped.continued.size(), "every continued line exists");
    std::string expected(text);
    for (std::size_t at = expected.find("\r\n"); at != std::string::npos;
         at = expected.find("\r\n", at))
        expected.erase(at, 1);
    // A "\r\r\n" loses one of its two.
    if (text.find("\r\r") == std::string_view::npos)
        check(joined == expected, "joining gives the text back");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::asText(data, size);
    const Preflight flight = preflightMarkdown(bytes);
    check(flight.rendered() || size > 2000, "a short text is rendered");
    check(!isOpenableLink(bytes) || (bytes.starts_with('h') || bytes.starts_with('H')),
          "only http and https are opened");
    const Repaired repaired = repairText(bytes);
    checkVisible(repaired.text());
    checkWrap(repaired.text());
    return 0;
}
