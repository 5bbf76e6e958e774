#include "core/exchange/json_scanner.h"

#include <bit>
#include <cstring>

namespace agon::exchange {
namespace {

constexpr std::size_t maxDepth = 512; // of brackets; the parser's own limit is 1024

constexpr bool isSpace(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

constexpr bool isScalar(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || byte == '-' || byte == '+' || byte == '.';
}

// The first quote or backslash from `at` on, or `end`. Most of a file is text inside quotes, so
// this looks at eight bytes at once: a byte of `word ^ pattern` is zero where the pattern's byte
// stands, and the lowest bit that the subtraction borrows is at the first such byte.
const char* nextStop(const char* at, const char* end) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t highs = 0x8080808080808080U;
    if constexpr (std::endian::native == std::endian::little) {
        for (; end - at >= 8; at += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, at, sizeof word);
            const std::uint64_t quotes = word ^ (ones * '"');
            const std::uint64_t slashes = word ^ (ones * '\\');
            const std::uint64_t found =
                (((quotes - ones) & ~quotes) | ((slashes - ones) & ~slashes)) & highs;
            if (found != 0)
                return at + std::countr_zero(found) / 8;
        }
    }
    while (at != end && *at != '"' && *at != '\\')
        ++at;
    return at;
}

} // namespace

void JsonScanner::start() {
    m_state = State::Value;
    m_open.clear();
    m_scanned = m_stringBegin = 0;
    m_problem = "";
}

bool JsonScanner::open(char bracket) {
    if (m_open.size() >= maxDepth)
        return false;
    m_open.push_back(bracket);
    m_state = bracket == '{' ? State::KeyOrEnd : State::ValueOrEnd;
    return true;
}

// One byte outside strings and scalars that is not white space.
JsonScanner::Step JsonScanner::structural(char byte) {
    const bool wantsValue = m_state == State::Value || m_state == State::ValueOrEnd;
    const bool wantsKey = m_state == State::Key || m_state == State::KeyOrEnd;
    switch (byte) {
    case '{':
    case '[':
        if (!wantsValue)
            return damaged("a bracket where none can be");
        if (!open(byte))
            return damaged("nested too deeply");
        return Step::More;
    case '}':
    case ']': {
        const bool fits = !m_open.empty() && m_open.back() == (byte == '}' ? '{' : '[') &&
                          (m_state == State::CommaOrEnd ||
                           m_state == (byte == '}' ? State::KeyOrEnd : State::ValueOrEnd));
        if (!fits)
            return damaged("a closing bracket that does not fit");
        m_open.pop_back();
        valueEnded();
        return m_open.empty() ? Step::Done : Step::More;
    }
    case '"':
        if (!wantsValue && !wantsKey)
            return damaged("a quote where none can be");
        m_keyString = wantsKey;
        m_state = State::String;
        return Step::More;
    case ',':
        if (m_state != State::CommaOrEnd)
            return damaged("a comma where none can be");
        m_state = m_open.back() == '{' ? State::Key : State::Value;
        return Step::More;
    case ':':
        if (m_state != State::Colon)
            return damaged("a colon where none can be");
        m_state = State::Value;
        return Step::More;
    default:
        if (!wantsValue || !isScalar(byte))
            return damaged("text outside of quotes");
        m_state = State::Scalar;
        return Step::More;
    }
}

JsonScanner::Step JsonScanner::scan(const char*& at, const char* end) {
    const char* begin = at;
    const Step step = scanAny(at, end);
    m_scanned += static_cast<std::size_t>(at - begin);
    return step;
}

JsonScanner::Step JsonScanner::scanAny(const char*& at, const char* end) {
    const char* begin = at;
    while (at != end) {
        switch (m_state) {
        case State::String:
            at = nextStop(at, end);
            if (at == end)
                return Step::More;
            if (*at++ == '\\') {
                m_state = State::Escape;
            } else if (m_keyString) {
                m_state = State::Colon;
            } else {
                valueEnded();
                if (m_open.empty())
                    return Step::Done;
            }
            break;
        case State::Escape:
            ++at;
            m_state = State::String;
            break;
        case State::Scalar:
            while (at != end && isScalar(*at))
                ++at;
            if (at == end)
                return Step::More;
            valueEnded();
            if (m_open.empty())
                return Step::Done;
            break;
        default: {
            if (isSpace(*at)) {
                ++at;
                break;
            }
            const Step step = structural(*at);
            if (step == Step::Damaged)
                return step;
            if (m_state == State::String)
                m_stringBegin = m_scanned + static_cast<std::size_t>(at - begin);
            if (m_state != State::Scalar)
                ++at;
            if (step == Step::Done)
                return step;
        }
        }
    }
    return Step::More;
}

} // namespace agon::exchange
