#include "tests/support/fake_llm/service.h"

#include "tests/support/fake_llm/answers.h"
#include "tests/support/fake_llm/chance.h"
#include "tests/support/fake_llm/faults.h"
#include "tests/support/fake_llm/forms.h"
#include "tests/support/fake_llm/json_skim.h"

#include <array>
#include <cstdio>

namespace fake {
namespace {

constexpr std::string_view openAiPath = "/v1/chat/completions";
constexpr std::string_view anthropicPath = "/v1/messages";

bool isChat(const Request& request) {
    return request.method == "POST" &&
           (request.path == openAiPath || request.path == anthropicPath);
}

// Ends of pieces of `size` bytes; of size 0, the ends of the events.
std::vector<std::size_t> piecesOf(const std::vector<std::string>& events, std::size_t size) {
    std::vector<std::size_t> out;
    std::size_t end = 0;
    for (const std::string& event : events) {
        end += event.size();
        if (size == 0)
            out.push_back(end);
    }
    for (std::size_t at = size; size > 0 && at < end; at += size)
        out.push_back(at);
    if (size > 0)
        out.push_back(end);
    return out;
}

} // namespace

Service::Service(const Options& options)
    : m_options(options)
    , m_script(options.script)
    , m_rate(options.ratePerWindow, options.rateWindowSeconds)
    , m_batches([this](std::string_view path, const std::string& body) {
        const ChatAsk ask = readChat(body, false);
        const Rule* rule = m_script.match({path, ask.model, body, ask.bodyHash});
        if (rule && rule->fault == "batch_line")
            return errorReply(rule->status, "this line failed", "server_error");
        return chat(ask, nullptr);
    }) {}

Reply Service::answer(const Request& request) {
    if (request.path.starts_with("/control/"))
        return control(request);
    m_stats.began(request.path);
    const bool anthropic = request.path == anthropicPath;
    if (!m_options.key.empty() && request.key != m_options.key)
        return errorReply(401, "Incorrect API key provided", "authentication_error",
                          "invalid_api_key", anthropic);
    Reply limits;
    if (!m_rate.admit(limits)) {
        Reply refused = errorReply(429, "Too many requests", "rate_limit_error",
                                   "rate_limit_exceeded", anthropic);
        refused.headers = std::move(limits.headers);
        return refused;
    }
    Reply out = answerAllowed(request);
    out.headers.insert(out.headers.end(), limits.headers.begin(), limits.headers.end());
    return out;
}

Reply Service::answerAllowed(const Request& request) {
    const bool anthropic = request.path == anthropicPath;
    const ChatAsk ask = readChat(request.body, anthropic);
    const Rule* rule = m_script.match({request.path, ask.model, request.body, ask.bodyHash});
    Reply out;
    if (rule && isWholeFault(rule->fault))
        out = wholeFault(*rule, anthropic);
    else if (isChat(request))
        out = chat(ask, rule);
    else if (request.path == "/v1/models" && request.method == "GET")
        out = models();
    else if (request.path == "/v1/embeddings" && request.method == "POST")
        out = embeddings(request.body);
    else
        out = m_batches.answer(request, rule);
    delay(out, request.body, rule);
    if (out.fault)
        m_stats.fault();
    return out;
}

void Service::goesOut(const Request& request, const Reply& reply) {
    if (!isChat(request) || reply.status != 200 || reply.delivery == Delivery::Close ||
        reply.delivery == Delivery::Silent)
        return;
    const ChatAsk ask = readChat(request.body, request.path == anthropicPath);
    m_stats.answered(ask.model, ask.bodyHash);
}

Reply Service::control(const Request& request) {
    Reply out;
    if (request.path == "/control/reset") {
        m_stats.reset();
        m_script.reset();
        out.body = "{}";
    } else {
        out.body = statsJson();
    }
    return out;
}

std::string Service::textFor(const ChatAsk& ask, const Rule* rule) {
    const std::string_view fault = rule ? std::string_view(rule->fault) : "";
    if (fault == "text")
        return rule->text;
    if (fault == "no_verdict")
        return noVerdictText();
    if (!ask.model.starts_with("judge") && ask.schema.empty())
        return fighterText(ask, m_options.bytes);
    if (m_options.noVerdictFirst > 0 &&
        m_stats.timesAsked(ask.bodyHash) <= m_options.noVerdictFirst)
        return noVerdictText();
    return judgeText(ask, m_options.judge);
}

Reply Service::chat(const ChatAsk& ask, const Rule* rule) {
    if (ask.model.empty() || ask.lastUser.data() == nullptr)
        return errorReply(400, "a model and a message of a user are needed", {}, {}, ask.anthropic);
    const std::string text = textFor(ask, rule);
    FormOptions form;
    form.usage = m_options.usage;
    Reply out;
    if (ask.stream && !m_options.plainStream) {
        const std::vector<std::string> events = streamForm(ask, text, form);
        out.contentType = "text/event-stream";
        out.delivery = Delivery::Pieces;
        out.pieceSeconds = m_options.pieceSeconds;
        out.ends = piecesOf(events, m_options.pieceBytes);
        for (const std::string& event : events)
            out.body += event;
    } else {
        out.body = wholeForm(ask, text, form);
    }
    return rule ? spoilt(std::move(out), ask, *rule) : out;
}

Reply Service::models() const {
    Reply out;
    out.body = R"({"object":"list","data":[)";
    for (const std::string& model : m_options.models) {
        if (!out.body.ends_with('['))
            out.body += ',';
        out.body += R"({"id":)" + quoted(model) +
                    R"(,"object":"model","created":1764460800,"owned_by":"fake"})";
    }
    out.body += "]}";
    return out;
}

// Texts with words in common have vectors that point the same way.
Reply Service::embeddings(std::string_view body) {
    constexpr std::size_t dimensions = 16;
    Reply out;
    out.body = R"({"object":"list","data":[)";
    std::size_t index = 0;
    const auto add = [&](std::string_view written) {
        std::array<double, dimensions> vector{};
        std::string_view text = between(written);
        while (!text.empty()) {
            const std::size_t blank = text.find(' ');
            const std::uint64_t word = hashOf(text.substr(0, blank));
            vector[word % dimensions] += 1;
            text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
        }
        out.body += index == 0 ? "" : ",";
        out.body +=
            R"({"object":"embedding","index":)" + std::to_string(index++) + R"(,"embedding":[)";
        for (std::size_t i = 0; i < dimensions; ++i)
            out.body += (i == 0 ? "" : ",") + std::to_string(vector[i]);
        out.body += "]}";
    };
    const std::string_view input = memberOf(body, "input");
    if (input.starts_with('"'))
        add(input);
    else
        eachElement(input, add);
    out.body += R"(],"model":)" + quoted(between(memberOf(body, "model"))) +
                R"(,"usage":{"prompt_tokens":)" + std::to_string(tokensOf(body.size())) +
                R"(,"total_tokens":)" + std::to_string(tokensOf(body.size())) + "}}";
    return out;
}

void Service::delay(Reply& reply, std::string_view body, const Rule* rule) const {
    reply.delaySeconds = m_options.latencySeconds;
    if (m_options.jitterSeconds > 0)
        reply.delaySeconds += m_options.jitterSeconds * share(mixed(hashOf(body), 17));
    if (rule && rule->fault == "slow")
        reply.delaySeconds += rule->milliseconds / 1000;
}

} // namespace fake
