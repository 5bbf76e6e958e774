#include "ui/charts/series_look.h"

#include <QtGui/QPainter>

#include <cmath>

namespace agon::ui {

QColor SeriesLook::color(const Theme& theme) const {
    return series == reference ? theme.color(Colour::TieMark) : theme.seriesColor(series);
}

QPen SeriesLook::pen(const Theme& theme) const {
    if (line == LineKind::None)
        return Qt::NoPen;
    QPen pen = series == reference ? theme.referencePen() : theme.seriesPen(series);
    pen.setCapStyle(line == LineKind::Solid ? Qt::RoundCap : Qt::FlatCap);
    if (line == LineKind::Dashed)
        pen.setDashPattern({4.0, 2.5});
    else if (line == LineKind::Dotted)
        pen.setDashPattern({1.6, 1.8});
    return pen;
}

QPen SeriesLook::markerPen(const Theme& theme) const {
    // A filled marker has no outline of its own, so that it is as large as a hollow one.
    return QPen(color(theme), series == reference ? 1.0 : 1.5, Qt::SolidLine, Qt::SquareCap,
                Qt::MiterJoin);
}

QBrush SeriesLook::markerBrush(const Theme& theme) const {
    return hollow ? theme.color(Colour::Base) : color(theme);
}

QPainterPath markerPath(Marker marker, double size) {
    const double radius = size / 2.0;
    const double area = M_PI * radius * radius;
    QPainterPath path;
    switch (marker) {
    case Marker::Circle:
        path.addEllipse(QPointF(), radius, radius);
        break;
    case Marker::Square: {
        const double side = std::sqrt(area);
        path.addRect(-side / 2.0, -side / 2.0, side, side);
        break;
    }
    case Marker::Diamond: {
        const double reach = std::sqrt(area / 2.0);
        path.addPolygon(QPolygonF({{0, -reach}, {reach, 0}, {0, reach}, {-reach, 0}}));
        path.closeSubpath();
        break;
    }
    case Marker::Triangle:
    case Marker::InvertedTriangle: {
        // Equilateral, its middle of mass at the origin: the line meets it where it should.
        const double side = std::sqrt(area * 4.0 / std::sqrt(3.0)) * 0.95;
        const double height = side * std::sqrt(3.0) / 2.0;
        const double up = marker == Marker::Triangle ? -1.0 : 1.0;
        path.addPolygon(QPolygonF({{0, up * height * 0.62},
                                   {side / 2.0, -up * height * 0.38},
                                   {-side / 2.0, -up * height * 0.38}}));
        path.closeSubpath();
        break;
    }
    }
    return path;
}

void paintMarker(QPainter* painter, const QPointF& centre, Marker marker, double size,
                 const QPen& pen, const QBrush& brush) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(brush);
    painter->translate(centre);
    painter->drawPath(markerPath(marker, size));
    painter->restore();
}

} // namespace agon::ui
