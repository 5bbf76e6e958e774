#include "core/llm/dialect.h"

#include "core/llm/dialect_forms.h"
#include "core/text/ascii.h"
#include "core/text/measure.h"
#include "core/text/repair.h"

#include <fmt/format.h>

#include <array>

namespace agon {
namespace llm {
namespace {

// The names that servers of both dialects use.
Finish finishNamed(std::string_view reason) {
    using Names = std::pair<std::string_view, Finish>;
    static constexpr std::array names{
        Names{"", Finish::Stop},           Names{"stop", Finish::Stop},
        Names{"eos", Finish::Stop},        Names{"eos_token", Finish::Stop},
        Names{"end_turn", Finish::Stop},   Names{"stop_sequence", Finish::Stop},
        Names{"length", Finish::Length},   Names{"max_tokens", Finish::Length},
        Names{"refusal", Finish::Refused}, Names{"model_context_window_exceeded", Finish::Length},
        Names{"safety", Finish::Filtered}, Names{"content_filter", Finish::Filtered},
    };
    const auto* found = std::find_if(names.begin(), names.end(),
                                     [&](const Names& name) { return name.first == reason; });
    return found == names.end() ? Finish::Other : found->second;
}

// Servers without a reasoning parser leave the block in the text. One that was cut before its end
// is all reasoning and no answer.
void takeThinking(ChatReply& reply) {
    constexpr std::string_view opening = "<think>";
    constexpr std::string_view closing = "</think>";
    const std::string text = trimmed(reply.text).starts_with(opening) ? reply.text : std::string();
    if (text.empty())
        return;
    const std::size_t from = text.find(opening) + opening.size();
    const std::size_t end = text.find(closing, from);
    if (end == std::string::npos && reply.finish != Finish::Length)
        return;
    const std::string_view all = text;
    if (!reply.reasoning.empty())
        reply.reasoning += '\n';
    reply.reasoning += trimmed(all.substr(from, end - from));
    reply.text.clear();
    if (end == std::string::npos)
        return;
    const std::string_view answer = all.substr(end + closing.size());
    if (const std::string_view kept = trimmed(answer); !kept.empty())
        reply.text = answer.substr(static_cast<std::size_t>(kept.data() - answer.data()));
}

std::string joined(std::string_view first, std::string_view second) {
    return fmt::format("{}{}{}", first, first.empty() || second.empty() ? "" : "\n\n", second);
}

} // namespace

Conversation arrange(const ProviderProfile& profile, const std::vector<ChatMessage>& messages) {
    Conversation out;
    for (const ChatMessage& message : messages) {
        if (message.role == ChatRole::System)
            out.system = joined(out.system, message.text);
        else
            out.turns.push_back(message);
    }
    if (profile.systemRole || out.system.empty())
        return out;
    const auto user = std::find_if(out.turns.begin(), out.turns.end(),
                                   [](const auto& turn) { return turn.role == ChatRole::User; });
    if (user == out.turns.end())
        out.turns.insert(out.turns.begin(), ChatMessage{ChatRole::User, out.system});
    else
        user->text = joined(out.system, user->text);
    out.system.clear();
    return out;
}

Result<void> checkSchema(std::string_view schema) {
    JsonRecord record;
    const auto root = record.parseCopy(schema);
    if (!root)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("the schema cannot be used: {}", root.error().message));
    if (root->kind() != JsonValue::Kind::Object)
        return fail(ErrorCode::InvalidInput, "the schema is no JSON object");
    return {};
}

Result<JsonValue> parse(JsonRecord& record, std::string_view bytes) {
    if (bytes.empty())
        return fail(ErrorCode::Corrupt, "it is empty");
    const auto root = record.parseCopy(bytes);
    if (root)
        return *root;
    constexpr std::size_t quoted = 80;
    return fail(ErrorCode::Corrupt,
                fmt::format("it is not whole JSON: “{}”",
                            snippet(repairText(bytes.substr(0, 4 * quoted)).take(), quoted)));
}

std::optional<std::int64_t> countIn(JsonValue value) {
    const auto count = value.kind() == JsonValue::Kind::Number ? value.integer() : std::nullopt;
    return count && *count >= 0 ? count : std::nullopt;
}

Result<std::string> readContent(JsonValue content) {
    if (content.nothing())
        return std::string();
    if (const auto text = content.string())
        return std::string(*text);
    if (content.kind() != JsonValue::Kind::Array)
        return fail(ErrorCode::Corrupt,
                    fmt::format("the content is {}, not a text", content.kindName()));
    std::string out;
    content.eachElement([&](JsonValue part) {
        const auto inner = part["text"].string();
        out += part.string().value_or(inner.value_or(std::string_view()));
    });
    return out;
}

void setIfGiven(std::string& into, JsonValue value) {
    const auto text = value.string();
    if (text && !text->empty())
        into = *text;
}

void setIfGiven(std::optional<std::int64_t>& into, JsonValue value) {
    if (const auto count = countIn(value))
        into = count;
}

Result<ChatReply> finished(ReplyDraft draft) {
    ChatReply out;
    out.finish = finishNamed(draft.finishReason);
    if (!draft.refusal.empty()) {
        out.finish = Finish::Refused;
        if (draft.text.empty())
            draft.text = std::move(draft.refusal);
    }
    out.text = std::move(draft.text);
    out.reasoning = std::move(draft.reasoning);
    out.usage = draft.usage;
    out.servedModel = std::move(draft.servedModel);
    out.fingerprint = std::move(draft.fingerprint);
    out.marks = draft.marks;
    takeThinking(out);
    return out;
}

} // namespace llm

std::string joinUrl(std::string_view baseUrl, std::string_view path) {
    while (baseUrl.ends_with('/'))
        baseUrl.remove_suffix(1);
    while (path.starts_with('/'))
        path.remove_prefix(1);
    return fmt::format("{}/{}", baseUrl, path);
}

std::vector<HttpHeader> requestHeaders(const ProviderProfile& profile, bool stream) {
    std::vector<HttpHeader> out{{"Content-Type", "application/json"},
                                {"Accept", stream ? "text/event-stream" : "application/json"}};
    if (profile.dialect == Dialect::Anthropic)
        out.push_back({"anthropic-version", "2023-06-01"});
    return out;
}

Result<HttpHeader> authorizationHeader(const ProviderProfile& profile, std::string_view key) {
    if (key.empty() || !isPrintableWord(key))
        return fail(ErrorCode::InvalidInput,
                    "the key is empty, or has blanks, line ends or other characters that no key "
                    "has; set it again");
    if (profile.dialect == Dialect::Anthropic)
        return HttpHeader{"x-api-key", std::string(key)};
    return HttpHeader{"Authorization", fmt::format("Bearer {}", key)};
}

Result<std::string> encodeChat(const Endpoint& endpoint, const ChatRequest& request) {
    return endpoint.profile->dialect == Dialect::Anthropic ? llm::encodeAnthropic(endpoint, request)
                                                           : llm::encodeOpenAi(endpoint, request);
}

Result<ChatReply> decodeChat(const ProviderProfile& profile, std::string_view body) {
    JsonRecord record;
    const JsonValue root = TRY(llm::parse(record, body));
    // Proxies send errors with status 200.
    if (llm::tellsError(root))
        return llm::failWith(llm::readError(root));
    if (root.kind() != JsonValue::Kind::Object)
        return fail(ErrorCode::Corrupt,
                    fmt::format("the answer is {}, not an object", root.kindName()));
    llm::ReplyDraft draft;
    draft.marks = record.marks();
    if (profile.dialect == Dialect::Anthropic)
        TRY(llm::readAnthropic(root, draft));
    else
        TRY(llm::readOpenAi(profile, root, draft));
    return llm::finished(std::move(draft));
}

StreamedReply::StreamedReply(const ProviderProfile& profile)
    : m_profile(profile)
    , m_draft(std::make_unique<llm::ReplyDraft>()) {}
StreamedReply::~StreamedReply() = default;
StreamedReply::StreamedReply(StreamedReply&&) noexcept = default;
StreamedReply& StreamedReply::operator=(StreamedReply&&) noexcept = default;

Result<std::string> StreamedReply::add(const SseEvent& event) {
    if (m_draft->complete)
        return std::string();
    if (event.data == "[DONE]") {
        m_draft->complete = true;
        return std::string();
    }
    const JsonValue root = TRY(llm::parse(m_record, event.data));
    if (event.name == "error" || llm::tellsError(root)) {
        m_serverError = llm::readError(root);
        return llm::failWith(*m_serverError);
    }
    if (root.kind() != JsonValue::Kind::Object)
        return fail(ErrorCode::Corrupt,
                    fmt::format("an event is {}, not an object", root.kindName()));
    m_draft->marks |= m_record.marks();
    return m_profile.dialect == Dialect::Anthropic ? llm::addAnthropic(root, *m_draft)
                                                   : llm::addOpenAi(m_profile, root, *m_draft);
}

bool StreamedReply::complete() const {
    return m_draft->complete;
}

// Some servers close the connection instead of sending [DONE].
Result<ChatReply> StreamedReply::finish() && {
    if (!m_draft->complete && m_draft->finishReason.empty())
        return fail(ErrorCode::Corrupt, "the reply ended in the middle");
    return llm::finished(std::move(*m_draft));
}

} // namespace agon
