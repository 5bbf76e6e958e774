// Asks one endpoint one thing at a time and waits for the answer. Internal to the room; not for the
// GUI thread.
#pragma once

#include "core/base/result.h"
#include "core/llm/call.h"
#include "core/llm/http.h"
#include "core/llm/permission.h"

#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace agon::llm {

// What kind of error a failed request is, for those who speak in Result.
[[nodiscard]] ErrorCode errorCodeOf(CallFailure failure);

// The endpoint's key; empty when it names none. Errors: NotFound when it is not set.
[[nodiscard]] Result<std::string> findKey(const Endpoint& endpoint, const ProbeAccess& access);

// A request to `url` with all headers; `body` empty: GET. Errors: of permittedOrigin;
// InvalidInput when the key cannot be one.
[[nodiscard]] Result<HttpRequest> requestTo(const Endpoint& endpoint, const ProbeAccess& access,
                                            std::string_view key, std::string url,
                                            std::string body);

// What a server answered that is no success: "https://…: answered 404: no such model". Without the
// key.
[[nodiscard]] CallError refusal(const Endpoint& endpoint, std::string_view origin,
                                const HttpReply& reply, std::string_view key);

class Asker {
  public:
    Asker(std::shared_ptr<const Endpoint> endpoint, const ProbeAccess& access, std::string key,
          std::stop_token stop);

    // Errors: as requestTo's; Cancelled by the stop token.
    [[nodiscard]] Result<HttpOutcome> get(const std::string& url);
    [[nodiscard]] Result<HttpOutcome> post(const std::string& url, std::string body);
    // A chat call, once. Errors: as get's; InvalidInput when the request cannot be written.
    [[nodiscard]] Result<Attempt> chat(const std::string& baseUrl, ChatRequest request);

    // Any other request, as requestTo makes it. Errors: Cancelled.
    [[nodiscard]] Result<HttpOutcome> send(HttpRequest request);

    [[nodiscard]] const std::string& key() const { return m_key; }

  private:
    std::shared_ptr<const Endpoint> m_endpoint;
    ProbeAccess m_access;
    std::string m_key;
    std::stop_token m_stop;
    HttpClient m_http;
};

} // namespace agon::llm
