// Server-sent events (WHATWG HTML §9.2) out of bytes that arrive in any pieces.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

struct SseEvent {
    std::string name; // of the field `event`; usually empty
    std::string data; // lines joined by \n; any bytes

    bool operator==(const SseEvent&) const = default;
};

// Not thread-safe. Where the bytes are divided makes no difference to what comes out.
class SseParser {
  public:
    static constexpr std::size_t usualMaxEvent = std::size_t{16} << 20;
    // No line and no event's data may be longer than this.
    explicit SseParser(std::size_t maxEvent = usualMaxEvent)
        : m_maxEvent(maxEvent) {}

    // Appends the events that these bytes complete. Errors: Corrupt, when an event is too long; the
    // events before it are appended, and every later call fails too.
    Result<void> feed(std::string_view bytes, std::vector<SseEvent>& events);
    // After the last byte of a transfer that ended well: servers leave out the last blank line.
    Result<void> finish(std::vector<SseEvent>& events);

  private:
    Result<void> takePart(std::string_view part);
    Result<void> endLine(std::vector<SseEvent>& events);
    void takeField(std::string_view line);
    void dispatch(std::vector<SseEvent>& events);
    Result<void> tooLong();

    std::size_t m_maxEvent;
    std::string m_line;
    SseEvent m_event;
    bool m_hasData = false;
    bool m_firstLine = true;
    bool m_afterReturn = false; // a line feed now belongs to the line end before it
    bool m_failed = false;
};

} // namespace agon
