#include "core/exchange/record_splitter.h"

#include "core/text/ascii.h"

#include <fmt/format.h>

#include <array>
#include <cstring>

namespace agon::exchange {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view white = " \t\r\n";
constexpr std::string_view whiteAndComma = " \t\r\n,";
constexpr std::size_t maxFirstKeys = 8;
constexpr std::size_t longestHeader = std::size_t{64} << 10; // that is looked at for a delimiter
constexpr std::size_t farthestBack = std::size_t{64}
                                     << 10;   // from damage to where it may have begun
constexpr std::size_t longestLookAhead = 512; // of an element's beginning: bracket, space, key

constexpr bool isSpace(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

std::string_view withoutMark(std::string_view text) {
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    return text;
}

// memchr is far faster than counting byte by byte where lines are long.
std::int64_t countLines(const char* at, const char* end) {
    std::int64_t lines = 0;
    for (;; ++at, ++lines) {
        at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        if (at == nullptr)
            return lines;
    }
}

bool isWhole(std::string_view line) {
    JsonScanner scanner;
    scanner.start();
    const char* at = line.data();
    const char* end = at + line.size();
    return scanner.scan(at, end) == JsonScanner::Step::Done &&
           trimmed({at, static_cast<std::size_t>(end - at)}).empty();
}

// The key that an object begins with, quotes included; empty when it begins with none.
std::string_view firstKeyOf(std::string_view object) {
    std::size_t at = 1;
    while (at < object.size() && isSpace(object[at]))
        ++at;
    if (at >= object.size() || object[at] != '"')
        return {};
    const std::size_t close = object.find('"', at + 1);
    if (close == std::string_view::npos || close - at > longestLookAhead / 2)
        return {};
    const std::size_t colon = object.find_first_not_of(white, close + 1);
    if (colon == std::string_view::npos || object[colon] != ':')
        return {};
    return object.substr(at, close - at + 1);
}

std::string tooLong(std::size_t limit) {
    return fmt::format("longer than {} MB; a record can be {} MB at most", limit >> 20,
                       limit >> 20);
}

} // namespace

Layout layoutOf(std::string_view sample) {
    const std::string_view text = withoutMark(sample);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return Layout::Unknown;
    const std::string_view body = text.substr(first);
    if (body.front() == '[')
        return Layout::Array;
    const std::size_t lineEnd = body.find('\n');
    const std::string_view line = trimmed(body.substr(0, lineEnd));
    if (body.front() == '{') {
        if (lineEnd == std::string_view::npos || isWhole(line))
            return Layout::Lines;
        // A damaged first line is still a line when the second begins like one.
        return body.substr(lineEnd + 1).starts_with('{') ? Layout::Lines : Layout::Objects;
    }
    // A table has a line of names.
    return line.find_first_of(",;\t") != std::string_view::npos ? Layout::Table : Layout::Unknown;
}

char delimiterOf(std::string_view sample) {
    bool quoted = false;
    std::array<std::size_t, 3> counts{};
    constexpr std::string_view candidates = ",;\t";
    for (const char byte : sample) {
        if (byte == '"')
            quoted = !quoted;
        else if (byte == '\n' && !quoted)
            break;
        else if (const auto i = candidates.find(byte); !quoted && i != candidates.npos)
            ++counts[i];
    }
    return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                               counts.begin())];
}

RecordSplitter::RecordSplitter(Read read, Layout layout, SplitterOptions options)
    : m_read(std::move(read))
    , m_layout(layout)
    , m_options(options) {}

// Reads one more chunk behind what is there. False: there is no more. Moves what is still wanted to
// the front, so positions change.
Result<bool> RecordSplitter::fill() {
    if (m_ended)
        return false;
    if (m_begin > 0 && m_end + m_options.chunk + padding > m_buffer.size()) {
        m_line += countLines(m_buffer.data() + m_counted, m_buffer.data() + m_begin);
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_bufferOffset += static_cast<std::int64_t>(m_begin);
        m_at -= m_begin;
        m_end -= m_begin;
        m_counted = 0;
        m_begin = 0;
    }
    const std::size_t wanted = m_end + m_options.chunk + padding;
    if (m_buffer.size() < wanted)
        m_buffer.resize(std::max(wanted, m_buffer.size() * 2));
    const std::size_t got = TRY(m_read(std::span(m_buffer.data() + m_end, m_options.chunk)));
    m_ended = got == 0;
    const bool atStart = m_bufferOffset == 0 && m_end == 0;
    m_end += got;
    if (atStart && got > 0) {
        // The mark is whole before anybody looks at it.
        while (m_end < byteOrderMark.size() && TRY(fill())) {
        }
        if (withoutMark({m_buffer.data(), m_end}).size() != m_end)
            m_begin = m_at = byteOrderMark.size();
    }
    return got > 0;
}

// To the next byte that is none of these; false: the file ended.
Result<bool> RecordSplitter::skipAny(std::string_view bytes) {
    for (;;) {
        while (m_at < m_end && bytes.find(m_buffer[m_at]) != std::string_view::npos)
            ++m_at;
        if (m_at < m_end)
            return true;
        m_begin = m_at;
        if (!TRY(fill()))
            return false;
    }
}

void RecordSplitter::begin(RawRecord& record) {
    m_line += countLines(m_buffer.data() + m_counted, m_buffer.data() + m_at);
    m_counted = m_begin = m_at;
    record.line = m_line;
    record.offset = m_bufferOffset + static_cast<std::int64_t>(m_at);
    record.bytes = {};
    record.problem.clear();
}

void RecordSplitter::end(RawRecord& record, std::size_t at) const {
    record.bytes = std::string_view(m_buffer.data() + m_begin, at - m_begin);
}

Result<bool> RecordSplitter::next(RawRecord& record) {
    switch (m_layout) {
    case Layout::Array:
    case Layout::Objects:
        return nextElement(record);
    case Layout::Lines:
        return nextLine(record);
    case Layout::Table:
        return nextTableRecord(record);
    case Layout::Unknown:
        break;
    }
    return false;
}

Result<bool> RecordSplitter::nextElement(RawRecord& record) {
    if (m_place == Place::Start) {
        if (!TRY(skipAny(white)))
            return false;
        if (m_layout == Layout::Array) {
            if (m_buffer[m_at] != '[') {
                begin(record);
                record.problem = "the file does not begin with [";
                m_place = Place::End;
                return true;
            }
            ++m_at;
        }
        m_place = Place::Between;
    }
    if (m_place == Place::End)
        return false;
    if (m_lost) {
        m_lost = false;
        if (!TRY(findNextElement())) {
            m_place = Place::End;
            return false;
        }
    }
    if (m_place == Place::After)
        return afterArray(record);
    if (!TRY(skipAny(whiteAndComma))) {
        m_place = Place::End;
        if (m_layout == Layout::Objects)
            return false;
        begin(record);
        record.problem = "the file ends before its closing ]; it seems to be cut off";
        return true;
    }
    if (m_layout == Layout::Array && m_buffer[m_at] == ']') {
        ++m_at;
        m_place = Place::After;
        return afterArray(record);
    }
    return scanElement(record);
}

Result<bool> RecordSplitter::scanElement(RawRecord& record) {
    begin(record);
    m_scanner.start();
    bool discarding = false;
    for (;;) {
        const char* at = m_buffer.data() + m_at;
        const JsonScanner::Step step = m_scanner.scan(at, m_buffer.data() + m_end);
        m_at = static_cast<std::size_t>(at - m_buffer.data());
        if (step == JsonScanner::Step::Done)
            break;
        if (step == JsonScanner::Step::Damaged) {
            record.problem = fmt::format("damaged JSON: {}", m_scanner.problem());
            m_lost = m_wasDamaged = true;
            if (m_firstKeys.empty())
                rememberFirstKey({m_buffer.data() + m_begin, m_at - m_begin});
            if (const std::size_t back = m_scanner.sinceString(); back <= farthestBack)
                m_at -= std::min(back, m_at - m_begin);
            return true;
        }
        discarding = discarding || m_at - m_begin > m_options.maxRecord;
        if (discarding)
            m_begin = m_at;
        if (!TRY(fill())) {
            m_place = Place::End;
            record.problem = "the file ends inside this record; it seems to be cut off";
            return true;
        }
    }
    if (discarding || m_at - m_begin > m_options.maxRecord) {
        record.problem = tooLong(m_options.maxRecord);
        return true;
    }
    end(record, m_at);
    rememberFirstKey(record.bytes);
    return true;
}

// Behind the closing bracket there should be nothing.
Result<bool> RecordSplitter::afterArray(RawRecord& record) {
    m_place = Place::After;
    if (!TRY(skipAny(white))) {
        m_place = Place::End;
        return false;
    }
    m_place = Place::Between;
    begin(record);
    record.problem = m_wasDamaged ? "a piece of a damaged record" : "text after the closing ]";
    m_lost = true;
    return true;
}

void RecordSplitter::rememberFirstKey(std::string_view record) {
    if (!record.starts_with('{') || m_firstKeys.size() >= maxFirstKeys)
        return;
    const std::string_view key = firstKeyOf(record);
    if (!key.empty() && std::find(m_firstKeys.begin(), m_firstKeys.end(), key) == m_firstKeys.end())
        m_firstKeys.emplace_back(key);
}

// Does an element begin with the { at `at`? `before` are the last two bytes before it but space.
bool RecordSplitter::looksLikeElement(std::size_t at, std::string_view before) const {
    const std::string_view rest(m_buffer.data() + at, std::min(m_end - at, longestLookAhead));
    const std::string_view key = firstKeyOf(rest);
    if (key.empty())
        return false;
    if (m_firstKeys.empty())
        return before == "},";
    return std::find(m_firstKeys.begin(), m_firstKeys.end(), key) != m_firstKeys.end();
}

// After damage: from here to the next place that begins like a record; false: there is none.
Result<bool> RecordSplitter::findNextElement() {
    // The damage may have shown at the very bracket that begins the next one.
    std::array<char, 2> before{'}', ','};
    for (;;) {
        // What is looked at must be whole, unless the file ends.
        while (m_end - m_at < longestLookAhead) {
            m_begin = m_at;
            if (!TRY(fill()))
                break;
        }
        if (m_at == m_end)
            return false;
        const std::size_t last = m_ended ? m_end : m_end - longestLookAhead + 1;
        for (; m_at < last; ++m_at) {
            const char byte = m_buffer[m_at];
            if (byte == '{' && looksLikeElement(m_at, {before.data(), before.size()}))
                return true;
            if (!isSpace(byte))
                before = {before[1], byte};
        }
    }
}

Result<bool> RecordSplitter::nextLine(RawRecord& record) {
    if (!TRY(skipAny(white)))
        return false;
    begin(record);
    bool discarding = false;
    for (;;) {
        const void* found = std::memchr(m_buffer.data() + m_at, '\n', m_end - m_at);
        if (found != nullptr) {
            m_at = static_cast<std::size_t>(static_cast<const char*>(found) - m_buffer.data());
            break;
        }
        m_at = m_end;
        discarding = discarding || m_at - m_begin > m_options.maxRecord;
        if (discarding)
            m_begin = m_at;
        if (!TRY(fill()))
            break;
    }
    if (discarding || m_at - m_begin > m_options.maxRecord) {
        record.problem = tooLong(m_options.maxRecord);
        return true;
    }
    end(record, m_at);
    record.bytes = trimmed(record.bytes);
    return true;
}

// To the beginning of the next line.
Result<bool> RecordSplitter::skipLine() {
    for (;;) {
        const void* found = std::memchr(m_buffer.data() + m_at, '\n', m_end - m_at);
        if (found != nullptr) {
            m_at = static_cast<std::size_t>(static_cast<const char*>(found) - m_buffer.data()) + 1;
            return true;
        }
        m_begin = m_at = m_end;
        if (!TRY(fill()))
            return false;
    }
}

// From the beginning of a record to the line break that ends it.
Result<RecordSplitter::Cut> RecordSplitter::scanTableRecord() {
    enum class In { FieldStart, Plain, Quoted, AfterQuote };
    In state = In::FieldStart;
    for (;;) {
        for (; m_at < m_end; ++m_at) {
            const char byte = m_buffer[m_at];
            if (state == In::Quoted) {
                if (byte == '"')
                    state = In::AfterQuote;
                continue;
            }
            if (byte == '\n')
                return Cut::Record;
            if (byte == m_delimiter)
                state = In::FieldStart;
            else if (byte == '"' && state != In::Plain)
                state = In::Quoted; // opened, or a doubled quote
            else if (state == In::AfterQuote && byte != '\r' && byte != ' ')
                return Cut::Stray;
            else if (state == In::FieldStart)
                state = In::Plain;
        }
        if (m_at - m_begin > m_options.maxRecord)
            return Cut::Quote;
        if (!TRY(fill()))
            return state == In::Quoted ? Cut::Quote : Cut::File;
    }
}

Result<bool> RecordSplitter::nextTableRecord(RawRecord& record) {
    if (!TRY(skipAny("\r\n")))
        return false;
    begin(record);
    if (m_delimiter == 0) {
        while (std::memchr(m_buffer.data() + m_at, '\n', m_end - m_at) == nullptr &&
               m_end - m_at < longestHeader && TRY(fill())) {
        }
        m_delimiter = delimiterOf({m_buffer.data() + m_at, m_end - m_at});
    }
    const Cut cut = TRY(scanTableRecord());
    if (cut == Cut::Record || cut == Cut::File) {
        end(record, m_at);
        while (!record.bytes.empty() && record.bytes.back() == '\r')
            record.bytes.remove_suffix(1);
        return true;
    }
    record.problem =
        cut == Cut::Stray ? "text after a closing quote" : "a quote that is opened is never closed";
    // One line is given up, not all that the open quote swallowed.
    m_at = m_begin;
    TRY(skipLine());
    return true;
}

} // namespace agon::exchange
