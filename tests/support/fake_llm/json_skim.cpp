#include "tests/support/fake_llm/json_skim.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace fake {
namespace {

std::size_t skipBlanks(std::string_view json, std::size_t at) {
    while (at < json.size() &&
           (json[at] == ' ' || json[at] == '\n' || json[at] == '\t' || json[at] == '\r'))
        ++at;
    return at;
}

// Behind the closing quote of the string that begins at `at`.
std::size_t skipString(std::string_view json, std::size_t at) {
    for (++at; at < json.size(); ++at) {
        at = json.find_first_of("\"\\", at);
        if (at == std::string_view::npos)
            return json.size();
        if (json[at] == '"')
            return at + 1;
        ++at; // what is escaped
    }
    return json.size();
}

// Behind the value that begins at `at`.
std::size_t skipValue(std::string_view json, std::size_t at) {
    int depth = 0;
    while (at < json.size()) {
        const char byte = json[at];
        if (byte == '"') {
            at = skipString(json, at);
        } else if (byte == '{' || byte == '[') {
            ++depth;
            ++at;
        } else if (byte == '}' || byte == ']') {
            if (depth == 0)
                return at;
            --depth;
            ++at;
        } else if (byte == ',' && depth == 0) {
            return at;
        } else {
            ++at;
            continue;
        }
        if (depth == 0)
            return at;
    }
    return json.size();
}

void appendCodePoint(std::string& out, unsigned code) {
    const auto put = [&](unsigned byte) {
        out += static_cast<char>(byte);
    };
    if (code < 0x80U) {
        put(code);
    } else if (code < 0x800U) {
        put(0xC0U | code >> 6U);
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000U) {
        put(0xE0U | code >> 12U);
        put(0x80U | (code >> 6U & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | code >> 18U);
        put(0x80U | (code >> 12U & 0x3FU));
        put(0x80U | (code >> 6U & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

// The four digits at `at`; 0 without them.
unsigned hexAt(std::string_view text, std::size_t at) {
    unsigned value = 0;
    if (at + 4 <= text.size())
        std::from_chars(text.data() + at, text.data() + at + 4, value, 16);
    return value;
}

} // namespace

std::string_view memberOf(std::string_view object, std::string_view key) {
    std::size_t at = skipBlanks(object, 0);
    if (at >= object.size() || object[at] != '{')
        return {};
    ++at;
    while (true) {
        at = skipBlanks(object, at);
        if (at >= object.size() || object[at] != '"')
            return {};
        const std::size_t nameEnd = skipString(object, at);
        const std::string_view name = between(object.substr(at, nameEnd - at));
        at = skipBlanks(object, nameEnd);
        if (at >= object.size() || object[at] != ':')
            return {};
        at = skipBlanks(object, at + 1);
        const std::size_t end = skipValue(object, at);
        if (name == key)
            return object.substr(at, end - at);
        at = skipBlanks(object, end);
        if (at >= object.size() || object[at] != ',')
            return {};
        ++at;
    }
}

void eachElement(std::string_view array, const std::function<void(std::string_view)>& visit) {
    std::size_t at = skipBlanks(array, 0);
    if (at >= array.size() || array[at] != '[')
        return;
    ++at;
    while (true) {
        at = skipBlanks(array, at);
        if (at >= array.size() || array[at] == ']')
            return;
        const std::size_t end = skipValue(array, at);
        visit(array.substr(at, end - at));
        at = skipBlanks(array, end);
        if (at >= array.size() || array[at] != ',')
            return;
        ++at;
    }
}

std::string_view between(std::string_view written) {
    if (written.size() < 2 || written.front() != '"')
        return {};
    return written.substr(1, written.size() - 2);
}

std::string unescaped(std::string_view escaped) {
    std::string out;
    out.reserve(escaped.size());
    for (std::size_t at = 0; at < escaped.size(); ++at) {
        if (escaped[at] != '\\' || at + 1 == escaped.size()) {
            out += escaped[at];
            continue;
        }
        const char kind = escaped[++at];
        if (kind == 'u') {
            unsigned code = hexAt(escaped, at + 1);
            at += 4;
            if (code >= 0xD800U && code < 0xDC00U && escaped.substr(at + 1, 2) == "\\u") {
                code = 0x10000U + ((code - 0xD800U) << 10U) + (hexAt(escaped, at + 3) - 0xDC00U);
                at += 6;
            }
            appendCodePoint(out, code);
            continue;
        }
        constexpr std::string_view names = "nrtbf";
        constexpr std::string_view bytes = "\n\r\t\b\f";
        const std::size_t which = names.find(kind);
        out += which == std::string_view::npos ? kind : bytes[which];
    }
    return out;
}

std::optional<std::int64_t> integer(std::string_view written) {
    std::int64_t value = 0;
    const auto [end, error] =
        std::from_chars(written.data(), written.data() + written.size(), value);
    return error == std::errc() && end != written.data() ? std::optional(value) : std::nullopt;
}

void appendQuoted(std::string& out, std::string_view text) {
    out += '"';
    std::size_t plainFrom = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        out.append(text, plainFrom, at - plainFrom);
        plainFrom = at + 1;
        if (byte == '\n') {
            out += "\\n";
        } else if (byte < 0x20) {
            std::array<char, 8> room{};
            std::snprintf(room.data(), room.size(), "\\u%04x", static_cast<unsigned>(byte));
            out += room.data();
        } else {
            out += '\\';
            out += text[at];
        }
    }
    out.append(text, plainFrom);
    out += '"';
}

std::string quoted(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16 + 2);
    appendQuoted(out, text);
    return out;
}

} // namespace fake
