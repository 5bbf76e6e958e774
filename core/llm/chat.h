// The room llm: models behind HTTP endpoints. Asking one, in any of the forms that servers speak,
// again when it makes sense, within limits, at a known price. Nothing here knows battles.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

enum class ChatRole : std::uint8_t { System, User, Assistant };

struct ChatMessage {
    ChatRole role = ChatRole::User;
    std::string text; // valid UTF-8

    bool operator==(const ChatMessage&) const = default;
};

// What is not set is left to the server.
struct Sampling {
    std::optional<double> temperature;
    std::optional<double> topP;
    std::optional<std::int64_t> seed; // left out where a server knows none
    int maxTokens = 1024;             // the limit of what is answered, reasoning included
    std::vector<std::string> stop;

    bool operator==(const Sampling&) const = default;
};

// One line of JSON with sorted keys, without the seed: part of a response's identity. "{}"-like
// texts of models that were added by hand are read back by samplingFrom; what it does not know it
// leaves alone. samplingFrom never fails: a value of a wrong kind counts as not set.
[[nodiscard]] std::string canonical(const Sampling& sampling);
[[nodiscard]] Sampling samplingFrom(std::string_view json);

struct ChatRequest {
    std::vector<ChatMessage> messages; // a system message, if any, comes first
    Sampling sampling;
    std::string schemaName; // of structured output: "verdict"
    std::string schema;     // a JSON schema; empty: free text. Left out where a server has none
    bool stream = false;    // server-sent events: gives the time to the first token
};

enum class Finish : std::uint8_t {
    Stop,     // said all
    Length,   // cut at maxTokens
    Filtered, // withheld by the server
    Refused,  // the model declined, and the server says so
    Other,
};

// As the server counted; not set where it does not say.
struct Usage {
    std::optional<std::int64_t> in;  // cached ones included
    std::optional<std::int64_t> out; // reasoning included
    std::optional<std::int64_t> cached;
    std::optional<std::int64_t> reasoning;

    bool operator==(const Usage&) const = default;
};

struct ChatReply {
    std::string text;      // valid UTF-8; what was mended is in `marks`
    std::string reasoning; // apart from the answer: a field of its own, or a leading <think> block
    Finish finish = Finish::Stop;
    Usage usage;
    std::string servedModel; // as the server named it; judges drift
    std::string fingerprint;
    std::uint32_t marks = 0;          // core/text/marks.h
    double seconds = 0;               // of the attempt that succeeded
    std::optional<double> firstToken; // seconds; of streamed replies
    int attempts = 1;                 // HTTP requests that were made
    int maybeBilled =
        0; // attempts before this one that were cut after the server may have answered
};

// Why a call came to nothing.
enum class CallFailure : std::uint8_t {
    Unreachable,  // no connection
    TimedOut,     // a limit of time
    Cut,          // the connection broke in the middle
    Refused,      // 401, 403: the key
    Quota,        // no credit left
    BadRequest,   // 400, 404, 413, 422 …: asking again would not help
    RateLimited,  // still 429 after all attempts
    ServerFailed, // still 5xx after all attempts
    Unreadable,   // what came is no answer: wrong type, broken JSON, too large
    Untrusted,    // not sent: this origin may not receive this key, TLS, a redirect …
    NoKey,        // not sent: the variable is not set
    Cancelled,
};
// "rate_limited", for logs and the list of causes.
[[nodiscard]] std::string_view callFailureName(CallFailure failure);

struct CallError {
    CallFailure kind = CallFailure::Unreachable;
    std::string message; // for a person: what, which host, what to do; never a key
    int status = 0;      // HTTP, 0 without one
    int attempts = 0;
    int maybeBilled = 0; // attempts that the server may have answered and counted
};

} // namespace agon
