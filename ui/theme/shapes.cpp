#include "ui/theme/shapes.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

namespace agon::ui {
namespace {

class Saved {
  public:
    explicit Saved(QPainter* painter)
        : m_painter(painter) {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

  private:
    QPainter* m_painter;
};

} // namespace

void paintBox(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& border,
              double radius) {
    const Saved saved(painter);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (!border.isValid()) {
        painter->setPen(Qt::NoPen);
        painter->drawRoundedRect(rect, radius, radius);
        return;
    }
    painter->setPen(QPen(border, 1.0));
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
}

void paintFocusRing(QPainter* painter, const QRectF& rect, const Theme& theme, double radius) {
    const Saved saved(painter);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme.color(Colour::Accent), 2.0));
    const double corner = std::max(0.0, radius - 1.0);
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), corner, corner);
}

void paintControlBox(QPainter* painter, const QRectF& rect, const QColor& fill,
                     const QColor& border, bool focused, const Theme& theme, double radius) {
    if (!focused) {
        paintBox(painter, rect, fill, border, radius);
        return;
    }
    // On a fill of the ring's own colour a gap keeps the ring visible.
    if (fill == theme.color(Colour::Accent))
        paintBox(painter, rect.adjusted(3, 3, -3, -3), fill, {}, std::max(1.0, radius - 2.0));
    else
        paintBox(painter, rect.adjusted(1, 1, -1, -1), fill, {}, radius);
    paintFocusRing(painter, rect, theme, radius);
}

void paintTick(QPainter* painter, const QRectF& box, const QColor& color, double lineWidth) {
    const Saved saved(painter);
    painter->setPen(QPen(color, lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + box.width() * x, box.top() + box.height() * y);
    };
    painter->drawPolyline(QPolygonF{at(0.25, 0.53), at(0.43, 0.70), at(0.76, 0.32)});
}

void paintBar(QPainter* painter, const QRectF& rect, const QColor& fill, double radius) {
    if (rect.width() <= 0.0)
        return;
    const double corner = std::min({radius, rect.width() / 2.0, rect.height() / 2.0});
    paintBox(painter, rect, fill, {}, corner);
}

void paintHatch(QPainter* painter, const QRectF& rect, const QColor& line, const QColor& back,
                double radius) {
    const Saved saved(painter);
    QPainterPath outline;
    outline.addRoundedRect(rect, radius, radius);
    painter->setClipPath(outline, Qt::IntersectClip);
    painter->fillRect(rect, back);
    painter->setPen(QPen(line, 1.0));
    for (double x = rect.left() - rect.height(); x < rect.right(); x += 4.0)
        painter->drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
}

} // namespace agon::ui
