// Percentiles of bootstrap rounds, which may be infinite.
#pragma once

#include <vector>

namespace agon::rating {

struct Interval {
    double median = 0;
    double lower = 0; // 2.5th percentile; may be -infinity
    double upper = 0; // 97.5th percentile; may be +infinity
};

// Linear between neighbours as numpy's default. A NaN is a value about which a round says nothing:
// it counts as -infinity for the lower bound, as +infinity for the upper, and not for the median.
[[nodiscard]] Interval percentileInterval(std::vector<double> values);

// The q-quantile of values without NaN, which are reordered; NaN if there are none.
[[nodiscard]] double quantile(std::vector<double>& values, double q);

} // namespace agon::rating
