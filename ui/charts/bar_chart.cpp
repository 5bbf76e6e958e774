#include "ui/charts/bar_chart.h"

#include "ui/charts/axis_scale.h"
#include "ui/charts/chart_theme.h"
#include "ui/charts/label_layout.h"
#include "ui/theme/font.h"
#include "ui/widgets/format_number.h"

#include <QtGui/QPainter>
#include <qcustomplot.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

constexpr int tickDistance = 44;
constexpr int lyingTickDistance = 64;
constexpr int widestBar = 56;
constexpr int tallestBand = 28; // of lying bars
constexpr int widestNames = 160;

double shownValue(const Bar& bar) {
    return std::isfinite(bar.value) ? std::max(0.0, bar.value) : 0.0;
}

QString valueText(const Bar& bar) {
    if (!bar.valueText.isEmpty())
        return bar.valueText;
    const bool isWhole = std::abs(bar.value - std::round(bar.value)) < 1e-9;
    return formatNumber(bar.value, isWhole ? 0 : 1);
}

bool hasPoint(const Bar& bar) {
    return bar.lineValue && std::isfinite(*bar.lineValue);
}

} // namespace

BarChart::BarChart(Qt::Orientation orientation, QWidget* parent)
    : ChartView(parent)
    , m_orientation(orientation) {
    QCustomPlot& p = plot();
    QCPAxis* keys = isUpright() ? p.xAxis : p.yAxis;
    QCPAxis* values = isUpright() ? p.yAxis : p.xAxis;
    keys->grid()->setVisible(false);
    p.yAxis2->setTickLabels(true);
    if (!isUpright())
        p.yAxis->setRangeReversed(true);
    m_plain = new QCPBars(keys, values);
    m_chosen = new QCPBars(keys, values);
    for (QCPBars* bars : {m_plain, m_chosen}) {
        bars->setAntialiased(false);
        bars->setAntialiasedFill(false);
        bars->setPen(Qt::NoPen);
    }
    m_intervals = new QCPErrorBars(p.xAxis, p.yAxis2);
    m_line = new QCPGraph(p.xAxis, p.yAxis2);
    m_chosenPoint = new QCPGraph(p.xAxis, p.yAxis2);
    m_chosenPoint->setLineStyle(QCPGraph::lsNone);
    m_intervals->setDataPlottable(m_line);
    m_intervals->setErrorType(QCPErrorBars::etValueError);
    m_intervals->setWhiskerWidth(chart::capWidth);
    m_intervals->setSymbolGap(0);
    m_intervals->setAntialiased(false);
    addPainting(p, PlotLayer::Labels, [this](QPainter& painter) {
        if (isUpright())
            paintUpright(painter);
        else
            paintLying(painter);
    });
    setBars({});
}

void BarChart::setBars(std::vector<Bar> bars, BarAxes axes) {
    m_bars = std::move(bars);
    m_axes = std::move(axes);
    fillPlot();
    refresh();
}

bool BarChart::hasLine() const {
    return isUpright() && std::any_of(m_bars.begin(), m_bars.end(), hasPoint);
}

void BarChart::fillPlot() {
    QVector<double> plainKeys, plain, chosenKeys, chosen;
    QVector<double> lineKeys, line, below, above, pointKeys, points;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const Bar& bar = m_bars[i];
        const auto key = static_cast<double>(i);
        (bar.chosen ? chosenKeys : plainKeys).append(key);
        (bar.chosen ? chosen : plain).append(shownValue(bar));
        if (!hasLine() || !hasPoint(bar))
            continue;
        lineKeys.append(key);
        line.append(*bar.lineValue);
        const auto& span = bar.lineInterval;
        const bool drawn = span && std::isfinite(span->low) && std::isfinite(span->high);
        below.append(drawn ? std::max(0.0, *bar.lineValue - span->low) : qQNaN());
        above.append(drawn ? std::max(0.0, span->high - *bar.lineValue) : qQNaN());
        if (bar.chosen) {
            pointKeys.append(key);
            points.append(*bar.lineValue);
        }
    }
    m_plain->setData(plainKeys, plain, true);
    m_chosen->setData(chosenKeys, chosen, true);
    m_line->setData(lineKeys, line, true);
    m_intervals->setData(below, above);
    m_chosenPoint->setData(pointKeys, points, true);
}

void BarChart::applyTheme(const Theme& theme) {
    // Beneath a line the bars step back, so that the line stays what is read first.
    m_plain->setBrush(theme.color(hasLine() ? Colour::BarQuiet : Colour::Bar));
    m_chosen->setBrush(theme.color(hasLine() ? Colour::Bar : Colour::Accent));
    const QColor ink = theme.seriesColor(0);
    m_line->setPen(theme.seriesPen(0));
    m_line->setScatterStyle(
        scatterStyle(Marker::Circle, chart::markerSize, QPen(ink, 1.5), theme.color(Colour::Base)));
    m_chosenPoint->setScatterStyle(
        scatterStyle(Marker::Circle, chart::markerSize + 2.0, QPen(ink, 1.0), ink));
    m_intervals->setPen(QPen(ink, 1.0));
    QCPAxis* values = isUpright() ? plot().yAxis : plot().xAxis;
    values->setBasePen(Qt::NoPen);
    plot().yAxis2->setBasePen(Qt::NoPen);
}

void BarChart::layOut(const QSize& size) {
    const bool empty = m_bars.empty();
    plot().xAxis->setVisible(!empty);
    plot().yAxis->setVisible(!empty);
    plot().yAxis2->setVisible(hasLine());
    if (isUpright())
        layOutUpright(size);
    else
        layOutLying(size);
    for (QCPBars* bars : {m_plain, m_chosen}) {
        bars->setWidthType(QCPBars::wtAbsolute);
        bars->setWidth(m_barWidth);
    }
}

void BarChart::layOutUpright(const QSize& size) {
    const QFontMetrics metrics(uiFont(Size::Caption));
    const int padding = scaled(measure::dockPadding);
    const int gap = scaled(8);
    const bool titled = !m_axes.value.isEmpty() || !m_axes.line.isEmpty();
    // Values stand over the bars, or, beneath a line, at their feet.
    const int top = padding + (titled      ? metrics.height() + 2 * gap
                               : hasLine() ? 0
                                           : metrics.height() + 2);
    const int bottom = metrics.height() + 2 * gap;
    const int height = std::max(1, size.height() - top - bottom);
    const int ticks = std::max(2, height / scaled(tickDistance));

    std::vector<double> values;
    std::vector<double> lineValues;
    for (const Bar& bar : m_bars) {
        values.push_back(shownValue(bar));
        if (!hasPoint(bar))
            continue;
        lineValues.push_back(*bar.lineValue);
        if (bar.lineInterval) {
            lineValues.push_back(bar.lineInterval->low);
            lineValues.push_back(bar.lineInterval->high);
        }
    }
    const int left =
        setScale(*plot().yAxis, scaleFromZero(values, ticks), AxisWords::Count) + padding + gap;
    const int lineLabels =
        setScale(*plot().yAxis2, scaleAround(lineValues, ticks, 0.2, 0.15), AxisWords::Rating);
    const int category =
        m_axes.category.isEmpty() ? 0 : metrics.horizontalAdvance(m_axes.category) + gap;
    const int right = padding + std::max(hasLine() ? lineLabels + gap : 0, category);
    plot().axisRect()->setMargins(QMargins(left, top, right, bottom));
    plot().axisRect()->setOuterRect(QRect(QPoint(), size));

    const auto count = static_cast<int>(m_bars.size());
    plot().xAxis->setRange(-0.5, std::max(1, count) - 0.5);
    const double pitch = plot().axisRect()->width() / static_cast<double>(std::max(1, count));
    m_barWidth = std::clamp(std::floor(pitch - chart::barGap), 1.0, double(scaled(widestBar)));

    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    ticker->setSubTickCount(0);
    for (int i = 0; i < count; ++i) {
        const Bar& bar = m_bars[static_cast<std::size_t>(i)];
        // The chosen one's stands out, which an axis cannot do.
        ticker->addTick(i, bar.chosen ? QString()
                                      : metrics.elidedText(bar.label, Qt::ElideRight,
                                                           static_cast<int>(pitch) - 4));
    }
    plot().xAxis->setTicker(ticker);
}

int BarChart::namesWidth(int plotWidth) const {
    const QFontMetrics metrics(uiFont());
    int widest = 0;
    for (const Bar& bar : m_bars)
        widest = std::max(widest, metrics.horizontalAdvance(bar.label));
    return std::min({widest, scaled(widestNames), plotWidth * 2 / 5});
}

void BarChart::layOutLying(const QSize& size) {
    const QFontMetrics metrics(uiFont(Size::Caption));
    const int padding = scaled(measure::dockPadding);
    const auto count = std::max(1, static_cast<int>(m_bars.size()));
    const int bottom = metrics.height() + 2 * scaled(8);
    const int room = std::max(1, size.height() - scaled(8) - bottom);
    const int pitch = std::clamp(room / count, 1, scaled(tallestBand));
    std::vector<double> values;
    int widestValue = 0;
    for (const Bar& bar : m_bars) {
        values.push_back(shownValue(bar));
        widestValue = std::max(widestValue, metrics.horizontalAdvance(valueText(bar)));
    }
    const int left = namesWidth(size.width()) + 2 * padding;
    const int right = padding + widestValue + scaled(6);
    const int width = std::max(1, size.width() - left - right);
    const AxisScale scale = scaleFromZero(values, std::max(2, width / scaled(lyingTickDistance)));
    setScale(*plot().xAxis, scale, AxisWords::Count);
    // As high as the bars need: what is left stays empty below the axis.
    plot().axisRect()->setMargins(
        QMargins(left, scaled(8), right, std::max(0, size.height() - scaled(8) - pitch * count)));
    plot().axisRect()->setOuterRect(QRect(QPoint(), size));
    plot().yAxis->setRange(-0.5, count - 0.5);
    plot().yAxis->setTickLabels(false);
    m_barWidth = std::max(1.0, pitch - chart::barGap);
}

QRectF BarChart::barRect(int bar) const {
    const double value = shownValue(m_bars[static_cast<std::size_t>(bar)]);
    if (isUpright()) {
        const double x = plot().xAxis->coordToPixel(bar);
        const double top = plot().yAxis->coordToPixel(value);
        return {x - m_barWidth / 2.0, top, m_barWidth, plot().yAxis->coordToPixel(0.0) - top};
    }
    const double y = plot().yAxis->coordToPixel(bar);
    const double left = plot().xAxis->coordToPixel(0.0);
    return {left, y - m_barWidth / 2.0, plot().xAxis->coordToPixel(value) - left, m_barWidth};
}

QRectF BarChart::bandRect(int bar) const {
    const QRectF area = plot().axisRect()->rect();
    const QCPAxis* keys = isUpright() ? plot().xAxis : plot().yAxis;
    const double from = keys->coordToPixel(bar - 0.5);
    const double to = keys->coordToPixel(bar + 0.5);
    return isUpright() ? QRectF(from, area.top(), to - from, area.height())
                       : QRectF(0.0, from, width(), to - from);
}

void BarChart::paintUpright(QPainter& painter) const {
    if (m_bars.empty())
        return;
    const QRectF area = plot().axisRect()->rect();
    const QFontMetricsF metrics(uiFont(Size::Caption));
    const double padding = scaled(measure::dockPadding);
    painter.setFont(uiFont(Size::Caption));
    painter.setPen(theme().color(Colour::Dim));
    const QRectF head(padding, padding, plot().viewport().width() - 2 * padding, metrics.height());
    painter.drawText(head, Qt::AlignLeft | Qt::TextSingleLine, m_axes.value);
    painter.drawText(head, Qt::AlignRight | Qt::TextSingleLine, m_axes.line);
    const double below = area.bottom() + scaled(8);
    painter.drawText(QRectF(padding, below, head.width(), metrics.height()),
                     Qt::AlignRight | Qt::TextSingleLine, m_axes.category);

    const double pitch = area.width() / static_cast<double>(m_bars.size());
    painter.setFont(uiFont(Size::Caption, Weight::Semibold));
    painter.setPen(theme().color(Colour::Text));
    for (int i = 0; i < markCount(); ++i) {
        const Bar& bar = m_bars[static_cast<std::size_t>(i)];
        const QRectF band = bandRect(i);
        if (bar.chosen)
            painter.drawText(QRectF(band.left(), below, band.width(), metrics.height()),
                             Qt::AlignCenter | Qt::TextSingleLine,
                             painter.fontMetrics().elidedText(bar.label, Qt::ElideRight,
                                                              static_cast<int>(pitch) - 2));
    }
    painter.setFont(uiFont(Size::Caption));
    const bool fits = std::all_of(m_bars.begin(), m_bars.end(), [&](const Bar& bar) {
        return metrics.horizontalAdvance(valueText(bar)) <= (hasLine() ? m_barWidth : pitch - 2.0);
    });
    for (int i = 0; fits && i < markCount(); ++i) {
        const Bar& bar = m_bars[static_cast<std::size_t>(i)];
        const QRectF rect = barRect(i);
        const double foot = area.bottom() + 1 - metrics.height() - 3.0;
        const double top = hasLine() ? foot : rect.top() - metrics.height() - 1.0;
        const Colour back = bar.chosen ? Colour::Bar : Colour::BarQuiet;
        const bool onBar = hasLine() && rect.height() >= metrics.height() / 2.0;
        painter.setPen(onBar ? inkOn(theme().color(back)) : theme().color(Colour::Text));
        painter.drawText(QRectF(rect.center().x() - pitch / 2.0, top, pitch, metrics.height()),
                         Qt::AlignCenter | Qt::TextSingleLine, valueText(bar));
    }
    if (hasLine())
        paintLineLabel(painter);
}

void BarChart::paintLineLabel(QPainter& painter) const {
    const auto chosen = std::find_if(m_bars.begin(), m_bars.end(),
                                     [](const Bar& bar) { return bar.chosen && hasPoint(bar); });
    if (chosen == m_bars.end())
        return;
    LabelObstacles around;
    around.bounds = plot().axisRect()->rect();
    std::optional<QPointF> before;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        if (!hasPoint(m_bars[i]))
            continue;
        const auto pixel = [&](double value) {
            return QPointF(plot().xAxis->coordToPixel(static_cast<double>(i)),
                           plot().yAxis2->coordToPixel(value));
        };
        const QPointF at = pixel(*m_bars[i].lineValue);
        around.boxes.emplace_back(at.x() - 5.0, at.y() - 5.0, 10.0, 10.0);
        if (const auto& span = m_bars[i].lineInterval)
            around.lines.emplace_back(pixel(span->low), pixel(span->high));
        if (before)
            around.lines.emplace_back(*before, at);
        before = at;
    }
    const QString words = m_axes.category.isEmpty() ? formatRating(*chosen->lineValue)
                                                    : tr("%1 at %2 %3")
                                                          .arg(formatRating(*chosen->lineValue),
                                                               m_axes.category, chosen->label);
    painter.setFont(uiFont(Size::Caption, Weight::Semibold));
    painter.setPen(theme().color(Colour::Text));
    const QFontMetricsF metrics(painter.font());
    LabelRequest request;
    request.anchor =
        QPointF(plot().xAxis->coordToPixel(static_cast<double>(chosen - m_bars.begin())),
                plot().yAxis2->coordToPixel(*chosen->lineValue));
    request.size = {metrics.horizontalAdvance(words), metrics.capHeight()};
    if (chosen->lineInterval && std::isfinite(chosen->lineInterval->high))
        request.reach = std::max(6.0, 2.0 + request.anchor.y() -
                                          plot().yAxis2->coordToPixel(chosen->lineInterval->high));
    if (const auto place = placeLabels({request}, around).front())
        painter.drawText(place->bottomLeft(), words);
}

void BarChart::paintLying(QPainter& painter) const {
    const QRectF area = plot().axisRect()->rect();
    const double padding = scaled(measure::dockPadding);
    const QFontMetricsF metrics(uiFont(Size::Caption));
    for (int i = 0; i < markCount(); ++i) {
        const Bar& bar = m_bars[static_cast<std::size_t>(i)];
        const QRectF band = bandRect(i);
        if (band.height() < metrics.ascent())
            continue;
        const double namesRoom = area.left() - 2 * padding;
        painter.setFont(uiFont(Size::Body, bar.chosen ? Weight::Semibold : Weight::Regular));
        painter.setPen(theme().color(Colour::Text));
        painter.drawText(QRectF(padding, band.top(), namesRoom, band.height()),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip,
                         painter.fontMetrics().elidedText(bar.label, Qt::ElideRight,
                                                          static_cast<int>(namesRoom) + 1));
        painter.setFont(uiFont(Size::Caption));
        painter.setPen(theme().color(Colour::Dim));
        painter.drawText(
            QRectF(barRect(i).right() + scaled(6), band.top(), area.width(), band.height()),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, valueText(bar));
    }
}

QString BarChart::summary() const {
    QStringList texts;
    for (int i = 0; i < markCount(); ++i)
        texts.append(markText(i));
    return texts.join(tr("; "));
}

std::vector<LegendEntry> BarChart::legendEntries() const {
    if (!hasLine())
        return {};
    std::vector<LegendEntry> entries;
    if (!m_axes.value.isEmpty())
        entries.push_back({m_axes.value, LegendEntry::Sample::Bar});
    if (!m_axes.line.isEmpty())
        entries.push_back(
            {m_axes.line, LegendEntry::Sample::Series, {0, LineKind::Solid, Marker::Circle, true}});
    return entries;
}

int BarChart::markCount() const {
    return static_cast<int>(m_bars.size());
}

QRectF BarChart::markRect(int mark) const {
    return bandRect(mark);
}

QString BarChart::markText(int mark) const {
    const Bar& bar = m_bars[static_cast<std::size_t>(mark)];
    const QString label =
        m_axes.category.isEmpty() ? bar.label : tr("%1 %2").arg(m_axes.category, bar.label);
    const QString text = m_axes.value.isEmpty()
                             ? tr("%1: %2").arg(label, valueText(bar))
                             : tr("%1: %2 %3", "category, name of the value, number")
                                   .arg(label, m_axes.value, valueText(bar));
    if (!hasPoint(bar))
        return text;
    return tr("%1, %2 %3").arg(text, m_axes.line, formatRating(*bar.lineValue));
}

int BarChart::markAt(const QPointF& position) const {
    for (int i = 0; i < markCount(); ++i)
        if (bandRect(i).contains(position))
            return i;
    return -1;
}

void BarChart::markChosen(int bar) {
    emit barActivated(bar);
}

void BarChart::paintHighlight(QPainter& painter, const QRectF& mark, bool current) const {
    QColor veil = theme().color(Colour::Text);
    veil.setAlphaF(0.06F);
    painter.fillRect(mark, veil);
    if (!current)
        return;
    const double thick = measure::currentBar;
    painter.fillRect(isUpright() ? QRectF(mark.left(), mark.bottom() + 1, mark.width(), thick)
                                 : QRectF(mark.left(), mark.top(), thick, mark.height()),
                     theme().color(Colour::Accent));
}

} // namespace agon::ui
