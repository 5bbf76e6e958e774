#include "core/llm/endpoint.h"

namespace agon {

std::optional<double> costOf(const TokenPrice& price, const Usage& usage) {
    if (!price.in || !price.out || !usage.in || !usage.out)
        return std::nullopt;
    const auto cached = static_cast<double>(usage.cached.value_or(0));
    const auto fresh = static_cast<double>(*usage.in) - cached;
    constexpr double million = 1e6;
    return (fresh * *price.in + cached * price.cached.value_or(*price.in) +
            static_cast<double>(*usage.out) * *price.out) /
           million;
}

TokenCeiling ceilingOf(std::int64_t promptBytes, std::int64_t messages, int maxTokens) {
    constexpr std::int64_t bytesPerToken = 3;
    constexpr std::int64_t tokensPerMessage = 16; // roles and marks of the chat template
    return {(promptBytes + bytesPerToken - 1) / bytesPerToken + tokensPerMessage * messages,
            maxTokens};
}

} // namespace agon
