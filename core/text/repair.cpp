#include "core/text/repair.h"

#include "core/text/marks.h"
#include "core/text/utf8.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <cstring>

namespace agon {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";   // U+FFFD
constexpr std::string_view symbolForNull = "\xE2\x90\x80"; // U+2400
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

// Copies its source only from the first replacement on.
class Mender {
  public:
    explicit Mender(std::string_view source)
        : m_source(source) {}

    void replace(std::size_t from, std::size_t to, std::string_view with, std::uint32_t mark) {
        if (!m_changed)
            m_out.reserve(m_source.size() + 64);
        m_out.append(m_source.substr(m_copied, from - m_copied)).append(with);
        m_copied = to;
        m_marks |= mark;
        m_changed = true;
    }

    [[nodiscard]] Repaired finish() && {
        if (!m_changed)
            return Repaired(m_source);
        m_out.append(m_source.substr(m_copied));
        return {std::move(m_out), m_marks};
    }

  private:
    std::string_view m_source;
    std::string m_out;
    std::size_t m_copied = 0;
    std::uint32_t m_marks = 0;
    bool m_changed = false;
};

bool isUtf8(std::string_view bytes) {
    return simdjson::validate_utf8(bytes.data(), bytes.size());
}

void mendUtf8(std::string_view bytes, bool nulToo, Mender& mender) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t from = at;
        const char32_t character = utf8::next(bytes, at);
        if (character == utf8::illFormed)
            mender.replace(from, at, replacement, marks::repairedUtf8);
        else if (character == 0 && nulToo)
            mender.replace(from, at, symbolForNull, marks::nul);
    }
}

std::optional<std::uint32_t> hex4(std::string_view text, std::size_t at) {
    if (at + 4 > text.size())
        return std::nullopt;
    std::uint32_t value = 0;
    for (const char digit : text.substr(at, 4)) {
        value <<= 4;
        if (digit >= '0' && digit <= '9')
            value |= static_cast<std::uint32_t>(digit - '0');
        else if ((digit | 0x20) >= 'a' && (digit | 0x20) <= 'f')
            value |= static_cast<std::uint32_t>((digit | 0x20) - 'a' + 10);
        else
            return std::nullopt;
    }
    return value;
}

bool isHigh(std::uint32_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}
bool isLow(std::uint32_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

// An escape that begins at `at`; returns where it ends.
std::size_t mendEscape(std::string_view json, std::size_t at, Mender& mender) {
    const std::size_t end = std::min(at + 2, json.size());
    if (end != at + 2 || json[at + 1] != 'u')
        return end;
    const auto unit = hex4(json, at + 2);
    if (!unit)
        return end;
    if (*unit == 0)
        mender.replace(at, at + 6, "\\u2400", marks::nul);
    if (isHigh(*unit) && json.substr(at + 6, 2) == "\\u") {
        const auto partner = hex4(json, at + 8);
        if (partner && isLow(*partner))
            return at + 12;
    }
    if (isHigh(*unit) || isLow(*unit))
        mender.replace(at, at + 6, "\\ufffd", marks::loneSurrogate);
    return at + 6;
}

// The inside of a string from `at` on; returns the position after its closing quote.
std::size_t mendString(std::string_view json, std::size_t at, Mender& mender) {
    while (at < json.size()) {
        const auto byte = static_cast<unsigned char>(json[at]);
        if (byte == '"')
            return at + 1;
        if (byte == '\\') {
            at = mendEscape(json, at, mender); // what is no escape at all is left to the parser
            continue;
        }
        if (byte < 0x20) {
            if (byte == 0)
                mender.replace(at, at + 1, symbolForNull, marks::nul);
            else
                mender.replace(at, at + 1, fmt::format("\\u{:04x}", byte), 0);
        }
        ++at;
    }
    return at;
}

bool isWordByte(char byte) {
    return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') ||
           byte == '_' || byte == '-' || byte == '+' || byte == '.';
}

// A bare word or number from `at` on; returns where it ends.
std::size_t mendWord(std::string_view json, std::size_t at, Mender& mender) {
    std::size_t end = at;
    while (end < json.size() && isWordByte(json[end]))
        ++end;
    const std::string_view word = json.substr(at, end - at);
    if (word == "NaN" || word == "Infinity" || word == "-Infinity")
        mender.replace(at, end, "null", marks::notFinite);
    return end;
}

Repaired mendJson(std::string_view json) {
    Mender mender(json);
    for (std::size_t at = 0; at < json.size();) {
        if (json[at] == '"')
            at = mendString(json, at + 1, mender);
        else if (isWordByte(json[at]))
            at = mendWord(json, at, mender);
        else
            ++at;
    }
    return std::move(mender).finish();
}

} // namespace

Repaired repairText(std::string_view bytes) {
    const bool hasNul = !bytes.empty() && std::memchr(bytes.data(), 0, bytes.size()) != nullptr;
    if (!hasNul && isUtf8(bytes))
        return Repaired(bytes);
    Mender mender(bytes);
    mendUtf8(bytes, true, mender);
    return std::move(mender).finish();
}

Repaired repairJson(std::string_view record) {
    if (record.substr(0, byteOrderMark.size()) == byteOrderMark)
        record.remove_prefix(byteOrderMark.size());
    if (isUtf8(record))
        return mendJson(record);
    Mender mender(record);
    mendUtf8(record, false, mender);
    const Repaired decoded = std::move(mender).finish();
    Repaired json = mendJson(decoded.text());
    const std::uint32_t marks = decoded.marks() | json.marks();
    return {std::move(json).take(), marks};
}

} // namespace agon
