// What goes over the wire: requests as bytes, bytes as replies. Pure functions over hostile bytes;
// who sends them is another's concern.
#pragma once

#include "core/base/result.h"
#include "core/llm/chat.h"
#include "core/llm/endpoint.h"
#include "core/llm/http_header.h"
#include "core/llm/provider_profile.h"
#include "core/llm/sse_parser.h"
#include "core/text/json_record.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

// "https://llm.example.org/v1/" and "/chat/completions" with one slash between.
[[nodiscard]] std::string joinUrl(std::string_view baseUrl, std::string_view path);

// The headers of every request with a JSON body, but for the key.
[[nodiscard]] std::vector<HttpHeader> requestHeaders(const ProviderProfile& profile, bool stream);
// The one place where a key is put into a request. Errors: InvalidInput, without the key, when it
// has characters that would end the header.
[[nodiscard]] Result<HttpHeader> authorizationHeader(const ProviderProfile& profile,
                                                     std::string_view key);

// The body of a chat request. Errors: InvalidInput, when the schema is not JSON.
[[nodiscard]] Result<std::string> encodeChat(const Endpoint& endpoint, const ChatRequest& request);

// The reply in a body that came whole. Times and attempts are left to the caller; of the marks only
// those of mending are set. Errors: Corrupt, with what is wrong.
[[nodiscard]] Result<ChatReply> decodeChat(const ProviderProfile& profile, std::string_view body);

// What a server says went wrong; each may be empty.
struct WireError {
    std::string message; // one line of bounded length
    std::string code;    // "insufficient_quota", "400"
    std::string type;    // "invalid_request_error"

    bool operator==(const WireError&) const = default;
};
// Any body, also one that is no JSON.
[[nodiscard]] WireError decodeError(std::string_view body);

namespace llm {
struct ReplyDraft;
}

// A reply that comes as events. Not thread-safe. Holds no more than what it was given: who feeds it
// limits the whole.
class StreamedReply {
  public:
    explicit StreamedReply(const ProviderProfile& profile);
    ~StreamedReply();
    StreamedReply(StreamedReply&&) noexcept;
    StreamedReply& operator=(StreamedReply&&) noexcept;

    // The piece of text that the event brought, a leading <think> block included; mostly one, maybe
    // none. Errors: Corrupt, for what is no event of the dialect or tells an error.
    Result<std::string> add(const SseEvent& event);
    // The server has said that there is no more.
    [[nodiscard]] bool complete() const;
    // The error that the server told in an event, after add() failed for it.
    [[nodiscard]] const std::optional<WireError>& serverError() const { return m_serverError; }
    // Errors: Corrupt, when the reply ended in the middle.
    [[nodiscard]] Result<ChatReply> finish() &&;

  private:
    ProviderProfile m_profile;
    std::unique_ptr<llm::ReplyDraft> m_draft;
    JsonRecord m_record;
    std::optional<WireError> m_serverError;
};

// The ids of a list of models, in its order. Errors: Corrupt.
[[nodiscard]] Result<std::vector<std::string>> decodeModels(std::string_view body);

// One vector for each of `count` inputs, in the order of the inputs. Errors: Corrupt, when one is
// missing or doubled, is no list of finite numbers, or has another length than the first.
[[nodiscard]] Result<std::vector<std::vector<float>>> decodeEmbeddings(std::string_view body,
                                                                       std::size_t count);

} // namespace agon
