#include "core/llm/call.h"

#include "core/llm/retry.h"

#include <fmt/format.h>

namespace agon::llm {
namespace {

// Keys that servers without any are given ("EMPTY", "ollama") are words; those are no secret, and
// answers may hold them.
constexpr std::size_t shortestSecret = 16;

void takeOutKey(const Call& call, Attempt& attempt) {
    if (call.key.empty())
        return;
    takeOut(attempt.error.message, call.key);
    if (!attempt.reply || call.key.size() < shortestSecret)
        return;
    for (std::string* text : {&attempt.reply->text, &attempt.reply->reasoning,
                              &attempt.reply->servedModel, &attempt.reply->fingerprint})
        takeOut(*text, call.key);
}

// The last events, which no blank line ended.
void endStream(Call& call) {
    std::vector<SseEvent> rest;
    if (!call.streamProblem.empty())
        return;
    if (const auto ended = call.events.finish(rest); !ended)
        call.streamProblem = ended.error().text();
    for (const SseEvent& event : rest)
        if (const auto added = call.streamed->add(event); !added) {
            call.streamProblem = added.error().text();
            return;
        }
}

Result<ChatReply> readReply(Call& call, const HttpReply& answer) {
    if (!call.streamed)
        return decodeChat(*call.endpoint().profile, answer.body);
    if (call.whole)
        return decodeChat(*call.endpoint().profile, *call.whole);
    endStream(call);
    if (!call.streamProblem.empty())
        return fail(ErrorCode::Corrupt, call.streamProblem);
    return std::move(*call.streamed).finish();
}

Attempt fromAnswer(Call& call, HttpReply answer) {
    Attempt out;
    out.billed = true;
    Result<ChatReply> read = readReply(call, answer);
    if (read) {
        out.reply = std::move(*read);
        out.reply->seconds = answer.seconds;
        out.reply->firstToken = call.firstToken;
        if (call.whole && call.asked.piece)
            call.asked.piece(out.reply->text);
        out.headers = std::move(answer.headers);
        return out;
    }
    const bool serverSaid = call.streamed && call.streamed->serverError();
    out.error.status = answer.status;
    out.error.kind = serverSaid ? CallFailure::ServerFailed : CallFailure::Unreadable;
    out.error.message = fmt::format("{}: {} sent what is no answer: {}", call.endpoint().name,
                                    call.origin, read.error().text());
    out.again = serverSaid;
    out.headers = std::move(answer.headers);
    return out;
}

Attempt fromStatus(const Call& call, HttpReply answer) {
    Attempt out;
    const WireError said = decodeError(answer.body);
    const std::string& keyName = call.endpoint().keyName;
    out.error.status = answer.status;
    out.error.kind = classify(answer.status, said);
    out.error.message = fmt::format("{}: {} answered {}{}{}", call.endpoint().name, call.origin,
                                    answer.status, said.message.empty() ? "" : ": ", said.message);
    if (out.error.kind == CallFailure::Refused)
        out.error.message += keyName.empty() ? ". It wants a key; name its environment variable"
                                             : fmt::format(". Check the key in {}", keyName);
    if (answer.status / 100 == 3)
        out.error.message += ". Redirects are not followed; give the address itself";
    out.again = shouldRetry(answer.status, answer.headers, said);
    out.pressed = out.again && (answer.status == 429 || answer.status == 503);
    out.worked = answer.status < 500;
    out.headers = std::move(answer.headers);
    return out;
}

Attempt fromFailure(const Call& call, const HttpError& failed) {
    Attempt out;
    out.error.kind = failed.kind;
    out.error.message = fmt::format("{}: {}", call.endpoint().name, failed.message);
    out.again = shouldRetry(failed.kind);
    out.worked = failed.kind == CallFailure::Cancelled;
    out.billed = failed.sent;
    return out;
}

std::int64_t estimatedTokens(const ChatRequest& request) {
    std::int64_t bytes = 0;
    for (const ChatMessage& message : request.messages)
        bytes += static_cast<std::int64_t>(message.text.size());
    const TokenCeiling ceiling = ceilingOf(
        bytes, static_cast<std::int64_t>(request.messages.size()), request.sampling.maxTokens);
    return ceiling.in + ceiling.out;
}

} // namespace

void takeOut(std::string& text, std::string_view key) {
    constexpr std::string_view instead = "[key]";
    if (key.empty())
        return;
    for (std::size_t at = text.find(key); at != std::string::npos;
         at = text.find(key, at + instead.size()))
        text.replace(at, key.size(), instead);
}

std::shared_ptr<Call> callFor(ChatService::Ticket ticket, ChatCall asked) {
    auto out = std::make_shared<Call>();
    out->ticket = ticket;
    out->asked = std::move(asked);
    out->tokens = estimatedTokens(out->asked.request);
    return out;
}

CallError Call::cancelledError() const {
    return {CallFailure::Cancelled, "cancelled", 0, attempts, maybeBilled};
}

void Call::expectStream() {
    events = SseParser();
    streamed.emplace(*endpoint().profile);
    streamProblem.clear();
    firstToken.reset();
    shapeKnown = false;
    whole.reset();
}

// No line of an event begins with a brace, and every whole answer does.
void Call::recognise(std::string_view bytes) {
    constexpr std::string_view blanksAndByteOrderMark = " \t\r\n\xEF\xBB\xBF";
    const std::size_t first = bytes.find_first_not_of(blanksAndByteOrderMark);
    if (shapeKnown || first == std::string_view::npos)
        return;
    shapeKnown = true;
    if (bytes[first] == '{' || bytes[first] == '[')
        whole.emplace();
}

void Call::take(std::string_view bytes, double now) {
    recognise(bytes);
    if (whole) {
        whole->append(bytes);
        return;
    }
    if (!streamProblem.empty())
        return;
    std::vector<SseEvent> found;
    if (const auto fed = events.feed(bytes, found); !fed)
        streamProblem = fed.error().text();
    for (const SseEvent& event : found) {
        const Result<std::string> piece = streamed->add(event);
        if (!piece) {
            streamProblem = piece.error().text();
            return;
        }
        if (piece->empty())
            continue;
        if (!firstToken)
            firstToken = now - sentAt;
        if (asked.piece)
            asked.piece(*piece);
    }
}

Attempt attemptOf(Call& call, HttpOutcome outcome) {
    Attempt out = !outcome                     ? fromFailure(call, outcome.error())
                  : outcome->status / 100 == 2 ? fromAnswer(call, std::move(*outcome))
                                               : fromStatus(call, std::move(*outcome));
    // What was passed on in pieces cannot be taken back.
    out.again = out.again && !(call.asked.piece && call.firstToken);
    takeOutKey(call, out);
    return out;
}

} // namespace agon::llm
