// What every plot shares: background, grid, axes, fonts, number labels, and painting of one's own
// inside a plot (so that screen and export show the same).
#pragma once

#include "ui/charts/axis_scale.h"
#include "ui/charts/series_look.h"

#include <functional>

class QCPAxis;
class QCPScatterStyle;
class QCustomPlot;

namespace agon::ui {

// Call on construction and whenever palette or font change.
void applyChartTheme(QCustomPlot& plot, const Theme& theme);

// Range and numbered ticks of a value axis. Returns how wide its widest number is.
int setScale(QCPAxis& axis, const AxisScale& scale, AxisWords words);

[[nodiscard]] QCPScatterStyle scatterStyle(Marker marker, double size, const QPen& pen,
                                           const QBrush& brush);

enum class PlotLayer : std::uint8_t { Background, Below, Above, Labels }; // of grid and series

// `paint` runs whenever the plot is drawn, on screen or into a file, until the plot dies.
// Coordinates are the plot's pixels.
void addPainting(QCustomPlot& plot, PlotLayer layer, std::function<void(QPainter&)> paint);

namespace chart {
inline constexpr double markerSize = 8.0;
inline constexpr double smallMarkerSize = 5.0; // of references
inline constexpr double capWidth = 6.0;
inline constexpr double paleBar = 5.0; // thickness of an interval by battle
inline constexpr double barGap = 6.0;
inline constexpr int mostLabelled = 10; // a value is written at the point up to so many points

// What lies behind a mark of this colour: lets bands and grid shine through.
[[nodiscard]] inline QColor pale(QColor color) {
    color.setAlphaF(0.42F);
    return color;
}
} // namespace chart

} // namespace agon::ui
