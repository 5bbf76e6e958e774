// Words to terms: the grammar of the filter language.
#include "core/battles/filter.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace agon {
namespace {

using Field = FilterTerm::Field;
using Compare = FilterTerm::Compare;

constexpr std::array<std::pair<std::string_view, Field>, 18> fields{{
    {"model", Field::Model},
    {"a", Field::A},
    {"b", Field::B},
    {"set", Field::Set},
    {"category", Field::Category},
    {"judge", Field::Judge},
    {"verdict", Field::Verdict},
    {"by", Field::By},
    {"flip", Field::Flip},
    {"gap", Field::Gap},
    {"iteration", Field::Iteration},
    {"stage", Field::Stage},
    {"flagged", Field::Flagged},
    {"suspicious", Field::Suspicious},
    {"reviewed", Field::Reviewed},
    {"conflict", Field::Conflict},
    {"disagree", Field::Disagree},
    {"id", Field::Id},
}};

constexpr std::array<std::pair<std::string_view, Compare>, 5> comparisons{{
    {"<=", Compare::LessEqual},
    {">=", Compare::GreaterEqual},
    {"<", Compare::Less},
    {">", Compare::Greater},
    {"=", Compare::Equal},
}};

std::string_view nameOf(Field field) {
    for (const auto& [name, value] : fields)
        if (value == field)
            return name;
    return {};
}

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isWordChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

class Parser {
  public:
    explicit Parser(std::string_view source)
        : m_source(source) {}

    tl::expected<Filter, FilterError> run() {
        Filter out;
        while (skipSpace()) {
            auto term = parseTerm();
            if (!term)
                return tl::unexpected(term.error());
            out.terms.push_back(std::move(*term));
        }
        return out;
    }

  private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_source.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_source[m_at]; }

    bool skipSpace() {
        while (!atEnd() && isSpace(peek()))
            ++m_at;
        return !atEnd();
    }

    static tl::unexpected<FilterError> error(std::size_t at, std::string message) {
        return tl::unexpected(FilterError{at, std::move(message)});
    }

    tl::expected<FilterTerm, FilterError> parseTerm() {
        FilterTerm term;
        term.begin = m_at;
        if (peek() == '-') {
            term.negated = true;
            ++m_at;
            if (atEnd() || isSpace(peek()))
                return error(term.begin, "a minus needs the term that it negates right behind it");
        }
        if (auto head = parseHead(term); !head)
            return tl::unexpected(head.error());
        const std::size_t valueAt = m_at;
        if (auto value = parseValue(); value)
            term.value = std::move(*value);
        else
            return tl::unexpected(value.error());
        term.end = m_at;
        if (term.value.empty())
            return error(valueAt, term.field == Field::Text
                                      ? "there is nothing between the quotes"
                                      : fmt::format("“{}” needs a value", nameOf(term.field)));
        if (auto checked = check(term, valueAt); !checked)
            return tl::unexpected(checked.error());
        return term;
    }

    // "field:" or "field>=", if the word begins with one.
    tl::expected<void, FilterError> parseHead(FilterTerm& term) {
        std::size_t end = m_at;
        while (end < m_source.size() && isWordChar(m_source[end]))
            ++end;
        if (end == m_at || end >= m_source.size())
            return {};
        const std::string_view word = m_source.substr(m_at, end - m_at);
        const bool colon = m_source[end] == ':';
        const std::string_view rest = m_source.substr(end);
        std::optional<Compare> compare;
        std::size_t width = 1;
        for (const auto& [sign, value] : comparisons)
            if (!compare && rest.starts_with(sign)) {
                compare = value;
                width = sign.size();
            }
        if (!colon && !compare)
            return {};
        for (const auto& [name, field] : fields) {
            if (name != word)
                continue;
            if (compare && field != Field::Gap && field != Field::Iteration && field != Field::Id)
                return error(end,
                             fmt::format("“{}” is compared with a colon, as in {}:…", name, name));
            term.field = field;
            term.compare = colon ? Compare::Is : *compare;
            m_at = end + width;
            return {};
        }
        if (!colon)
            return {}; // "x>y" is a text
        return error(m_at, fmt::format("there is no field “{}”; to search for the text, put it in "
                                       "quotes",
                                       word));
    }

    tl::expected<std::string, FilterError> parseValue() {
        std::string out;
        if (peek() != '"') {
            while (!atEnd() && !isSpace(peek()))
                out += m_source[m_at++];
            return out;
        }
        const std::size_t open = m_at++;
        while (!atEnd() && peek() != '"') {
            if (peek() == '\\' && m_at + 1 < m_source.size())
                ++m_at;
            out += m_source[m_at++];
        }
        if (atEnd())
            return error(open, "this quote is not closed");
        ++m_at;
        if (!atEnd() && !isSpace(peek()))
            return error(m_at, "a space must follow the closing quote");
        return out;
    }

    static tl::expected<void, FilterError> check(FilterTerm& term, std::size_t at) {
        const auto oneOf =
            [&](std::initializer_list<std::string_view> words) -> tl::expected<void, FilterError> {
            std::string all;
            for (const std::string_view word : words) {
                if (word == term.value)
                    return {};
                all += (all.empty() ? "" : ", ");
                all += word;
            }
            return error(at, fmt::format("“{}” is not a value of {}; use {}", term.value,
                                         nameOf(term.field), all));
        };
        switch (term.field) {
        case Field::Verdict:
            return oneOf({"a", "b", "tie", "bad", "invalid", "none"});
        case Field::By:
            return oneOf({"judge", "human"});
        case Field::Stage:
            return oneOf({"sft", "dpo", "ppo", "rm"});
        case Field::Flip:
        case Field::Flagged:
        case Field::Suspicious:
        case Field::Reviewed:
        case Field::Conflict:
        case Field::Disagree:
            return oneOf({"yes", "no"});
        case Field::Gap:
        case Field::Iteration:
        case Field::Id: {
            const char* end = term.value.data() + term.value.size();
            const auto [stop, problem] = std::from_chars(term.value.data(), end, term.number);
            if (problem != std::errc{} || stop != end ||
                !(term.number > -1e15 && term.number < 1e15))
                return error(at, fmt::format("“{}” is not a number", term.value));
            if (term.compare == Compare::Is)
                term.compare = Compare::Equal;
            return {};
        }
        default:
            return {};
        }
    }

    std::string_view m_source;
    std::size_t m_at = 0;
};

} // namespace

std::string FilterTerm::text() const {
    std::string out = negated ? "-" : "";
    bool plain = !value.empty();
    for (const char c : value)
        plain = plain && !isSpace(c) && c != '"' && c != '\\';
    if (field == Field::Text) {
        // what would read as a field or a negation is quoted
        plain = plain && value.find_first_of(":<>=") == std::string::npos && value[0] != '-';
    } else {
        out += nameOf(field);
        std::string_view sign = ":";
        if (field == Field::Gap || (compare != Compare::Is && compare != Compare::Equal))
            for (const auto& [name, meaning] : comparisons)
                if (meaning == compare)
                    sign = name;
        out += sign;
    }
    if (plain)
        return out + value;
    out += '"';
    for (const char c : value) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

std::string Filter::text() const {
    std::string out;
    for (const FilterTerm& term : terms) {
        if (!out.empty())
            out += ' ';
        out += term.text();
    }
    return out;
}

bool Filter::hasText() const {
    for (const FilterTerm& term : terms)
        if (term.field == Field::Text)
            return true;
    return false;
}

tl::expected<Filter, FilterError> parseFilter(std::string_view source) {
    return Parser(source).run();
}

Result<Filter> parseFilterOrFail(std::string_view source) {
    auto filter = parseFilter(source);
    if (!filter)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("filter, position {}: {}", filter.error().position + 1,
                                filter.error().message));
    return std::move(*filter);
}

} // namespace agon
