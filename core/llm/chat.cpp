#include "core/llm/chat.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace agon {
namespace {

using Json = nlohmann::json; // sorts its keys

// JSON has no NaN and no infinity, so they count as not set.
void put(Json& out, const char* key, const std::optional<double>& value) {
    if (value && std::isfinite(*value))
        out[key] = *value;
}

std::optional<double> numberOf(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number())
        return std::nullopt;
    return found->get<double>();
}

std::optional<std::int64_t> integerOf(const Json& object, const char* key) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer())
        return std::nullopt;
    if (found->is_number_unsigned() && found->get<std::uint64_t>() > most)
        return std::nullopt;
    return found->get<std::int64_t>();
}

// Servers take one text as well as a list of them.
std::vector<std::string> stopOf(const Json& object) {
    const auto found = object.find("stop");
    if (found == object.end())
        return {};
    if (const auto* one = found->get_ptr<const std::string*>())
        return {*one};
    if (!found->is_array())
        return {};
    std::vector<std::string> out;
    for (const Json& entry : *found) {
        const auto* text = entry.get_ptr<const std::string*>();
        if (!text)
            return {};
        out.push_back(*text);
    }
    return out;
}

} // namespace

std::string canonical(const Sampling& sampling) {
    Json out = Json::object();
    out["max_tokens"] = sampling.maxTokens;
    if (!sampling.stop.empty())
        out["stop"] = sampling.stop;
    put(out, "temperature", sampling.temperature);
    put(out, "top_p", sampling.topP);
    // Stop texts may be a person's raw bytes; replacing them is what keeps dump() from throwing.
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Sampling samplingFrom(std::string_view json) {
    Sampling out;
    const Json object = Json::parse(json, nullptr, false);
    if (!object.is_object())
        return out;
    out.temperature = numberOf(object, "temperature");
    out.topP = numberOf(object, "top_p");
    out.seed = integerOf(object, "seed");
    const auto tokens = integerOf(object, "max_tokens");
    if (tokens && *tokens >= 1 && *tokens <= std::numeric_limits<int>::max())
        out.maxTokens = static_cast<int>(*tokens);
    out.stop = stopOf(object);
    return out;
}

std::string_view callFailureName(CallFailure failure) {
    switch (failure) {
    case CallFailure::Unreachable:
        return "unreachable";
    case CallFailure::TimedOut:
        return "timed_out";
    case CallFailure::Cut:
        return "cut";
    case CallFailure::Refused:
        return "refused";
    case CallFailure::Quota:
        return "quota";
    case CallFailure::BadRequest:
        return "bad_request";
    case CallFailure::RateLimited:
        return "rate_limited";
    case CallFailure::ServerFailed:
        return "server_failed";
    case CallFailure::Unreadable:
        return "unreadable";
    case CallFailure::Untrusted:
        return "untrusted";
    case CallFailure::NoKey:
        return "no_key";
    case CallFailure::Cancelled:
        return "cancelled";
    }
    return "unknown";
}

} // namespace agon
