// One line of an HTTP request's or answer's head.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace agon {

struct HttpHeader {
    std::string name;
    std::string value;

    bool operator==(const HttpHeader&) const = default;
};

// The value of the last header of this name, in any case and without the blanks around it; empty
// without one.
[[nodiscard]] std::string_view findHeader(std::span<const HttpHeader> headers,
                                          std::string_view name);

} // namespace agon
