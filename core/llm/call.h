// One chat call on its way: what was asked, how far it has come, and what an attempt came to.
// Internal to the room; of the client's thread, unless said otherwise.
#pragma once

#include "core/llm/chat_service.h"
#include "core/llm/dialect.h"
#include "core/llm/http.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agon::llm {

struct Call {
    ChatService::Ticket ticket = 0;
    ChatCall asked;
    std::int64_t tokens = 0; // estimated: a ceiling
    std::string body;        // as it goes over the wire
    std::string key;         // in a header of the request and nowhere else
    int attempts = 0;
    int maybeBilled = 0;
    bool cancelled = false; // under the client's lock

    // Of the attempt under way.
    HttpClient::Ticket http = 0; // 0: none; under the client's lock
    std::string origin;
    std::size_t replica = 0;
    double sentAt = 0; // seconds of a steady clock
    std::optional<double> firstToken;
    SseParser events;
    std::optional<StreamedReply> streamed;
    std::string streamProblem; // why the rest of the stream is let pass
    // A server that knows no streams answers whole, which the first byte tells.
    bool shapeKnown = false;
    std::optional<std::string> whole;

    [[nodiscard]] const Endpoint& endpoint() const { return *asked.endpoint; }
    [[nodiscard]] CallError cancelledError() const;

    // A new attempt forgets what the one before it streamed.
    void expectStream();
    // A piece of a streamed reply, at `now`.
    void take(std::string_view bytes, double now);

  private:
    void recognise(std::string_view bytes);
};

[[nodiscard]] std::shared_ptr<Call> callFor(ChatService::Ticket ticket, ChatCall asked);

// Puts something else in the place of a key that a server repeats.
void takeOut(std::string& text, std::string_view key);

// What an attempt came to. The key is taken out of everything that a server said.
struct Attempt {
    std::optional<ChatReply> reply;  // without counts of attempts
    CallError error;                 // without one
    std::vector<HttpHeader> headers; // of an answer, if there was one
    bool again = false;              // another attempt may help
    bool pressed = false;            // 429 or 503: the server wants fewer requests
    bool worked = true;              // the server answered as a server does
    bool billed = false;             // it may have counted it
};
[[nodiscard]] Attempt attemptOf(Call& call, HttpOutcome outcome);

} // namespace agon::llm
