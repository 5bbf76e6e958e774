// Ranges and round steps of value axes, and the numbers that stand at them.
#pragma once

#include <QtCore/QString>

#include <cstdint>
#include <span>
#include <vector>

namespace agon::ui {

struct AxisScale {
    double low = 0.0;
    double high = 1.0;
    double step = 0.5; // 1, 2, 2.5 or 5 times a power of ten

    [[nodiscard]] std::vector<double> ticks() const;
};

// The smallest round step that cuts `length` into at most `mostParts`.
[[nodiscard]] double roundStep(double length, int mostParts);

// Covers the finite ones of `values`, and `padding` (a share of their span) on either side.
// Nothing finite: 0 to 1. A single value: a range around it.
[[nodiscard]] AxisScale scaleAround(std::span<const double> values, int mostTicks,
                                    double paddingBelow = 0.05, double paddingAbove = 0.05);
// From zero up to a little over the largest, so that no bar touches the edge.
[[nodiscard]] AxisScale scaleFromZero(std::span<const double> values, int mostTicks);

// Ratings have no comma between thousands, counts have one, and from 10,000 on are written as 30k.
enum class AxisWords : std::uint8_t { Rating, Count };
// As many decimals as the step needs: 0.5 takes one, 0.25 two, 50 none.
[[nodiscard]] QString axisText(double value, const AxisScale& scale, AxisWords words);

} // namespace agon::ui
