#include "ui/charts/interval_plot.h"

#include "ui/charts/axis_scale.h"
#include "ui/charts/chart_theme.h"
#include "ui/theme/font.h"
#include "ui/widgets/format_number.h"

#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <qcustomplot.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

constexpr double dotSize = 6.0; // and half a pixel of pen around
constexpr double anchorSize = 9.0;
constexpr int widestNames = 200;
constexpr int tickDistance = 48;

bool isRated(const IntervalRow& row) {
    return row.rating && std::isfinite(*row.rating);
}

QString spanText(const RatingSpan& span) {
    return IntervalPlot::tr("%1 to %2").arg(formatRating(span.low), formatRating(span.high));
}

QString rowText(const IntervalRow& row) {
    if (!isRated(row))
        return row.word.isEmpty() ? row.name : IntervalPlot::tr("%1: %2").arg(row.name, row.word);
    QString text = IntervalPlot::tr("%1: %2").arg(row.name, formatRating(*row.rating));
    if (row.anchor)
        return IntervalPlot::tr("%1, the anchor").arg(text);
    if (row.byInstruction)
        text =
            IntervalPlot::tr("%1, 95 % by instruction %2").arg(text, spanText(*row.byInstruction));
    if (row.byBattle)
        text = IntervalPlot::tr("%1, by battle %2").arg(text, spanText(*row.byBattle));
    return text;
}

// How far the interval reaches on either side; an infinite end leaves the picture.
struct Reach {
    double below = qQNaN();
    double above = qQNaN();
};
Reach reachOf(double rating, const std::optional<RatingSpan>& span, double beyond) {
    if (!span || std::isnan(span->low) || std::isnan(span->high))
        return {};
    const auto finite = [&](double distance) {
        return std::isfinite(distance) ? std::max(0.0, distance) : beyond;
    };
    return {finite(rating - span->low), finite(span->high - rating)};
}

} // namespace

IntervalPlot::IntervalPlot(QWidget* parent)
    : ChartView(parent)
    , m_pitch(scaled(measure::tableRow))
    , m_header(scaled(measure::tableRow)) {
    setTitle(tr("Intervals"));
    connect(this, &ChartView::markHovered, this, &IntervalPlot::rowHovered);
    buildPlot();
    refresh();
}

void IntervalPlot::buildPlot() {
    QCustomPlot& p = plot();
    p.xAxis->setVisible(false);
    p.yAxis->setVisible(false);
    p.yAxis->grid()->setVisible(false);
    p.yAxis->setRangeReversed(true);
    p.xAxis2->grid()->setVisible(true);
    p.xAxis2->setTickLabels(true);

    addPainting(p, PlotLayer::Background, [this](QPainter& painter) { paintStrip(painter); });
    addPainting(p, PlotLayer::Below, [this](QPainter& painter) { paintReferences(painter); });
    addPainting(p, PlotLayer::Labels, [this](QPainter& painter) { paintWords(painter); });
    for (Group& group : m_groups) {
        group.pale = new QCPErrorBars(p.yAxis, p.xAxis2);
        group.thin = new QCPErrorBars(p.yAxis, p.xAxis2);
        group.dots = new QCPGraph(p.yAxis, p.xAxis2);
        group.dots->setLineStyle(QCPGraph::lsNone);
        for (QCPErrorBars* bars : {group.pale, group.thin}) {
            bars->setErrorType(QCPErrorBars::etValueError);
            bars->setDataPlottable(group.dots);
            bars->setSymbolGap(0);
            bars->setAntialiased(false);
        }
        group.pale->setWhiskerWidth(0);
        group.thin->setWhiskerWidth(chart::capWidth);
    }
}

int IntervalPlot::groupOf(const IntervalRow& row) const {
    if (row.anchor)
        return anchorGroup;
    return static_cast<int>(row.pin);
}

void IntervalPlot::fillPlot() {
    std::vector<double> values;
    for (const IntervalRow& row : m_rows) {
        if (!isRated(row))
            continue;
        values.push_back(*row.rating);
        for (const auto& span : {row.byInstruction, row.byBattle}) {
            if (span && !row.anchor) {
                values.push_back(span->low);
                values.push_back(span->high);
            }
        }
    }
    const AxisScale extent = scaleAround(values, 1, 0.06, 0.06);
    m_low = extent.low;
    m_high = extent.high;
    const double beyond = 2.0 * (m_high - m_low);

    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        QVector<double> keys;
        QVector<double> ratings;
        std::array<QVector<double>, 2> thin;
        std::array<QVector<double>, 2> pale;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const IntervalRow& row = m_rows[i];
            if (!isRated(row) || groupOf(row) != static_cast<int>(g))
                continue;
            keys.append(static_cast<double>(i));
            ratings.append(*row.rating);
            const bool fixed = row.anchor;
            const Reach byInstruction =
                fixed ? Reach{} : reachOf(*row.rating, row.byInstruction, beyond);
            const Reach byBattle = fixed ? Reach{} : reachOf(*row.rating, row.byBattle, beyond);
            thin[0].append(byInstruction.below);
            thin[1].append(byInstruction.above);
            pale[0].append(byBattle.below);
            pale[1].append(byBattle.above);
        }
        m_groups[g].dots->setData(keys, ratings, true);
        m_groups[g].thin->setData(thin[0], thin[1]);
        m_groups[g].pale->setData(pale[0], pale[1]);
    }
}

void IntervalPlot::setRows(std::vector<IntervalRow> rows) {
    m_rows = std::move(rows);
    m_highlighted = -1;
    fillPlot();
    plot().xAxis2->setVisible(!m_rows.empty());
    moveTo(m_offset);
    refresh();
}

void IntervalPlot::setNamesShown(bool shown) {
    m_namesShown = shown;
    relayOut();
}

void IntervalPlot::setRowPitch(int px) {
    m_pitch = std::max(1, px);
    moveTo(m_offset);
    relayOut();
}

void IntervalPlot::setHeaderHeight(int px) {
    m_header = std::max(0, px);
    moveTo(m_offset);
    relayOut();
}

void IntervalPlot::setScrollOffset(int px) {
    const int offset = std::clamp(px, 0, largestScrollOffset());
    if (offset == m_offset)
        return;
    m_offset = offset;
    relayOut();
}

void IntervalPlot::moveTo(int offset) {
    const int before = m_offset;
    setScrollOffset(offset);
    if (m_offset != before)
        emit scrollOffsetChanged(m_offset);
}

int IntervalPlot::contentHeight() const {
    return static_cast<int>(m_rows.size()) * m_pitch;
}

int IntervalPlot::largestScrollOffset() const {
    return std::max(0, contentHeight() - std::max(0, height() - m_header));
}

void IntervalPlot::setHighlightedRow(int row) {
    if (row == m_highlighted)
        return;
    m_highlighted = row;
    plot().replot(QCustomPlot::rpQueuedReplot);
}

QSize IntervalPlot::exportSize() const {
    return {std::max(width(), minimumSizeHint().width()),
            std::max(m_header + contentHeight(), minimumSizeHint().height())};
}

void IntervalPlot::applyTheme(const Theme& theme) {
    const std::array colors{theme.seriesColor(0), theme.color(Colour::AMark),
                            theme.color(Colour::BMark), theme.seriesColor(0)};
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        const QColor color = colors[g];
        m_groups[g].thin->setPen(QPen(g == 0 ? theme.color(Colour::Dim) : color, 1.0));
        m_groups[g].pale->setPen(
            QPen(chart::pale(color), chart::paleBar, Qt::SolidLine, Qt::FlatCap));
        // Not only the colour tells B from A and from the rest.
        const Marker marker =
            g == static_cast<std::size_t>(Pin::B) ? Marker::Square : Marker::Circle;
        m_groups[g].dots->setScatterStyle(
            g == anchorGroup ? scatterStyle(Marker::Diamond, anchorSize, QPen(color, 1.5),
                                            theme.color(Colour::Base))
                             : scatterStyle(marker, dotSize, QPen(color, 1.0), color));
    }
    // The strip on top ends in the line of a table's header; an axis line would double it.
    plot().xAxis2->setBasePen(Qt::NoPen);
}

int IntervalPlot::namesWidth(int plotWidth) const {
    if (!m_namesShown || m_rows.empty())
        return 0;
    const QFontMetrics plain(uiFont());
    const QFontMetrics pinned(uiFont(Size::Body, Weight::Semibold));
    int widest = 0;
    for (const IntervalRow& row : m_rows)
        widest =
            std::max(widest, (row.pin == Pin::None ? plain : pinned).horizontalAdvance(row.name));
    return std::min({widest, scaled(widestNames), plotWidth * 2 / 5});
}

void IntervalPlot::layOut(const QSize& size) {
    const int padding = scaled(measure::dockPadding);
    const int names = namesWidth(size.width());
    const int left = names > 0 ? names + 2 * padding : padding;
    const bool whole = size.height() >= m_header + contentHeight();
    const int offset = whole ? 0 : m_offset;
    plot().axisRect()->setMargins(QMargins(left, m_header, padding, 0));

    const int width = std::max(1, size.width() - left - padding);
    const double step = roundStep(m_high - m_low, std::max(2, width / scaled(tickDistance)));
    setScale(*plot().xAxis2, {m_low, m_high, step}, AxisWords::Rating);
    const QFontMetrics metrics(uiFont(Size::Caption));
    plot().xAxis2->setTickLabelPadding(std::max(0, (m_header - metrics.height()) / 2));

    // QCustomPlot puts the upper end of a range on the last row of pixels, not below it.
    const int rowsHeight = std::max(1, size.height() - m_header);
    const double upper = static_cast<double>(offset + rowsHeight - 1) / m_pitch - 0.5;
    plot().yAxis->setRange(upper - static_cast<double>(rowsHeight) / m_pitch, upper);
}

void IntervalPlot::paintStrip(QPainter& painter) const {
    if (m_rows.empty())
        return;
    const Theme colors = theme();
    const QRect rows = plot().axisRect()->rect();
    const QRect whole = plot().viewport();
    painter.fillRect(QRect(0, 0, whole.width(), m_header), colors.color(Colour::Alternate));
    painter.fillRect(QRect(0, m_header - 1, whole.width(), 1), colors.color(Colour::Border));

    painter.setClipRect(QRect(0, rows.top(), whole.width(), rows.height()));
    if (m_highlighted >= 0 && m_highlighted < markCount()) {
        const int middle = qRound(plot().yAxis->coordToPixel(m_highlighted));
        painter.fillRect(QRect(0, middle - m_pitch / 2, whole.width(), m_pitch),
                         colors.color(Colour::Hover));
    }
    for (const IntervalRow& row : m_rows) {
        if (row.pin != Pin::A || !isRated(row) || !row.byInstruction || row.anchor)
            continue;
        const auto pixel = [&](double value) {
            return std::clamp(qRound(plot().xAxis2->coordToPixel(std::clamp(value, m_low, m_high))),
                              rows.left(), rows.right());
        };
        const int left = pixel(row.byInstruction->low);
        const int right = pixel(row.byInstruction->high);
        painter.fillRect(QRect(left, rows.top(), std::max(1, right - left + 1), rows.height()),
                         colors.color(Colour::ATint));
    }
}

void IntervalPlot::paintReferences(QPainter& painter) const {
    const QRect rows = plot().axisRect()->rect();
    for (const IntervalRow& row : m_rows) {
        if (!row.anchor || !isRated(row))
            continue;
        const int x = qRound(plot().xAxis2->coordToPixel(*row.rating));
        painter.fillRect(QRect(x, rows.top(), 1, rows.height()),
                         theme().color(Colour::StrongBorder));
    }
}

void IntervalPlot::paintWords(QPainter& painter) const {
    const Theme colors = theme();
    const QRect area = plot().axisRect()->rect();
    const QRect whole = plot().viewport();
    const int padding = scaled(measure::dockPadding);
    painter.setClipRect(QRect(0, area.top(), whole.width(), area.height()));
    const QString anchorWord = tr("anchor");
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const IntervalRow& row = m_rows[i];
        const double middle = plot().yAxis->coordToPixel(static_cast<double>(i));
        const QRectF line(0, std::round(middle - m_pitch / 2.0), area.left() - padding, m_pitch);
        if (line.bottom() < area.top() || line.top() > area.bottom())
            continue;
        if (m_namesShown) {
            const bool pinned = row.pin != Pin::None;
            painter.setFont(verbatimFont(
                uiFont(Size::Body, pinned ? Weight::Semibold : Weight::Regular), row.name));
            painter.setPen(colors.color(row.pin == Pin::A   ? Colour::AText
                                        : row.pin == Pin::B ? Colour::BText
                                                            : Colour::Text));
            const QString name = painter.fontMetrics().elidedText(
                row.name, Qt::ElideMiddle, static_cast<int>(line.width()) - padding + 1);
            painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, name);
        }
        painter.setFont(uiFont(Size::Caption));
        painter.setPen(colors.color(Colour::Dim));
        const QFontMetrics metrics = painter.fontMetrics();
        if (!isRated(row)) {
            const QRectF place(area.left(), line.top(), area.width(), m_pitch);
            const QString word = metrics.elidedText(row.word, Qt::ElideRight, area.width());
            // No grid line runs through the word.
            painter.fillRect(QRectF(place.left(), place.top() + 2.0,
                                    metrics.horizontalAdvance(word) + 4.0, place.height() - 4.0),
                             colors.color(Colour::Base));
            painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, word);
        } else if (row.anchor) {
            const double x = plot().xAxis2->coordToPixel(*row.rating);
            const int width = metrics.horizontalAdvance(anchorWord);
            const double away = anchorSize;
            const bool fits = x + away + width <= area.right() + padding;
            const QRectF place(fits ? x + away : x - away - width, line.top(), width + 1, m_pitch);
            painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                             anchorWord);
        }
    }
}

QString IntervalPlot::summary() const {
    QStringList texts;
    for (const IntervalRow& row : m_rows)
        texts.append(rowText(row));
    return texts.join(tr("; "));
}

std::vector<LegendEntry> IntervalPlot::legendEntries() const {
    const auto any = [this](auto member) {
        return std::any_of(m_rows.begin(), m_rows.end(), [member](const IntervalRow& row) {
            return isRated(row) && (row.*member).has_value();
        });
    };
    std::vector<LegendEntry> entries;
    if (any(&IntervalRow::byInstruction))
        entries.push_back({tr("95 %, by instruction"), LegendEntry::Sample::Interval});
    if (any(&IntervalRow::byBattle))
        entries.push_back({tr("by battle"), LegendEntry::Sample::PaleBar});
    return entries;
}

int IntervalPlot::markCount() const {
    return static_cast<int>(m_rows.size());
}

QRectF IntervalPlot::markRect(int row) const {
    const QRectF rect(0, m_header + row * m_pitch - m_offset, width(), m_pitch);
    const QRectF visible = rect.intersected(QRectF(0, m_header, width(), height() - m_header));
    return visible.isEmpty() ? QRectF() : visible;
}

QString IntervalPlot::markText(int row) const {
    return rowText(m_rows[static_cast<std::size_t>(row)]);
}

int IntervalPlot::markAt(const QPointF& position) const {
    if (position.y() < m_header)
        return -1;
    const int row = static_cast<int>(position.y() - m_header + m_offset) / m_pitch;
    return row < markCount() ? row : -1;
}

void IntervalPlot::markChosen(int row) {
    emit rowActivated(row);
}

void IntervalPlot::reveal(int row) {
    const int top = row * m_pitch;
    const int room = std::max(m_pitch, height() - m_header);
    moveTo(std::clamp(m_offset, top + m_pitch - room, top));
}

void IntervalPlot::paintHighlight(QPainter& painter, const QRectF& mark, bool current) const {
    QColor veil = theme().color(Colour::Text);
    veil.setAlphaF(0.06F);
    painter.fillRect(mark, veil);
    if (current)
        painter.fillRect(QRectF(mark.left(), mark.top(), measure::currentBar, mark.height()),
                         theme().color(Colour::Accent));
}

void IntervalPlot::wheelEvent(QWheelEvent* event) {
    constexpr int rowsANotch = 3;
    const int dy = event->pixelDelta().isNull()
                       ? event->angleDelta().y() * rowsANotch * m_pitch / 120
                       : event->pixelDelta().y();
    const int before = m_offset;
    moveTo(m_offset - dy);
    // At either end the wheel goes on to what the chart stands in.
    event->setAccepted(m_offset != before);
}

void IntervalPlot::resizeEvent(QResizeEvent* event) {
    ChartView::resizeEvent(event);
    moveTo(m_offset);
}

} // namespace agon::ui
