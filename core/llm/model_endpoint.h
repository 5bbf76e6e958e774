// A model of the registry as an endpoint that can be called.
#pragma once

#include "core/base/result.h"
#include "core/domain/model.h"
#include "core/llm/endpoint.h"
#include "core/llm/provider_profile.h"

#include <memory>
#include <string>
#include <string_view>

namespace agon {

// What Model::limits holds as JSON.
struct ModelLimits {
    EndpointLimits limits;
    CallTimeouts timeouts;
    bool insecureTls = false;

    bool operator==(const ModelLimits&) const = default;
};

// Never fails: what is missing, of a wrong kind or out of range keeps its default.
[[nodiscard]] ModelLimits limitsFrom(std::string_view json);
// One line with sorted keys; what is at its default is left out.
[[nodiscard]] std::string canonical(const ModelLimits& limits);

// Errors: InvalidInput, naming the model and what is missing, for a model that is not called
// (recorded, simulated), has no base URL or API name, or a provider that is not known.
[[nodiscard]] Result<std::shared_ptr<const Endpoint>> endpointOf(const Model& model,
                                                                 const ProviderProfiles& profiles);

} // namespace agon
