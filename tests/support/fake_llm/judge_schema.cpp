#include "tests/support/fake_llm/judge_schema.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace fake {
namespace {

using Json = nlohmann::ordered_json;

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char byte) {
        return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    });
    return text;
}

bool isWordFor(const std::string& word, double preference) {
    const auto among = [&](const auto& words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    static constexpr std::array<std::string_view, 6> first{"a",       "a>b", "[[a]]",
                                                           "model_a", "m",   "first"};
    static constexpr std::array<std::string_view, 6> second{"b",       "b>a", "[[b]]",
                                                            "model_b", "n",   "second"};
    static constexpr std::array<std::string_view, 6> neither{"tie",  "c",     "a=b",
                                                             "draw", "[[c]]", "equal"};
    return preference > 0 ? among(first) : preference < 0 ? among(second) : among(neither);
}

Json wordAmong(const Json& choices, const Verdict& verdict) {
    for (const Json& choice : choices)
        if (choice.is_string() && isWordFor(lowered(choice.get<std::string>()), verdict.preference))
            return choice;
    return choices.empty() ? Json() : choices.front();
}

bool isAboutB(const std::string& name) {
    return name.ends_with("b") || name.ends_with("B") || name.ends_with("2");
}

Json valueFor(const Json& schema, const std::string& name, const Verdict& verdict,
              std::string_view explanation);

Json objectFor(const Json& schema, const Verdict& verdict, std::string_view explanation) {
    Json out = Json::object();
    const auto properties = schema.find("properties");
    if (properties == schema.end() || !properties->is_object())
        return out;
    for (const auto& [name, inner] : properties->items())
        out[name] = valueFor(inner, name, verdict, explanation);
    return out;
}

Json valueFor(const Json& schema, const std::string& name, const Verdict& verdict,
              std::string_view explanation) {
    if (!schema.is_object())
        return {};
    if (const auto choices = schema.find("enum"); choices != schema.end() && choices->is_array())
        return wordAmong(*choices, verdict);
    const auto given = schema.find("type");
    const std::string type =
        given != schema.end() && given->is_string() ? given->get<std::string>() : "string";
    if (type == "object")
        return objectFor(schema, verdict, explanation);
    if (type == "array")
        return Json::array();
    if (type == "boolean")
        return true;
    if (type == "integer" || type == "number")
        return isAboutB(name) ? verdict.scoreB : verdict.scoreA;
    return std::string(explanation);
}

} // namespace

std::string verdictObject(std::string_view schema, const Verdict& verdict,
                          std::string_view explanation) {
    const Json parsed = Json::parse(schema, nullptr, false);
    if (!parsed.is_object())
        return "{}";
    return objectFor(parsed, verdict, explanation).dump();
}

} // namespace fake
