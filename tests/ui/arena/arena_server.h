// What the server of arena_fixture.h says: an answer for fighters, a verdict for judges.
#pragma once

#include "tests/support/raw_peer.h"
#include "tests/support/streamed_answer.h"

#include <string>

namespace agon::test {

inline PeerAnswer saidText(const std::string& text) {
    return wholeAnswer(200,
                       R"({"model":"served-1","choices":[{"message":{"role":"assistant",)"
                       R"("content":")" +
                           text +
                           R"("},"finish_reason":"stop"}],"usage":{"prompt_tokens":100,)"
                           R"("completion_tokens":20}})",
                       "Content-Type: application/json\r\n");
}

inline PeerAnswer arenaAnswer(const std::string& body) {
    const bool judge = body.find("judge-api") != std::string::npos;
    if (body.find("\"stream\":true") != std::string::npos)
        return streamedAnswer({"The first ", "is better.\\n", "Score-A: 9\\nScore-B: 3\\n"});
    return saidText(judge ? "Fine.\\nScore-A: 9\\nScore-B: 3\\n" : "I think so.");
}

} // namespace agon::test
