// An answer of the fake server, before it goes over the wire.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fake {

enum class Delivery : std::uint8_t {
    Whole,
    Pieces,  // chunks that end at `ends`
    Cut,     // half of it; then the connection breaks
    Endless, // `body` over and over
    Close,   // nothing; the connection ends
    Silent,  // nothing; the connection stays
};

struct Reply {
    int status = 200;
    std::string_view contentType = "application/json";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    Delivery delivery = Delivery::Whole;
    std::vector<std::size_t> ends; // of the pieces
    double pieceSeconds = 0;       // between two pieces
    double delaySeconds = 0;       // before it begins
    bool fault = false;
};

// {"error":{…}} as OpenAI says it, or {"type":"error","error":{…}}.
[[nodiscard]] Reply errorReply(int status, std::string_view message, std::string_view type = {},
                               std::string_view code = {}, bool anthropic = false);

} // namespace fake
