// The room charts: plots of ratings, progress and counts. Each takes plain values and keeps nothing
// else; title, legend and empty state belong to the panel around it. QCustomPlot stays in the
// sources. This file: how a series is told apart, by colour, dash and marker.
#pragma once

#include "ui/theme/theme.h"

#include <QtCore/QString>
#include <QtGui/QPainterPath>
#include <QtGui/QPen>

#include <cstdint>
#include <optional>

class QPainter;

namespace agon::ui {

// The pair that is pinned for comparing carries its colour and letter in every chart.
enum class Pin : std::uint8_t { None, A, B };

enum class LineKind : std::uint8_t { None, Solid, Dashed, Dotted };

struct SeriesLook {
    static constexpr int reference = -1; // faint and dotted: references, outside benchmarks

    int series = 0; // place in the theme's order
    LineKind line = LineKind::Solid;
    std::optional<Marker> marker = Marker::Circle;
    bool hollow = false;

    [[nodiscard]] QColor color(const Theme& theme) const;
    [[nodiscard]] QPen pen(const Theme& theme) const;
    [[nodiscard]] QPen markerPen(const Theme& theme) const;
    [[nodiscard]] QBrush markerBrush(const Theme& theme) const; // hollow: base, hides the line
};

// A marker around the origin; all cover about the same area. `size` is a circle's diameter.
[[nodiscard]] QPainterPath markerPath(Marker marker, double size);
void paintMarker(QPainter* painter, const QPointF& centre, Marker marker, double size,
                 const QPen& pen, const QBrush& brush);

// What a legend shows for one entry.
struct LegendEntry {
    enum class Sample : std::uint8_t { Series, Interval, PaleBar, Bar, ChosenBar };
    QString text;
    Sample sample = Sample::Series;
    SeriesLook look{};
};

} // namespace agon::ui
