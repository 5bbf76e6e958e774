#include "core/rating/quantile.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace agon::rating {

double quantile(std::vector<double>& values, double q) {
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const double at = q * static_cast<double>(values.size() - 1);
    const auto index = static_cast<std::size_t>(at);
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(index);
    std::nth_element(values.begin(), middle, values.end());
    const double low = *middle;
    const double share = at - static_cast<double>(index);
    if (share == 0)
        return low;
    const double high = *std::min_element(middle + 1, values.end());
    if (std::isinf(low) || std::isinf(high))
        return std::isinf(low) ? low : high;
    return low + share * (high - low);
}

Interval percentileInterval(std::vector<double> values) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const std::size_t rounds = values.size();
    std::erase_if(values, [](double value) { return std::isnan(value); });
    const auto boundWith = [&](double unknown, double q) {
        std::vector<double> all = values;
        all.resize(rounds, unknown);
        return quantile(all, q);
    };
    Interval out;
    out.lower = boundWith(-infinity, 0.025);
    out.upper = boundWith(infinity, 0.975);
    out.median = quantile(values, 0.5);
    return out;
}

} // namespace agon::rating
