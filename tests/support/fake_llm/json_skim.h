// Finds single members of a JSON text without reading the rest of it: the fake server answers tens
// of thousands of requests a second, and of each it needs four fields. For texts that are known to
// be JSON; of others it finds nothing, or something wrong, but never reads beyond the end.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace fake {

// The value as it is written ("\"a\"", "3", "[…]"); empty when there is none.
[[nodiscard]] std::string_view memberOf(std::string_view object, std::string_view key);
void eachElement(std::string_view array, const std::function<void(std::string_view)>& visit);

// Of a written string: what stands between its quotes, still escaped; empty for anything else.
[[nodiscard]] std::string_view between(std::string_view written);
[[nodiscard]] std::string unescaped(std::string_view escaped);
[[nodiscard]] std::optional<std::int64_t> integer(std::string_view written);

// Appends the text as a JSON string with its quotes. Bytes that are no UTF-8 stay as they are.
void appendQuoted(std::string& out, std::string_view text);
[[nodiscard]] std::string quoted(std::string_view text);

} // namespace fake
