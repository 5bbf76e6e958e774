// Who answers chat requests. The HTTP client is one; simulated models and tests are others.
#pragma once

#include "core/llm/chat.h"
#include "core/llm/endpoint.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

using ChatOutcome = tl::expected<ChatReply, CallError>;

struct ChatCall {
    std::shared_ptr<const Endpoint> endpoint;
    ChatRequest request;
    // Once, on a thread of the service; must be quick and may call the service again.
    std::function<void(ChatOutcome)> done;
    // Streamed replies only: each piece as it comes, on the same thread. After the first one the
    // request is not made again. May be empty.
    std::function<void(std::string_view piece)> piece;
};

// What went over the wire to one endpoint.
struct EndpointActivity {
    ModelId model;
    int inFlight = 0;
    int waiting = 0;
    int allowed = 0;           // how many may be in flight now
    double restingSeconds = 0; // until it is tried again; 0: it is not resting
    std::int64_t sent = 0;     // HTTP requests
    std::int64_t answered = 0;
    std::int64_t rateLimited = 0; // 429 and 503
    std::int64_t failed = 0;      // other attempts that came to nothing
    double meanSeconds = 0;       // of the latest answers
};

// Thread-safe. Each call's `done` is called exactly once, also after cancel() and when the service
// goes (then as Cancelled); it is never called inside send() or cancel().
class ChatService {
  public:
    using Ticket = std::uint64_t;
    virtual ~ChatService() = default;
    virtual Ticket send(ChatCall call) = 0;
    // A call that is already answered is left alone.
    virtual void cancel(Ticket ticket) = 0;
    // Calls that were not sent yet end as Cancelled, with 0 attempts.
    virtual void cancelWaiting() = 0;
    // For all calls of a model from now on; at least 1.
    virtual void setAtOnce(ModelId model, int atOnce) = 0;
    // Not for the GUI thread: it may wait while a key is being read.
    [[nodiscard]] virtual std::vector<EndpointActivity> activity() const = 0;
};

} // namespace agon
