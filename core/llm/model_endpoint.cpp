#include "core/llm/model_endpoint.h"

#include "core/llm/trust.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <optional>

namespace agon {
namespace {

using Json = nlohmann::json; // sorts its keys

void take(const Json& object, const char* key, double least, double most, double& value) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number())
        return;
    const double number = found->get<double>();
    if (std::isfinite(number) && number >= least && number <= most)
        value = number;
}

void take(const Json& object, const char* key, int least, int most, int& value) {
    double number = value;
    take(object, key, least, most, number);
    value = static_cast<int>(number);
}

void take(const Json& object, const char* key, std::optional<double>& value) {
    double number = 0;
    take(object, key, 0.001, 1e12, number);
    if (number > 0)
        value = number;
}

template <class T>
void put(Json& out, const char* key, const T& value, const T& usual) {
    if (value != usual)
        out[key] = value;
}

void put(Json& out, const char* key, const std::optional<double>& value) {
    if (value)
        out[key] = *value;
}

} // namespace

ModelLimits limitsFrom(std::string_view json) {
    ModelLimits out;
    const Json object = Json::parse(json, nullptr, false);
    if (!object.is_object())
        return out;
    constexpr double longest = 86'400;
    take(object, "at_once", 1, 4096, out.limits.atOnce);
    take(object, "requests_per_minute", out.limits.requestsPerMinute);
    take(object, "tokens_per_minute", out.limits.tokensPerMinute);
    take(object, "retries", 0, 20, out.limits.retries);
    take(object, "connect_seconds", 0.1, longest, out.timeouts.connect);
    take(object, "first_byte_seconds", 0.1, longest, out.timeouts.firstByte);
    take(object, "idle_seconds", 0.1, longest, out.timeouts.idle);
    take(object, "total_seconds", 0.1, longest, out.timeouts.total);
    if (const auto found = object.find("insecure_tls");
        found != object.end() && found->is_boolean())
        out.insecureTls = found->get<bool>();
    return out;
}

std::string canonical(const ModelLimits& limits) {
    const ModelLimits usual;
    Json out = Json::object();
    put(out, "at_once", limits.limits.atOnce, usual.limits.atOnce);
    put(out, "requests_per_minute", limits.limits.requestsPerMinute);
    put(out, "tokens_per_minute", limits.limits.tokensPerMinute);
    put(out, "retries", limits.limits.retries, usual.limits.retries);
    put(out, "connect_seconds", limits.timeouts.connect, usual.timeouts.connect);
    put(out, "first_byte_seconds", limits.timeouts.firstByte, usual.timeouts.firstByte);
    put(out, "idle_seconds", limits.timeouts.idle, usual.timeouts.idle);
    put(out, "total_seconds", limits.timeouts.total, usual.timeouts.total);
    put(out, "insecure_tls", limits.insecureTls, usual.insecureTls);
    return out.dump();
}

Result<std::shared_ptr<const Endpoint>> endpointOf(const Model& model,
                                                   const ProviderProfiles& profiles) {
    const auto refuse = [&](std::string_view what) {
        return fail(ErrorCode::InvalidInput, fmt::format("“{}” {}", model.name, what));
    };
    if (model.kind == ModelKind::Recorded)
        return refuse("is recorded: there is no server to ask. Edit it into an endpoint, or choose "
                      "another model");
    if (model.kind == ModelKind::Simulated)
        return refuse("is simulated: there is no server to ask. Choose a model with an endpoint");
    if (model.baseUrls.empty())
        return refuse("has no base URL; edit it, for example --base-url http://127.0.0.1:8000/v1");
    for (const std::string& url : model.baseUrls)
        TRY(originOf(url));
    if (model.apiModel.empty())
        return refuse("has no API name; edit it and give the name that its server knows");
    const std::string provider =
        model.provider.empty() ? guessProvider(model.baseUrls.front()) : model.provider;
    auto out = std::make_shared<Endpoint>();
    out->profile = profiles.find(provider);
    if (!out->profile)
        return refuse(fmt::format("names the provider “{}”, which is not known here", provider));
    const ModelLimits limits = limitsFrom(model.limits);
    out->model = model.id;
    out->name = model.name;
    out->baseUrls = model.baseUrls;
    out->apiModel = model.apiModel;
    out->keyName = model.keyVariable;
    out->limits = limits.limits;
    out->timeouts = limits.timeouts;
    out->insecureTls = limits.insecureTls;
    out->price = {model.priceIn, model.priceOut, model.priceCached};
    return std::shared_ptr<const Endpoint>(std::move(out));
}

} // namespace agon
