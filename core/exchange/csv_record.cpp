#include "core/exchange/csv_record.h"

namespace agon::exchange {
namespace {

constexpr std::string_view formulaStarts = "=+-@\t\r";

} // namespace

std::vector<std::string> csvFields(std::string_view record, char delimiter) {
    std::vector<std::string> out(1);
    for (std::size_t at = 0; at < record.size();) {
        if (record[at] == delimiter) {
            out.emplace_back();
            ++at;
        } else if (record[at] == '"' && (at == 0 || record[at - 1] == delimiter)) {
            for (++at; at < record.size(); ++at) {
                if (record[at] == '"') {
                    if (at + 1 >= record.size() || record[at + 1] != '"')
                        break;
                    ++at; // a doubled quote
                }
                out.back().push_back(record[at]);
            }
            at = std::min(record.find(delimiter, at), record.size());
        } else {
            const std::size_t end = std::min(record.find(delimiter, at), record.size());
            out.back().append(record.substr(at, end - at));
            at = end;
        }
    }
    return out;
}

std::string csvText(std::string_view text) {
    std::string guarded;
    // A text that has an apostrophe there of its own gets another, so that reading gives it back.
    const std::size_t first = text.find_first_not_of('\'');
    if (first != std::string_view::npos &&
        formulaStarts.find(text[first]) != std::string_view::npos)
        guarded = "'";
    guarded.append(text);
    if (guarded.find_first_of("\",;\t\r\n") == std::string::npos && !guarded.starts_with(' ') &&
        !guarded.ends_with(' '))
        return guarded;
    std::string out = "\"";
    for (const char byte : guarded) {
        if (byte == '"')
            out.push_back('"');
        out.push_back(byte);
    }
    out.push_back('"');
    return out;
}

std::string_view withoutGuard(std::string_view text) {
    const std::size_t first = text.find_first_not_of('\'');
    if (first != std::string_view::npos && first > 0 &&
        formulaStarts.find(text[first]) != std::string_view::npos)
        text.remove_prefix(1);
    return text;
}

} // namespace agon::exchange
