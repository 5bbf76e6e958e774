#include "core/llm/asker.h"

#include "core/llm/retry.h"

#include <fmt/format.h>

#include <chrono>
#include <future>

namespace agon::llm {
namespace {

double steadySeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

ErrorCode errorCodeOf(CallFailure failure) {
    switch (failure) {
    case CallFailure::Cancelled:
        return ErrorCode::Cancelled;
    case CallFailure::NoKey:
        return ErrorCode::NotFound;
    case CallFailure::Untrusted:
        return ErrorCode::ReadOnly;
    case CallFailure::Unreadable:
        return ErrorCode::Corrupt;
    case CallFailure::BadRequest:
        return ErrorCode::InvalidInput;
    default:
        return ErrorCode::Io;
    }
}

Result<std::string> findKey(const Endpoint& endpoint, const ProbeAccess& access) {
    if (endpoint.keyName.empty())
        return std::string();
    auto key = access.secrets ? access.secrets->find(endpoint.keyName) : std::nullopt;
    if (!key || key->empty())
        return fail(ErrorCode::NotFound, missingKey(endpoint.keyName));
    return std::move(*key);
}

Result<HttpRequest> requestTo(const Endpoint& endpoint, const ProbeAccess& access,
                              std::string_view key, std::string url, std::string body) {
    TRY(permittedOrigin(url, endpoint, access.allowed));
    HttpRequest out;
    out.headers = requestHeaders(*endpoint.profile, false);
    if (!key.empty())
        out.headers.push_back(TRY(authorizationHeader(*endpoint.profile, key)));
    out.url = std::move(url);
    out.post = !body.empty();
    out.body = std::move(body);
    out.timeouts = endpoint.timeouts;
    out.insecureTls = endpoint.insecureTls;
    return out;
}

CallError refusal(const Endpoint& endpoint, std::string_view origin, const HttpReply& reply,
                  std::string_view key) {
    const WireError said = decodeError(reply.body);
    CallError out;
    out.status = reply.status;
    out.kind = classify(reply.status, said);
    out.message = fmt::format("{}: {} answered {}{}{}", endpoint.name, origin, reply.status,
                              said.message.empty() ? "" : ": ", said.message);
    takeOut(out.message, key);
    return out;
}

Asker::Asker(std::shared_ptr<const Endpoint> endpoint, const ProbeAccess& access, std::string key,
             std::stop_token stop)
    : m_endpoint(std::move(endpoint))
    , m_access(access)
    , m_key(std::move(key))
    , m_stop(std::move(stop)) {}

Result<HttpOutcome> Asker::send(HttpRequest request) {
    if (m_stop.stop_requested())
        return cancelled();
    std::promise<HttpOutcome> promise;
    auto answer = promise.get_future();
    const auto ticket = m_http.send(
        std::move(request), [&](HttpOutcome outcome) { promise.set_value(std::move(outcome)); });
    const std::stop_callback onStop(m_stop, [&] { m_http.cancel(ticket); });
    HttpOutcome outcome = answer.get();
    if (!outcome && outcome.error().kind == CallFailure::Cancelled)
        return cancelled();
    return outcome;
}

Result<HttpOutcome> Asker::get(const std::string& url) {
    return send(TRY(requestTo(*m_endpoint, m_access, m_key, url, {})));
}

Result<HttpOutcome> Asker::post(const std::string& url, std::string body) {
    return send(TRY(requestTo(*m_endpoint, m_access, m_key, url, std::move(body))));
}

Result<Attempt> Asker::chat(const std::string& baseUrl, ChatRequest request) {
    const bool stream = request.stream;
    ChatCall asked;
    asked.endpoint = m_endpoint;
    asked.request = std::move(request);
    const std::shared_ptr<Call> call = callFor(1, std::move(asked));
    call->key = m_key;
    HttpRequest http =
        TRY(requestTo(*m_endpoint, m_access, m_key, joinUrl(baseUrl, m_endpoint->profile->chatPath),
                      TRY(encodeChat(*m_endpoint, call->asked.request))));
    call->origin = TRY(originOf(http.url));
    call->sentAt = steadySeconds();
    if (stream) {
        call->expectStream();
        http.piece = [call](std::string_view bytes) {
            call->take(bytes, steadySeconds());
        };
    }
    return attemptOf(*call, TRY(send(std::move(http))));
}

} // namespace agon::llm
