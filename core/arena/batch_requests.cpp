#include "core/arena/batch_requests.h"

#include "core/llm/dialect.h"
#include "core/llm/retry.h"
#include "core/text/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace agon {
namespace {

constexpr std::size_t keyDigits = 16;
constexpr std::size_t mostWords = 300; // code points of what a provider says

std::string digitsOf(const CallKey& key) {
    std::string out;
    for (std::size_t i = 0; i < keyDigits / 2; ++i)
        out += fmt::format("{:02x}", key.bytes[i]);
    return out;
}

// "r12-" → 12; leaves what follows the end.
std::optional<std::int64_t> takeNumber(std::string_view& text, char begin) {
    if (!text.starts_with(begin))
        return std::nullopt;
    text.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || value <= 0)
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.starts_with('-'))
        return std::nullopt;
    text.remove_prefix(1);
    return value;
}

// Of a response without one: what has a body was answered.
int statusIn(JsonValue response) {
    const auto status = response["status_code"].integer();
    if (!status)
        return response["body"].kind() == JsonValue::Kind::Object ? 200 : 0;
    return static_cast<int>(std::clamp<std::int64_t>(*status, 0, 999));
}

bool neverExecuted(JsonValue error) {
    const auto code = error["code"].string();
    return code && (*code == "batch_expired" || *code == "batch_cancelled");
}

tl::unexpected<CallError> failed(CallFailure kind, const Endpoint& endpoint, std::string_view why,
                                 int status = 0) {
    return tl::unexpected(
        CallError{kind, fmt::format("{}: {}", endpoint.name, snippet(why, mostWords)), status, 1});
}

} // namespace

std::string requestName(RunId run, CallId call, const CallKey& key) {
    return fmt::format("r{}-c{}-{}", run.value, call.value, digitsOf(key));
}

bool RequestName::names(const CallKey& of) const {
    return key == digitsOf(of);
}

std::optional<RequestName> readRequestName(std::string_view text) {
    const auto run = takeNumber(text, 'r');
    const auto call = run ? takeNumber(text, 'c') : std::nullopt;
    if (!call || text.size() != keyDigits)
        return std::nullopt;
    return RequestName{RunId{*run}, CallId{*call}, std::string(text)};
}

std::string requestLine(std::string_view name, std::string_view body) {
    return fmt::format("{{\"custom_id\":\"{}\",\"method\":\"POST\",\"url\":\"/v1/chat/"
                       "completions\",\"body\":{}}}\n",
                       name, body);
}

Result<ResultHead> readResultHead(JsonRecord& record, std::string_view line) {
    const JsonValue root = TRY(record.parseCopy(line));
    ResultHead out;
    const auto name = root["custom_id"].string();
    if (!name)
        return fail(ErrorCode::Corrupt, "the line has no custom_id");
    out.name = *name;
    out.inTime = !neverExecuted(root["error"]);
    out.answered = root["error"].nothing() && statusIn(root["response"]) == 200;
    return out;
}

ChatOutcome readResult(JsonRecord& record, std::string_view line, const Endpoint& endpoint) {
    const auto parsed = record.parseCopy(line);
    if (!parsed)
        return failed(CallFailure::Unreadable, endpoint, "its line cannot be read");
    const JsonValue error = (*parsed)["error"];
    if (neverExecuted(error))
        return tl::unexpected(CallError{CallFailure::Cancelled, "the batch ended before it", 0, 0});
    const JsonValue response = (*parsed)["response"];
    const int status = statusIn(response);
    const std::string body = response["body"].compact();
    if (status == 200 && error.nothing()) {
        auto reply = decodeChat(*endpoint.profile, body);
        if (!reply)
            return failed(CallFailure::Unreadable, endpoint,
                          fmt::format("what came is no answer: {}", reply.error().text()), status);
        return std::move(*reply);
    }
    WireError said = decodeError(body);
    if (said.message.empty() && !error.nothing()) {
        said.message = error["message"].word().value_or("");
        said.code = error["code"].word().value_or("");
    }
    const CallFailure kind =
        status == 0 || status == 200 ? CallFailure::ServerFailed : classify(status, said);
    return failed(kind, endpoint,
                  fmt::format("the batch answered {}{}{}",
                              status == 0 ? "with an error" : fmt::to_string(status),
                              said.message.empty() ? "" : ": ", said.message),
                  status);
}

} // namespace agon
