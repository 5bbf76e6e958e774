// Cuts a file into records without ever holding it whole: elements of a top-level JSON array, JSON
// lines, JSON objects one after another, or CSV records (RFC 4180).
//
// One bad byte costs one record where the next can be found again: the next line, or in an array
// the next place that begins like the records before it.
#pragma once

#include "core/base/result.h"
#include "core/exchange/json_scanner.h"
#include "core/text/json_record.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace agon::exchange {

enum class Layout { Unknown, Array, Lines, Objects, Table };

// By the first bytes of a file (a megabyte is plenty). Unknown: neither JSON nor a table.
[[nodiscard]] Layout layoutOf(std::string_view sample);

// What separates the fields of a table: the commonest of comma, semicolon and tab in its first
// line.
[[nodiscard]] char delimiterOf(std::string_view sample);

// `bytes` is valid until the next call of next(), and at least `padding` readable bytes follow it.
struct RawRecord {
    std::string_view bytes;
    std::int64_t line = 0;   // where it begins, 1-based
    std::int64_t offset = 0; // where it begins, bytes
    std::string problem;     // not empty: it cannot be read, and why; bytes is empty
};

struct SplitterOptions {
    std::size_t chunk = std::size_t{1} << 20;      // bytes read at once
    std::size_t maxRecord = std::size_t{64} << 20; // a longer record is refused
};

// Not thread-safe.
class RecordSplitter {
  public:
    static constexpr std::size_t padding = JsonRecord::padding;
    // Fills the span from the front and returns how much; 0 at the end.
    using Read = std::function<Result<std::size_t>(std::span<char>)>;

    RecordSplitter(Read read, Layout layout, SplitterOptions options = {});

    // The next record, or the next piece that is none (`problem`); false at the end of the file.
    Result<bool> next(RawRecord& record);
    // Bytes read so far.
    [[nodiscard]] std::int64_t bytesRead() const {
        return m_bufferOffset + static_cast<std::int64_t>(m_end);
    }

  private:
    enum class Place { Start, Between, After, End };

    Result<bool> fill();
    Result<bool> skipAny(std::string_view bytes);
    Result<bool> nextElement(RawRecord& record);
    Result<bool> scanElement(RawRecord& record);
    Result<bool> afterArray(RawRecord& record);
    Result<bool> nextLine(RawRecord& record);
    Result<bool> nextTableRecord(RawRecord& record);
    enum class Cut { Record, File, Quote, Stray };
    Result<Cut> scanTableRecord();
    Result<bool> findNextElement();
    Result<bool> skipLine();
    [[nodiscard]] bool looksLikeElement(std::size_t at, std::string_view before) const;
    void begin(RawRecord& record);
    void end(RawRecord& record, std::size_t at) const;
    void rememberFirstKey(std::string_view record);

    Read m_read;
    Layout m_layout;
    SplitterOptions m_options;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0; // everything before is done with
    std::size_t m_at = 0;    // the next byte to look at
    std::size_t m_end = 0;   // of what was read
    std::size_t m_counted = 0;
    std::int64_t m_bufferOffset = 0; // of m_buffer[0] in the file
    std::int64_t m_line = 1;         // of m_buffer[m_counted]
    char m_delimiter = 0;            // of a table; 0: not known yet
    bool m_ended = false;            // the file has no more bytes
    bool m_lost = false;             // a damaged element: findNextElement() before going on
    bool m_wasDamaged = false;
    Place m_place = Place::Start;
    JsonScanner m_scanner;
    std::vector<std::string> m_firstKeys; // that good records began with
};

} // namespace agon::exchange
