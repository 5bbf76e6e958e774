#include "tests/support/fake_llm/faults.h"

#include "tests/support/fake_llm/forms.h"

#include <algorithm>

namespace fake {
namespace {

Reply delivered(Delivery delivery) {
    Reply out;
    out.delivery = delivery;
    return out;
}

Reply withStatus(const Rule& rule, bool anthropic) {
    const int status = rule.fault == "status" ? rule.status : 429;
    const std::string message = rule.message.empty() ? "as the script says" : rule.message;
    if (rule.fault == "quota")
        return errorReply(status, message, "insufficient_quota", "insufficient_quota", anthropic);
    const std::string_view type = status == 429   ? "rate_limit_error"
                                  : status >= 500 ? "server_error"
                                                  : "invalid_request_error";
    return errorReply(status, message, type, rule.code, anthropic);
}

// Which piece of a stream `share` of its events end at.
std::size_t endOfEvents(const Reply& stream, double share) {
    const auto wanted = static_cast<std::size_t>(share * static_cast<double>(stream.body.size()));
    const std::size_t end = stream.body.find("\n\n", wanted);
    return end == std::string::npos ? stream.body.size() : end + 2;
}

void truncate(Reply& reply, std::size_t size) {
    reply.body.resize(std::min(size, reply.body.size()));
    std::erase_if(reply.ends, [&](std::size_t end) { return end >= reply.body.size(); });
    if (!reply.ends.empty())
        reply.ends.push_back(reply.body.size());
}

void breakUtf8(std::string& body) {
    // Into the text of the answer, or of the first event with some.
    std::size_t at = body.find("\"content\":\"A");
    at = at == std::string::npos ? body.find("\"text\":\"A") : at;
    at = at == std::string::npos ? body.size() / 2 : body.find('A', body.find(":\"", at));
    if (at + 1 < body.size())
        body[at] = static_cast<char>(0xFF);
}

std::string endless(const ChatAsk& ask) {
    return ask.stream ? streamForm(ask, "on and on ", {})[1] : std::string(64, ' ');
}

} // namespace

bool isWholeFault(std::string_view fault) {
    return fault == "close" || fault == "silent" || fault == "status" || fault == "rate_limited" ||
           fault == "quota" || fault == "redirect" || fault == "content_type";
}

Reply wholeFault(const Rule& rule, bool anthropic) {
    Reply out;
    if (rule.fault == "close") {
        out = delivered(Delivery::Close);
    } else if (rule.fault == "silent") {
        out = delivered(Delivery::Silent);
    } else if (rule.fault == "redirect") {
        out.status = 302;
        out.headers.emplace_back("Location", rule.location);
    } else if (rule.fault == "content_type") {
        out.contentType = "text/html";
        out.body = "<!DOCTYPE html><html><body>Sign in to the network</body></html>";
    } else {
        out = withStatus(rule, anthropic);
    }
    out.headers.insert(out.headers.end(), rule.headers.begin(), rule.headers.end());
    out.fault = true;
    return out;
}

Reply spoilt(Reply good, const ChatAsk& ask, const Rule& rule) {
    good.fault = true;
    if (rule.fault == "cut") {
        good.delivery = Delivery::Cut;
    } else if (rule.fault == "endless") {
        good.delivery = Delivery::Endless;
        good.body = endless(ask);
        good.ends.clear();
    } else if (rule.fault == "truncated_json" || rule.fault == "sse_cut") {
        truncate(good, good.body.size() * 2 / 3);
    } else if (rule.fault == "broken_utf8") {
        breakUtf8(good.body);
    } else if (rule.fault == "empty") {
        truncate(good, 0);
        good.delivery = Delivery::Whole;
    } else if (rule.fault == "huge") {
        good.delivery = Delivery::Endless; // until the reader has had enough
        good.body.assign(std::size_t{64} << 10, ' ');
        good.pieceSeconds = -1; // at full speed
        good.ends = {rule.bytes};
    } else if (rule.fault == "sse_error" && ask.stream) {
        truncate(good, endOfEvents(good, 0.5));
        good.body += streamError(ask);
        good.ends.push_back(good.body.size());
    }
    return good;
}

} // namespace fake
