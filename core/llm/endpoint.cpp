#include "core/llm/endpoint.h"

#include <algorithm>

namespace agon {
namespace {

using Price = std::optional<double>;
using Count = std::optional<std::int64_t>;

// A price of nothing, or a count of none, makes the other one irrelevant.
std::optional<double> part(const Price& price, const Count& count) {
    constexpr double million = 1e6;
    if (price == 0.0 || count == 0)
        return 0;
    if (!price || !count)
        return std::nullopt;
    return *price * static_cast<double>(*count) / million;
}

// What a server cannot have meant is not known.
Count sane(const Count& count) {
    return count && *count >= 0 ? count : std::nullopt;
}

std::optional<double> sum(const std::optional<double>& a, const std::optional<double>& b) {
    return a && b ? std::optional(*a + *b) : std::nullopt;
}

std::optional<double> costOfPrompt(const TokenPrice& price, const Usage& usage) {
    const Count in = sane(usage.in);
    if (!price.cached || price.cached == price.in)
        return part(price.in, in);
    Count cached = sane(usage.cached);
    if (in)
        cached = in == 0 ? Count(0) : cached ? Count(std::min(*cached, *in)) : std::nullopt;
    const Count fresh = in && cached ? Count(*in - *cached) : std::nullopt;
    return sum(part(price.in, fresh), part(price.cached, cached));
}

} // namespace

std::optional<double> costOf(const TokenPrice& price, const Usage& usage) {
    return sum(costOfPrompt(price, usage), part(price.out, sane(usage.out)));
}

TokenCeiling ceilingOf(std::int64_t promptBytes, std::int64_t messages, int maxTokens) {
    constexpr std::int64_t bytesAToken = 3;
    constexpr std::int64_t tokensAMessage = 16;
    const std::int64_t whole = promptBytes / bytesAToken;
    const std::int64_t rest = promptBytes % bytesAToken != 0 ? 1 : 0;
    return {whole + rest + tokensAMessage * messages, maxTokens};
}

} // namespace agon
