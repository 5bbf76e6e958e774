#include "core/llm/chat.h"

#include <nlohmann/json.hpp>

#include <array>
#include <limits>

namespace agon {
namespace {

using Json = nlohmann::json; // keys sorted

std::optional<double> numberIn(const Json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number())
        return std::nullopt;
    return found->get<double>();
}

} // namespace

std::string canonical(const Sampling& sampling) {
    Json out = Json::object();
    if (sampling.temperature)
        out["temperature"] = *sampling.temperature;
    if (sampling.topP)
        out["top_p"] = *sampling.topP;
    out["max_tokens"] = sampling.maxTokens;
    if (!sampling.stop.empty())
        out["stop"] = sampling.stop;
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Sampling samplingFrom(std::string_view json) {
    Sampling out;
    const Json given = Json::parse(json, nullptr, false);
    if (!given.is_object())
        return out;
    out.temperature = numberIn(given, "temperature");
    out.topP = numberIn(given, "top_p");
    if (const auto most = numberIn(given, "max_tokens");
        most && *most >= 1 && *most <= std::numeric_limits<int>::max())
        out.maxTokens = static_cast<int>(*most);
    if (const auto stop = given.find("stop"); stop != given.end() && stop->is_array())
        for (const Json& word : *stop)
            if (word.is_string())
                out.stop.push_back(word.get<std::string>());
    return out;
}

std::string_view callFailureName(CallFailure failure) {
    constexpr std::array<std::string_view, 12> names{
        "unreachable",  "timed_out",     "cut",        "refused",   "quota",  "bad_request",
        "rate_limited", "server_failed", "unreadable", "untrusted", "no_key", "cancelled"};
    return names[static_cast<std::size_t>(failure)];
}

} // namespace agon
