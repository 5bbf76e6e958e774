// The fields of one CSV record, and fields on their way into one (RFC 4180).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace agon::exchange {

// `record` is one record of RecordSplitter. Doubled quotes are undone.
[[nodiscard]] std::vector<std::string> csvFields(std::string_view record, char delimiter);

// The field as it is written: quoted where it has to be. A text that a spreadsheet would take for a
// formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe before it.
[[nodiscard]] std::string csvText(std::string_view text);
// The text without that apostrophe.
[[nodiscard]] std::string_view withoutGuard(std::string_view text);

} // namespace agon::exchange
