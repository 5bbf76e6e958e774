#include "ui/charts/axis_scale.h"

#include "ui/widgets/format_number.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

constexpr double largestMagnitude = 1e12; // beyond it steps would be lost in rounding
constexpr int mostTicksEver = 200;

struct Extent {
    double low = 0.0;
    double high = 0.0;
    bool any = false;
};

Extent extentOf(std::span<const double> values) {
    Extent extent;
    for (double value : values) {
        if (!std::isfinite(value))
            continue;
        value = std::clamp(value, -largestMagnitude, largestMagnitude);
        extent.low = extent.any ? std::min(extent.low, value) : value;
        extent.high = extent.any ? std::max(extent.high, value) : value;
        extent.any = true;
    }
    return extent;
}

int decimalsOf(double step) {
    for (int decimals = 0; decimals < 9; ++decimals) {
        const double shifted = step * std::pow(10.0, decimals);
        if (std::abs(shifted - std::round(shifted)) < 1e-6 * std::max(1.0, shifted))
            return decimals;
    }
    return 9;
}

} // namespace

std::vector<double> AxisScale::ticks() const {
    std::vector<double> ticks;
    const double slack = step * 1e-6;
    for (double index = std::ceil((low - slack) / step);
         index * step <= high + slack && std::ssize(ticks) < mostTicksEver; ++index)
        ticks.push_back(index * step);
    return ticks;
}

double roundStep(double length, int mostParts) {
    const double wanted = length / std::max(1, mostParts);
    if (!(wanted > 0.0) || !std::isfinite(wanted))
        return 1.0;
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= wanted * (1.0 - 1e-9))
            return factor * power;
    return 10.0 * power;
}

AxisScale scaleAround(std::span<const double> values, int mostTicks, double paddingBelow,
                      double paddingAbove) {
    Extent extent = extentOf(values);
    if (!extent.any)
        return {};
    const double least = std::max(1e-9, std::abs(extent.high) * 1e-9);
    if (extent.high - extent.low < least) {
        const double half = std::max(1.0, std::abs(extent.high) * 0.01);
        extent.low -= half;
        extent.high += half;
    }
    const double span = extent.high - extent.low;
    AxisScale scale;
    scale.low = extent.low - span * paddingBelow;
    scale.high = extent.high + span * paddingAbove;
    scale.step = roundStep(scale.high - scale.low, mostTicks);
    return scale;
}

AxisScale scaleFromZero(std::span<const double> values, int mostTicks) {
    const Extent extent = extentOf(values);
    if (!extent.any || extent.high <= 0.0)
        return {};
    AxisScale scale;
    scale.step = roundStep(extent.high, mostTicks);
    scale.high = extent.high * 1.03;
    return scale;
}

QString axisText(double value, const AxisScale& scale, AxisWords words) {
    constexpr double shortened = 10000.0;
    if (words == AxisWords::Rating)
        return formatNumber(value, decimalsOf(scale.step)).remove(u',');
    if (std::max(std::abs(scale.low), std::abs(scale.high)) < shortened)
        return formatNumber(value, decimalsOf(scale.step));
    if (std::abs(value) < scale.step * 1e-6)
        return u"0"_s;
    return formatNumber(value / 1000.0, decimalsOf(scale.step / 1000.0)) + u'k';
}

} // namespace agon::ui
