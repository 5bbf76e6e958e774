#include "core/llm/dialect_forms.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace agon::llm {
namespace {

using Json = nlohmann::ordered_json;

std::string_view roleName(ChatRole role) {
    return role == ChatRole::System ? "system" : role == ChatRole::User ? "user" : "assistant";
}

Json encodeMessages(const Conversation& conversation) {
    Json out = Json::array();
    const auto add = [&](ChatRole role, const std::string& text) {
        out.push_back(Json{{"role", roleName(role)}, {"content", text}});
    };
    if (!conversation.system.empty())
        add(ChatRole::System, conversation.system);
    for (const ChatMessage& turn : conversation.turns)
        add(turn.role, turn.text);
    return out;
}

void addSampling(Json& body, const ProviderProfile& profile, const Sampling& sampling) {
    body[profile.maxTokensField.empty() ? "max_tokens" : profile.maxTokensField] =
        sampling.maxTokens;
    // JSON has no NaN.
    if (sampling.temperature && std::isfinite(*sampling.temperature))
        body["temperature"] = *sampling.temperature;
    if (sampling.topP && std::isfinite(*sampling.topP))
        body["top_p"] = *sampling.topP;
    if (sampling.seed && profile.seed)
        body["seed"] = *sampling.seed;
    if (!sampling.stop.empty())
        body["stop"] = sampling.stop;
}

Result<void> addSchema(Json& body, const ProviderProfile& profile, const ChatRequest& request) {
    TRY(checkSchema(request.schema));
    Json schema = Json::parse(request.schema, nullptr, false);
    if (schema.is_discarded()) // what the check mended
        return fail(ErrorCode::InvalidInput, "the schema is not strict JSON");
    if (profile.structured == StructuredOutput::JsonObject) {
        body["response_format"] = {{"type", "json_object"}, {"schema", std::move(schema)}};
        return {};
    }
    body["response_format"] = {
        {"type", "json_schema"},
        {"json_schema",
         {{"name", request.schemaName.empty() ? "answer" : request.schemaName},
          {"strict", true},
          {"schema", std::move(schema)}}}};
    return {};
}

void readUsage(JsonValue usage, Usage& into) {
    setIfGiven(into.in, usage["prompt_tokens"]);
    setIfGiven(into.out, usage["completion_tokens"]);
    setIfGiven(into.cached, usage["prompt_cache_hit_tokens"]); // DeepSeek
    setIfGiven(into.cached, usage["prompt_tokens_details"]["cached_tokens"]);
    setIfGiven(into.reasoning, usage["completion_tokens_details"]["reasoning_tokens"]);
}

void readHead(JsonValue root, ReplyDraft& draft) {
    setIfGiven(draft.servedModel, root["model"]);
    setIfGiven(draft.fingerprint, root["system_fingerprint"]);
    readUsage(root["usage"], draft.usage);
}

// A message, or a delta of one.
Result<std::string> readMessage(const ProviderProfile& profile, JsonValue message,
                                ReplyDraft& draft) {
    std::string text = TRY(readContent(message["content"]));
    draft.text += text;
    // Servers that know both names may send the same text under each.
    for (const std::string& field : profile.reasoningFields) {
        const auto reasoning = message[field].string();
        if (reasoning && !reasoning->empty()) {
            draft.reasoning += *reasoning;
            break;
        }
    }
    if (const auto refusal = message["refusal"].string())
        draft.refusal += *refusal;
    return text;
}

} // namespace

Result<std::string> encodeOpenAi(const Endpoint& endpoint, const ChatRequest& request) {
    const ProviderProfile& profile = *endpoint.profile;
    Json body{{"model", endpoint.apiModel},
              {"messages", encodeMessages(arrange(profile, request.messages))}};
    addSampling(body, profile, request.sampling);
    const bool structured = profile.structured == StructuredOutput::JsonSchema ||
                            profile.structured == StructuredOutput::JsonObject;
    if (structured && !request.schema.empty())
        TRY(addSchema(body, profile, request));
    if (request.stream) {
        body["stream"] = true;
        if (profile.streamUsage)
            body["stream_options"] = {{"include_usage", true}};
    }
    return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<void> readOpenAi(const ProviderProfile& profile, JsonValue root, ReplyDraft& draft) {
    readHead(root, draft);
    const JsonValue choice = root["choices"].at(0);
    if (choice.kind() != JsonValue::Kind::Object)
        return fail(ErrorCode::Corrupt, "the answer has no choices");
    const JsonValue message = choice["message"];
    if (message.kind() != JsonValue::Kind::Object)
        return fail(ErrorCode::Corrupt,
                    fmt::format("the answer's message is {}, not an object", message.kindName()));
    TRY(readMessage(profile, message, draft));
    setIfGiven(draft.finishReason, choice["finish_reason"]);
    return {};
}

// The last chunk has the usage and no choices; others than the first choice were not asked for.
Result<std::string> addOpenAi(const ProviderProfile& profile, JsonValue root, ReplyDraft& draft) {
    readHead(root, draft);
    const JsonValue choice = root["choices"].at(0);
    if (countIn(choice["index"]).value_or(0) != 0)
        return std::string();
    setIfGiven(draft.finishReason, choice["finish_reason"]);
    return readMessage(profile, choice["delta"], draft);
}

} // namespace agon::llm
