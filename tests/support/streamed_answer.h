// A chat reply as server-sent events, a piece an event; for raw_peer.h.
#pragma once

#include "tests/support/raw_peer.h"

#include <fmt/format.h>

#include <string>
#include <vector>

// Pieces are put into JSON as they are: no quotes, no line breaks other than \n written as "\\n".
inline PeerAnswer streamedAnswer(const std::vector<std::string>& pieces) {
    std::string events;
    for (const std::string& piece : pieces)
        events += fmt::format(
            "data: "
            "{{\"model\":\"served-1\",\"choices\":[{{\"delta\":{{\"content\":\"{}\"}}}}]}}\n\n",
            piece);
    events +=
        "data: {\"model\":\"served-1\",\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],"
        "\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":20}}\n\n"
        "data: [DONE]\n\n";
    return {"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" +
                events,
            PeerAnswer::Then::Close};
}
