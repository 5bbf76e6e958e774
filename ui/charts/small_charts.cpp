#include "ui/charts/small_charts.h"

#include "ui/theme/font.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <cmath>

namespace agon::ui {
namespace {

constexpr double lineWidth = 1.2;
constexpr double lastDot = 2.8; // radius
constexpr double smallDot = 1.4;
constexpr int rowHeight = 7; // of a mini interval

struct Extent {
    double low = 0.0;
    double high = 0.0;
    bool any = false;

    void take(double value) {
        if (!std::isfinite(value))
            return;
        low = any ? std::min(low, value) : value;
        high = any ? std::max(high, value) : value;
        any = true;
    }
    // Share of the way from low to high; the middle if they are one.
    [[nodiscard]] double share(double value) const {
        return high > low ? (value - low) / (high - low) : 0.5;
    }
};

} // namespace

void paintSparkline(QPainter* painter, const QRectF& rect, std::span<const double> values,
                    const Theme& theme, SparkDots dots) {
    Extent extent;
    for (const double value : values)
        extent.take(value);
    if (!extent.any)
        return;
    const QRectF inner = rect.adjusted(lastDot, lastDot, -lastDot, -lastDot);
    const auto steps = static_cast<double>(std::max<std::size_t>(values.size(), 2) - 1);

    QPainterPath line;
    std::vector<QPointF> points;
    bool drawing = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            drawing = false;
            continue;
        }
        const QPointF point(inner.left() + inner.width() * static_cast<double>(i) / steps,
                            inner.bottom() - inner.height() * extent.share(values[i]));
        if (drawing)
            line.lineTo(point);
        else
            line.moveTo(point);
        drawing = true;
        points.push_back(point);
    }

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(
        QPen(theme.seriesColor(0), lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(line);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.seriesColor(0));
    if (dots == SparkDots::All)
        for (const QPointF& point : points)
            painter->drawEllipse(point, smallDot, smallDot);
    painter->drawEllipse(points.back(), lastDot, lastDot);
    painter->restore();
}

void paintMiniIntervals(QPainter* painter, const QRectF& rect,
                        std::span<const MiniInterval> intervals, const Theme& theme) {
    Extent extent;
    for (const MiniInterval& interval : intervals) {
        extent.take(interval.low);
        extent.take(interval.value);
        extent.take(interval.high);
    }
    if (!extent.any)
        return;
    const QRectF inner = rect.adjusted(lastDot, 0, -lastDot, 0);
    // As many rows as stand apart; the whole in the middle of rect.
    const auto fitting = static_cast<std::size_t>(std::max(1.0, rect.height() / scaled(rowHeight)));
    const std::size_t count = std::min(intervals.size(), fitting);
    double y =
        std::floor(rect.center().y() - scaled(rowHeight) * static_cast<double>(count - 1) / 2.0) +
        0.5;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    for (const MiniInterval& interval : intervals.first(count)) {
        const auto x = [&](double value) {
            return inner.left() + inner.width() * extent.share(value);
        };
        if (std::isfinite(interval.low) && std::isfinite(interval.high)) {
            painter->setPen(QPen(theme.color(Colour::Dim), 1.0, Qt::SolidLine, Qt::FlatCap));
            painter->drawLine(QPointF(x(interval.low), y), QPointF(x(interval.high), y));
        }
        if (std::isfinite(interval.value)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.seriesColor(0));
            painter->drawEllipse(QPointF(x(interval.value), y), lastDot, lastDot);
        }
        y += scaled(rowHeight);
    }
    painter->restore();
}

Sparkline::Sparkline(QWidget* parent)
    : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Sparkline::setValues(std::vector<double> values, SparkDots dots) {
    m_values = std::move(values);
    m_dots = dots;
    update();
}

QSize Sparkline::sizeHint() const {
    return {scaled(84), scaled(28)};
}

void Sparkline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintSparkline(&painter, rect(), m_values, Theme::of(palette()), m_dots);
}

MiniIntervals::MiniIntervals(QWidget* parent)
    : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void MiniIntervals::setIntervals(std::vector<MiniInterval> intervals) {
    m_intervals = std::move(intervals);
    update();
}

QSize MiniIntervals::sizeHint() const {
    return {scaled(84), scaled(28)};
}

void MiniIntervals::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintMiniIntervals(&painter, rect(), m_intervals, Theme::of(palette()));
}

} // namespace agon::ui
