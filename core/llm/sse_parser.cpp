#include "core/llm/sse_parser.h"

#include <fmt/format.h>

namespace agon {

Result<void> SseParser::feed(std::string_view bytes, std::vector<SseEvent>& events) {
    if (m_failed)
        return tooLong();
    while (!bytes.empty()) {
        if (std::exchange(m_afterReturn, false) && bytes.front() == '\n') {
            bytes.remove_prefix(1);
            continue;
        }
        const std::size_t end = bytes.find_first_of("\r\n");
        TRY(takePart(bytes.substr(0, end)));
        if (end == std::string_view::npos)
            return {};
        m_afterReturn = bytes[end] == '\r';
        bytes.remove_prefix(end + 1);
        TRY(endLine(events));
    }
    return {};
}

Result<void> SseParser::finish(std::vector<SseEvent>& events) {
    if (m_failed)
        return tooLong();
    if (!m_line.empty())
        TRY(endLine(events));
    dispatch(events);
    return {};
}

Result<void> SseParser::takePart(std::string_view part) {
    if (part.size() > m_maxEvent - m_line.size())
        return tooLong();
    m_line.append(part);
    return {};
}

Result<void> SseParser::endLine(std::vector<SseEvent>& events) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    std::string_view line = m_line;
    if (std::exchange(m_firstLine, false) && line.starts_with(byteOrderMark))
        line.remove_prefix(byteOrderMark.size());
    if (line.empty())
        dispatch(events);
    else
        takeField(line);
    m_line.clear();
    if (m_event.data.size() > m_maxEvent)
        return tooLong();
    return {};
}

// A comment begins with a colon: its field has no name, and is ignored like all that are not known.
void SseParser::takeField(std::string_view line) {
    const std::size_t colon = line.find(':');
    const std::string_view field = line.substr(0, colon);
    std::string_view value;
    if (colon != std::string_view::npos)
        value = line.substr(colon + 1);
    if (value.starts_with(' '))
        value.remove_prefix(1);
    if (field == "event") {
        m_event.name = value;
    } else if (field == "data") {
        if (std::exchange(m_hasData, true))
            m_event.data += '\n';
        m_event.data += value;
    }
}

void SseParser::dispatch(std::vector<SseEvent>& events) {
    SseEvent event = std::exchange(m_event, {});
    if (std::exchange(m_hasData, false))
        events.push_back(std::move(event));
}

Result<void> SseParser::tooLong() {
    m_failed = true;
    m_line = {};
    m_event = {};
    return fail(ErrorCode::Corrupt,
                fmt::format("the server sent an event of more than {} bytes", m_maxEvent));
}

} // namespace agon
