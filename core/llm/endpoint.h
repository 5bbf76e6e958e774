// Where a model is reached, what it costs, and how hard it may be pressed.
#pragma once

#include "core/base/ids.h"
#include "core/llm/chat.h"
#include "core/llm/provider_profile.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace agon {

struct EndpointLimits {
    int atOnce = 32; // requests in flight over all replicas; lowered by 429 and 503, raised again
    std::optional<double> requestsPerMinute;
    std::optional<double> tokensPerMinute;
    int retries = 2; // after the first attempt

    bool operator==(const EndpointLimits&) const = default;
};

// Seconds.
struct CallTimeouts {
    double connect = 10;
    double firstByte = 120; // of an answer that is not streamed: all of the thinking
    double idle = 60;       // between two pieces
    double total = 600;

    bool operator==(const CallTimeouts&) const = default;
};

// Dollars per million tokens.
struct TokenPrice {
    std::optional<double> in;
    std::optional<double> out;
    std::optional<double> cached; // not set: as `in`

    bool operator==(const TokenPrice&) const = default;
};

// Shared by all calls to one model; never changed after the first call.
struct Endpoint {
    ModelId model;
    std::string name; // of the model, for messages
    std::shared_ptr<const ProviderProfile> profile;
    std::vector<std::string> baseUrls; // replicas: "https://llm.example.org/v1"
    std::string apiModel;
    std::string keyName; // of an environment variable or keychain entry; never a key. Empty: none
    EndpointLimits limits;
    CallTimeouts timeouts;
    TokenPrice price;
    bool insecureTls = false; // certificates are not checked; only by explicit setting
};

// Dollars; nullopt where a price or a count that matters is not known. `cached` is part of `in`.
[[nodiscard]] std::optional<double> costOf(const TokenPrice& price, const Usage& usage);

// What a request can cost at most: UTF-8 bytes / 3 (rounded up, plus 16 a message) in, the token
// limit out.
struct TokenCeiling {
    std::int64_t in = 0;
    std::int64_t out = 0;
};
[[nodiscard]] TokenCeiling ceilingOf(std::int64_t promptBytes, std::int64_t messages,
                                     int maxTokens);

} // namespace agon
