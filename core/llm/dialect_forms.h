// What the dialects have in common, and the functions that each of them provides. Internal to the
// room.
#pragma once

#include "core/llm/dialect.h"
#include "core/text/json_record.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace agon::llm {

// A reply while its parts are gathered.
struct ReplyDraft {
    std::string text;
    std::string reasoning;
    std::string refusal;      // of a field of its own
    std::string finishReason; // as the server calls it
    Usage usage;
    std::optional<std::int64_t> freshIn; // Anthropic counts apart what the cache took no part in
    std::optional<std::int64_t> cacheWrites;
    std::string servedModel;
    std::string fingerprint;
    std::uint32_t marks = 0;
    bool complete = false; // nothing more will come
};

// The texts of a list of messages, arranged as the profile wants them.
struct Conversation {
    std::string system; // for a field or message of its own; may be empty
    std::vector<ChatMessage> turns;
};
[[nodiscard]] Conversation arrange(const ProviderProfile& profile,
                                   const std::vector<ChatMessage>& messages);

// That a schema is a JSON object of bounded depth, so that it can be written again. Errors:
// InvalidInput.
[[nodiscard]] Result<void> checkSchema(std::string_view schema);

// Hostile bytes; valid until the record parses again. Errors: Corrupt, with how they begin.
[[nodiscard]] Result<JsonValue> parse(JsonRecord& record, std::string_view bytes);

// A text, null, or a list of texts and {"text": …} parts; an error for anything else.
[[nodiscard]] Result<std::string> readContent(JsonValue content);
void setIfGiven(std::string& into, JsonValue value);
void setIfGiven(std::optional<std::int64_t>& into, JsonValue value);

// Whole, and not negative.
[[nodiscard]] std::optional<std::int64_t> countIn(JsonValue value);
[[nodiscard]] bool tellsError(JsonValue root);
[[nodiscard]] WireError readError(JsonValue root);
[[nodiscard]] tl::unexpected<Error> failWith(const WireError& error);
[[nodiscard]] Result<ChatReply> finished(ReplyDraft draft);

[[nodiscard]] Result<std::string> encodeOpenAi(const Endpoint& endpoint,
                                               const ChatRequest& request);
[[nodiscard]] Result<void> readOpenAi(const ProviderProfile& profile, JsonValue root,
                                      ReplyDraft& draft);
// The piece of text that was added.
[[nodiscard]] Result<std::string> addOpenAi(const ProviderProfile& profile, JsonValue root,
                                            ReplyDraft& draft);

[[nodiscard]] Result<std::string> encodeAnthropic(const Endpoint& endpoint,
                                                  const ChatRequest& request);
[[nodiscard]] Result<void> readAnthropic(JsonValue root, ReplyDraft& draft);
[[nodiscard]] Result<std::string> addAnthropic(JsonValue root, ReplyDraft& draft);

} // namespace agon::llm
