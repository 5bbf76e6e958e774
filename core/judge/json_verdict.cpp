#include "core/judge/json_verdict.h"

#include "core/judge/score_verdict.h"
#include "core/text/ascii.h"
#include "core/text/json_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace agon {
namespace {

constexpr std::size_t npos = std::string_view::npos;

// Without a code fence around all of it.
std::string_view unfenced(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with("```")) {
        // "json" is usual behind the marks.
        text.remove_prefix(std::min(text.find_first_of("\n{"), text.size()));
        text = trimmed(text);
        if (text.ends_with("```"))
            text = trimmed(text.substr(0, text.size() - 3));
    }
    return text;
}

// Behind the object that begins at `from`; npos when it does not end.
std::size_t objectEnd(std::string_view text, std::size_t from) {
    std::size_t depth = 0;
    bool inString = false;
    for (std::size_t at = from; at < text.size(); ++at) {
        const char c = text[at];
        if (inString && c == '\\')
            ++at;
        else if (c == '"')
            inString = !inString;
        else if (!inString && c == '{')
            ++depth;
        else if (!inString && c == '}' && --depth == 0)
            return at + 1;
    }
    return npos;
}

// Where a line begins with {, the last ones first.
std::vector<std::size_t> objectStarts(std::string_view text) {
    constexpr std::size_t most = 16;
    std::vector<std::size_t> out;
    for (std::size_t at = text.rfind('{'); at != npos && out.size() < most;) {
        const std::size_t before = at == 0 ? npos : text.find_last_not_of(" \t", at - 1);
        if (before == npos || text[before] == '\n')
            out.push_back(at);
        at = at == 0 ? npos : text.rfind('{', at - 1);
    }
    return out;
}

std::optional<double> readScore(const JsonValue& value, std::string_view key,
                                std::string& problem) {
    const auto number = value.number();
    if (!number)
        problem = value.missing() ? fmt::format("the reply has no {}", key)
                                  : fmt::format("{} is {}, not a number", key, value.kindName());
    return number;
}

// Nothing when the object has nothing to do with verdicts.
std::optional<ParsedVerdict> readObject(const JsonValue& object) {
    std::size_t a = 0;
    std::size_t b = 0;
    std::size_t reasons = 0;
    object.eachMember([&](std::string_view key, const JsonValue&) {
        if (key == "score_a")
            ++a;
        else if (key == "score_b")
            ++b;
        else if (key == "explanation")
            ++reasons;
    });
    if (a + b == 0)
        return std::nullopt;
    ParsedVerdict out;
    out.explanation = trimmed(object["explanation"].string().value_or(std::string_view{}));
    if (a > 1 || b > 1 || reasons > 1) {
        out.problem = fmt::format("the reply gives {} twice", a > 1   ? "score_a"
                                                              : b > 1 ? "score_b"
                                                                      : "explanation");
        return out;
    }
    const auto first = readScore(object["score_a"], "score_a", out.problem);
    if (!first)
        return out;
    const auto second = readScore(object["score_b"], "score_b", out.problem);
    if (second)
        judgeByScores(out, {"score_a", *first}, {"score_b", *second});
    return out;
}

bool standsIn(std::span<const std::string_view> texts, std::string_view part) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](std::string_view text) { return text.find(part) != npos; });
}

} // namespace

ParsedVerdict parseJsonVerdict(std::string_view reply, bool cut,
                               std::span<const std::string_view> shownTexts) {
    const std::string_view text = unfenced(reply);
    JsonRecord record;
    ParsedVerdict out;
    if (const auto whole = record.parseCopy(text);
        whole && whole->kind() == JsonValue::Kind::Object) {
        if (auto verdict = readObject(*whole))
            return std::move(*verdict);
        out.problem = "the reply names no scores";
        return out;
    }
    if (cut) {
        out.problem = "the reply was cut at the token limit before its JSON object ended";
        return out;
    }
    bool repeated = false;
    for (const std::size_t from : objectStarts(text)) {
        const std::size_t to = objectEnd(text, from);
        if (to == npos)
            continue;
        const std::string_view bytes = text.substr(from, to - from);
        const auto object = record.parseCopy(bytes);
        auto verdict = object ? readObject(*object) : std::nullopt;
        if (!verdict)
            continue;
        if (!standsIn(shownTexts, bytes))
            return std::move(*verdict);
        repeated = true;
    }
    out.problem = repeated ? "the reply repeats a verdict of an answer and gives none of its own"
                           : "the reply holds no JSON object with score_a and score_b";
    return out;
}

} // namespace agon
