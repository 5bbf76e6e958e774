// A filter is refused with a position inside it, or reads the same again from what it writes.
#include "core/battles/filter.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view source(reinterpret_cast<const char*>(data), size);
    const auto filter = agon::parseFilter(source);
    if (!filter) {
        if (filter.error().position > size || filter.error().message.empty())
            std::abort();
        return 0;
    }
    const std::string text = filter->text();
    const auto again = agon::parseFilter(text);
    if (!again || again->text() != text || again->terms.size() != filter->terms.size())
        std::abort();
    return 0;
}
