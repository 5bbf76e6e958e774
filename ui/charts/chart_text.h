// Numbers as charts write them: U+2212 for minus, a comma between thousands, as many decimals as
// the steps of the axis need.
#pragma once

#include <QtCore/QString>

#include <span>
#include <vector>

namespace agon::ui {

// En dash for NaN; ∞ and −∞ for the infinities.
[[nodiscard]] QString numberText(double value, int decimals = 0);
// 0.5 → 1, 0.25 → 2, 50 → 0
[[nodiscard]] int decimalsOfStep(double step);
// 30,000 → 30k once the largest label would pass 9,999 and all steps are round thousands.
[[nodiscard]] QString axisText(double value, double step, double largest);

struct AxisScale {
    double low = 0.0;
    double high = 1.0;
    double step = 1.0; // 1, 2, 2.5 or 5 times a power of ten

    [[nodiscard]] std::vector<double> ticks() const;
};
// Covers the finite ones of `values` with room to spare and at most `mostTicks` round steps.
// Nothing finite: 0 to 1. One value: a range around it.
[[nodiscard]] AxisScale scaleAround(std::span<const double> values, int mostTicks,
                                    double padding = 0.05);
// The same, but from zero up.
[[nodiscard]] AxisScale scaleFromZero(std::span<const double> values, int mostTicks);

} // namespace agon::ui
