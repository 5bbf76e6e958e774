#include "tests/support/fake_llm/forms.h"

#include "tests/support/fake_llm/json_skim.h"

#include <array>
#include <cstdio>

namespace fake {
namespace {

std::string idOf(const ChatAsk& ask, std::string_view prefix) {
    std::array<char, 20> room{};
    std::snprintf(room.data(), room.size(), "%016llx",
                  static_cast<unsigned long long>(ask.bodyHash));
    return std::string(prefix) + room.data();
}

std::string_view anthropicFinish(std::string_view finish) {
    return finish == "length" ? "max_tokens" : "end_turn";
}

std::string openAiUsage(const ChatAsk& ask, std::string_view text) {
    const auto in = tokensOf(ask.body.size());
    const auto out = tokensOf(text.size());
    return R"({"prompt_tokens":)" + std::to_string(in) + R"(,"completion_tokens":)" +
           std::to_string(out) + R"(,"total_tokens":)" + std::to_string(in + out) + "}";
}

std::string openAiHead(const ChatAsk& ask, std::string_view object) {
    std::string out = R"({"id":")" + idOf(ask, "chatcmpl-") + R"(","object":")";
    out += object;
    out += R"(","created":1764460800,"model":")";
    out += ask.model;
    out += R"(","system_fingerprint":"fp_fake")";
    return out;
}

std::string openAiWhole(const ChatAsk& ask, std::string_view text, const FormOptions& options) {
    std::string out = openAiHead(ask, "chat.completion");
    out.reserve(out.size() + text.size() + text.size() / 8 + 256);
    out += R"(,"choices":[{"index":0,"message":{"role":"assistant","content":)";
    appendQuoted(out, text);
    out += R"(,"refusal":null},"logprobs":null,"finish_reason":")";
    out += options.finish;
    out += "\"}]";
    if (options.usage)
        out += R"(,"usage":)" + openAiUsage(ask, text);
    out += '}';
    return out;
}

std::string anthropicWhole(const ChatAsk& ask, std::string_view text, const FormOptions& options) {
    std::string out =
        R"({"id":")" + idOf(ask, "msg_") + R"(","type":"message","role":"assistant","model":")";
    out += ask.model;
    out += R"(","content":[{"type":"text","text":)";
    appendQuoted(out, text);
    out += R"(}],"stop_reason":")";
    out += anthropicFinish(options.finish);
    out += R"(","stop_sequence":null)";
    if (options.usage)
        out += R"(,"usage":{"input_tokens":)" + std::to_string(tokensOf(ask.body.size())) +
               R"(,"output_tokens":)" + std::to_string(tokensOf(text.size())) + "}";
    out += '}';
    return out;
}

// Words with the blanks behind them, a few at a time, as servers send tokens.
std::vector<std::string_view> tokens(std::string_view text) {
    constexpr std::size_t least = 12; // bytes
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t blank = text.find(' ', least);
        const std::size_t size = blank == std::string_view::npos ? text.size() : blank + 1;
        out.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return out;
}

std::vector<std::string> openAiStream(const ChatAsk& ask, std::string_view text,
                                      const FormOptions& options) {
    const std::string head = "data: " + openAiHead(ask, "chat.completion.chunk");
    const auto chunk = [&](const std::string& delta, const std::string& finish) {
        return head + R"(,"choices":[{"index":0,"delta":)" + delta + R"(,"finish_reason":)" +
               finish + "}]}\n\n";
    };
    std::vector<std::string> out;
    out.push_back(chunk(R"({"role":"assistant","content":""})", "null"));
    for (const std::string_view token : tokens(text))
        out.push_back(chunk(R"({"content":)" + quoted(token) + "}", "null"));
    out.push_back(chunk("{}", quoted(options.finish)));
    if (options.usage && ask.usageInStream)
        out.push_back(head + R"(,"choices":[],"usage":)" + openAiUsage(ask, text) + "}\n\n");
    out.emplace_back("data: [DONE]\n\n");
    return out;
}

std::string anthropicEvent(std::string_view type, const std::string& rest) {
    std::string out = "event: ";
    out += type;
    out += "\ndata: {\"type\":\"";
    out += type;
    out += '"';
    out += rest;
    out += "}\n\n";
    return out;
}

std::vector<std::string> anthropicStream(const ChatAsk& ask, std::string_view text,
                                         const FormOptions& options) {
    std::vector<std::string> out;
    const std::string in = std::to_string(tokensOf(ask.body.size()));
    std::string start = R"(,"message":{"id":")" + idOf(ask, "msg_") +
                        R"(","type":"message","role":"assistant","model":")";
    start += ask.model;
    start += R"(","content":[],"stop_reason":null)";
    if (options.usage)
        start += R"(,"usage":{"input_tokens":)" + in + R"(,"output_tokens":1})";
    out.push_back(anthropicEvent("message_start", start + "}"));
    out.push_back(anthropicEvent("content_block_start",
                                 R"(,"index":0,"content_block":{"type":"text","text":""})"));
    out.push_back(anthropicEvent("ping", ""));
    for (const std::string_view token : tokens(text))
        out.push_back(anthropicEvent("content_block_delta",
                                     R"(,"index":0,"delta":{"type":"text_delta","text":)" +
                                         quoted(token) + "}"));
    out.push_back(anthropicEvent("content_block_stop", R"(,"index":0)"));
    std::string end = R"(,"delta":{"stop_reason":")";
    end += anthropicFinish(options.finish);
    end += R"(","stop_sequence":null})";
    if (options.usage)
        end += R"(,"usage":{"output_tokens":)" + std::to_string(tokensOf(text.size())) + "}";
    out.push_back(anthropicEvent("message_delta", end));
    out.push_back(anthropicEvent("message_stop", ""));
    return out;
}

} // namespace

std::string wholeForm(const ChatAsk& ask, std::string_view text, const FormOptions& options) {
    return ask.anthropic ? anthropicWhole(ask, text, options) : openAiWhole(ask, text, options);
}

std::vector<std::string> streamForm(const ChatAsk& ask, std::string_view text,
                                    const FormOptions& options) {
    return ask.anthropic ? anthropicStream(ask, text, options) : openAiStream(ask, text, options);
}

std::string streamError(const ChatAsk& ask) {
    if (ask.anthropic)
        return anthropicEvent("error", R"(,"error":{"type":"overloaded_error","message":"busy"})");
    return "data: {\"error\":{\"message\":\"busy\",\"type\":\"server_error\",\"code\":null}}\n\n";
}

Reply errorReply(int status, std::string_view message, std::string_view type, std::string_view code,
                 bool anthropic) {
    Reply out;
    out.status = status;
    const std::string error = R"({"message":)" + quoted(message) + R"(,"type":)" +
                              quoted(type.empty() ? "invalid_request_error" : type) +
                              R"(,"param":null,"code":)" + (code.empty() ? "null" : quoted(code)) +
                              "}";
    out.body = (anthropic ? R"({"type":"error","error":)" : R"({"error":)") + error + "}";
    return out;
}

} // namespace fake
