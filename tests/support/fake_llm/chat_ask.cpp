#include "tests/support/fake_llm/chat_ask.h"

#include "tests/support/fake_llm/chance.h"
#include "tests/support/fake_llm/json_skim.h"

namespace fake {
namespace {

std::string_view textOf(std::string_view content) {
    if (content.starts_with('"'))
        return between(content);
    std::string_view last; // of a list of parts
    eachElement(content, [&](std::string_view part) {
        if (const std::string_view text = between(memberOf(part, "text")); !text.empty())
            last = text;
    });
    return last;
}

std::string_view schemaOf(std::string_view body, bool anthropic) {
    if (anthropic)
        return memberOf(memberOf(memberOf(body, "output_config"), "format"), "schema");
    return memberOf(memberOf(memberOf(body, "response_format"), "json_schema"), "schema");
}

} // namespace

ChatAsk readChat(std::string_view body, bool anthropic) {
    ChatAsk out;
    out.anthropic = anthropic;
    out.body = body;
    out.bodyHash = hashOf(body);
    out.model = between(memberOf(body, "model"));
    eachElement(memberOf(body, "messages"), [&](std::string_view message) {
        if (between(memberOf(message, "role")) == "user")
            out.lastUser = textOf(memberOf(message, "content"));
    });
    out.seed = integer(memberOf(body, "seed")).value_or(0);
    out.stream = memberOf(body, "stream") == "true";
    out.usageInStream =
        anthropic || memberOf(memberOf(body, "stream_options"), "include_usage") == "true";
    out.schema = schemaOf(body, anthropic);
    return out;
}

std::int64_t tokensOf(std::size_t bytes) {
    return static_cast<std::int64_t>((bytes + 3) / 4);
}

} // namespace fake
