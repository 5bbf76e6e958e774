#include "core/llm/dialect_forms.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace agon::llm {
namespace {

using Json = nlohmann::ordered_json;

Json encodeTurns(const std::vector<ChatMessage>& turns) {
    Json out = Json::array();
    for (const ChatMessage& turn : turns)
        out.push_back(Json{{"role", turn.role == ChatRole::Assistant ? "assistant" : "user"},
                           {"content", turn.text}});
    return out;
}

// There is no seed.
void addSampling(Json& body, const Sampling& sampling) {
    // JSON has no NaN.
    if (sampling.temperature && std::isfinite(*sampling.temperature))
        body["temperature"] = *sampling.temperature;
    if (sampling.topP && std::isfinite(*sampling.topP))
        body["top_p"] = *sampling.topP;
    if (!sampling.stop.empty())
        body["stop_sequences"] = sampling.stop;
}

Result<void> addSchema(Json& body, const std::string& text) {
    TRY(checkSchema(text));
    Json schema = Json::parse(text, nullptr, false);
    if (schema.is_discarded()) // what the check mended
        return fail(ErrorCode::InvalidInput, "the schema is not strict JSON");
    body["output_config"] = {{"format", {{"type", "json_schema"}, {"schema", std::move(schema)}}}};
    return {};
}

// Of a stream, the last event's counts are the final ones. Tokens that were read from the cache or
// written to it are not part of input_tokens.
void readUsage(JsonValue usage, ReplyDraft& draft) {
    setIfGiven(draft.freshIn, usage["input_tokens"]);
    setIfGiven(draft.usage.cached, usage["cache_read_input_tokens"]);
    setIfGiven(draft.cacheWrites, usage["cache_creation_input_tokens"]);
    setIfGiven(draft.usage.out, usage["output_tokens"]);
    if (draft.freshIn)
        draft.usage.in =
            *draft.freshIn + draft.usage.cached.value_or(0) + draft.cacheWrites.value_or(0);
}

std::string addBlock(JsonValue block, ReplyDraft& draft) {
    if (const auto thinking = block["thinking"].string())
        draft.reasoning += *thinking;
    const auto text = block["text"].string();
    if (!text)
        return {};
    draft.text += *text;
    return std::string(*text);
}

} // namespace

Result<std::string> encodeAnthropic(const Endpoint& endpoint, const ChatRequest& request) {
    const ProviderProfile& profile = *endpoint.profile;
    Conversation conversation = arrange(profile, request.messages);
    Json body{{"model", endpoint.apiModel},
              {profile.maxTokensField.empty() ? "max_tokens" : profile.maxTokensField,
               request.sampling.maxTokens}};
    if (!conversation.system.empty())
        body["system"] = std::move(conversation.system);
    body["messages"] = encodeTurns(conversation.turns);
    addSampling(body, request.sampling);
    if (profile.structured == StructuredOutput::OutputConfig && !request.schema.empty())
        TRY(addSchema(body, request.schema));
    if (request.stream)
        body["stream"] = true;
    return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<void> readAnthropic(JsonValue root, ReplyDraft& draft) {
    const JsonValue content = root["content"];
    if (content.kind() != JsonValue::Kind::Array)
        return fail(ErrorCode::Corrupt,
                    fmt::format("the answer's content is {}, not a list", content.kindName()));
    content.eachElement([&](JsonValue block) { addBlock(block, draft); });
    setIfGiven(draft.finishReason, root["stop_reason"]);
    setIfGiven(draft.servedModel, root["model"]);
    readUsage(root["usage"], draft);
    return {};
}

// Events of other types, now and to come, carry nothing that is wanted here.
Result<std::string> addAnthropic(JsonValue root, ReplyDraft& draft) {
    const std::string_view type = root["type"].string().value_or("");
    if (type == "message_start") {
        setIfGiven(draft.servedModel, root["message"]["model"]);
        readUsage(root["message"]["usage"], draft);
    } else if (type == "content_block_start") {
        return addBlock(root["content_block"], draft);
    } else if (type == "content_block_delta") {
        return addBlock(root["delta"], draft);
    } else if (type == "message_delta") {
        setIfGiven(draft.finishReason, root["delta"]["stop_reason"]);
        readUsage(root["usage"], draft);
    } else if (type == "message_stop") {
        draft.complete = true;
    }
    return std::string();
}

} // namespace agon::llm
