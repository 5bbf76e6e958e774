// The parts of a form's body (RFC 7578).
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace fake {

// By their names; empty when the body is none.
[[nodiscard]] std::map<std::string, std::string> multipart(std::string_view contentType,
                                                           std::string_view body);

} // namespace fake
