// Any bytes as what a server sends: nothing breaks, all that comes out is UTF-8, and where a stream
// is divided changes nothing. The first byte chooses what the rest is taken for.
#include "core/llm/dialect.h"
#include "core/text/repair.h"
#include "fuzz_check.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace agon;
using fuzz::check;

namespace {

void checkText(std::string_view text) {
    check(!repairText(text).changed(), "what comes out is sound UTF-8");
}

ProviderProfile profileOf(Dialect dialect) {
    ProviderProfile profile;
    profile.dialect = dialect;
    profile.reasoningFields = {"reasoning_content", "reasoning"};
    return profile;
}

void checkReply(const Result<ChatReply>& reply) {
    if (!reply) {
        checkText(reply.error().message);
        return;
    }
    for (const std::string& text :
         {reply->text, reply->reasoning, reply->servedModel, reply->fingerprint})
        checkText(text);
    check(reply->usage.in.value_or(0) >= 0 && reply->usage.out.value_or(0) >= 0,
          "counts are not negative");
}

struct Parsed {
    std::vector<SseEvent> events;
    bool sound = true;
    bool operator==(const Parsed&) const = default;
};

// Divided after as many bytes as the stream's own bytes say, or not at all.
Parsed parse(std::string_view stream, bool divided) {
    SseParser parser(64);
    Parsed out;
    for (std::size_t at = 0; at < stream.size() && out.sound;) {
        const std::size_t count =
            divided ? static_cast<unsigned char>(stream[at]) % 7U + 1 : stream.size();
        out.sound = parser.feed(stream.substr(at, count), out.events).has_value();
        at += count;
    }
    out.sound = parser.finish(out.events).has_value() && out.sound;
    return out;
}

void checkStream(const ProviderProfile& profile, std::string_view stream) {
    check(parse(stream, false) == parse(stream, true), "where a stream is divided changes nothing");
    SseParser parser;
    std::vector<SseEvent> events;
    if (!parser.feed(stream, events) || !parser.finish(events))
        return;
    StreamedReply reply(profile);
    for (const SseEvent& event : events) {
        const auto piece = reply.add(event);
        checkText(piece ? *piece : piece.error().message);
        check(!piece || !reply.serverError(), "an error of the server fails");
        if (!piece)
            return;
    }
    checkReply(std::move(reply).finish());
}

void checkError(const WireError& error) {
    for (const std::string& text : {error.message, error.code, error.type}) {
        checkText(text);
        check(text.find('\n') == std::string::npos, "an error is one line");
        check(text.size() <= 1200, "an error is short");
    }
}

void checkEmbeddings(std::string_view body) {
    for (const std::size_t count : {0U, 1U, 2U, 3U}) {
        const auto vectors = decodeEmbeddings(body, count);
        if (!vectors)
            continue;
        check(vectors->size() == count, "there is one embedding for each text");
        for (const auto& vector : *vectors)
            check(vector.size() == vectors->front().size() && !vector.empty() &&
                      std::all_of(vector.begin(), vector.end(),
                                  [](float value) { return std::isfinite(value); }),
                  "embeddings are finite and of one length");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view rest = fuzz::asText(data + 1, size - 1);
    switch (data[0] % 7U) {
    case 0:
        checkStream(profileOf(Dialect::OpenAi), rest);
        break;
    case 1:
        checkStream(profileOf(Dialect::Anthropic), rest);
        break;
    case 2:
        checkReply(decodeChat(profileOf(Dialect::OpenAi), rest));
        break;
    case 3:
        checkReply(decodeChat(profileOf(Dialect::Anthropic), rest));
        break;
    case 4:
        checkError(decodeError(rest));
        break;
    case 5:
        if (const auto models = decodeModels(rest))
            std::for_each(models->begin(), models->end(), checkText);
        break;
    default:
        checkEmbeddings(rest);
        break;
    }
    return 0;
}
