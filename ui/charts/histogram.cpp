#include "ui/charts/histogram.h"

#include "ui/charts/axis_scale.h"
#include "ui/charts/chart_theme.h"
#include "ui/theme/font.h"
#include "ui/widgets/format_number.h"

#include <QtGui/QPainter>
#include <qcustomplot.h>

#include <cmath>

namespace agon::ui {
namespace {

constexpr int tickDistance = 44;
constexpr int valueTickDistance = 64;

bool isSound(const HistogramData& data) {
    return !data.counts.empty() && data.edges.size() == data.counts.size() + 1 &&
           std::all_of(data.edges.begin(), data.edges.end(),
                       [](double edge) { return std::isfinite(edge); }) &&
           std::is_sorted(data.edges.begin(), data.edges.end()) &&
           data.edges.front() < data.edges.back();
}

double shownCount(double count) {
    return std::isfinite(count) ? std::max(0.0, count) : 0.0;
}

QString edgeText(double edge) {
    return formatNumber(edge, std::abs(edge - std::round(edge)) < 1e-9 ? 0 : 2);
}

} // namespace

Histogram::Histogram(QWidget* parent)
    : ChartView(parent)
    , m_steps(new QCPGraph(plot().xAxis, plot().yAxis)) {
    plot().xAxis->grid()->setVisible(false);
    // Holds the data; the bins themselves are painted with a gap between them.
    m_steps->setLineStyle(QCPGraph::lsNone);
    addPainting(plot(), PlotLayer::Above, [this](QPainter& painter) { paintBins(painter); });
    addPainting(plot(), PlotLayer::Labels, [this](QPainter& painter) { paintCut(painter); });
    setData({});
}

void Histogram::setData(HistogramData data) {
    m_data = isSound(data) ? std::move(data) : HistogramData{};
    QVector<double> keys;
    QVector<double> counts;
    for (std::size_t i = 0; i < m_data.counts.size(); ++i) {
        keys.append((m_data.edges[i] + m_data.edges[i + 1]) / 2.0);
        counts.append(shownCount(m_data.counts[i]));
    }
    m_steps->setData(keys, counts, true);
    refresh();
}

void Histogram::applyTheme(const Theme&) {
    plot().yAxis->setBasePen(Qt::NoPen);
}

void Histogram::layOut(const QSize& size) {
    const bool empty = m_data.counts.empty();
    plot().xAxis->setVisible(!empty);
    plot().yAxis->setVisible(!empty);
    if (empty)
        return;
    const QFontMetrics metrics(uiFont(Size::Caption));
    const int padding = scaled(measure::dockPadding);
    const int gap = scaled(8);
    const int top = padding + (m_data.cut ? metrics.height() + 2 : 0);
    const int bottom = metrics.height() + 2 * gap;
    const int ticks = std::max(2, (size.height() - top - bottom) / scaled(tickDistance));
    std::vector<double> counts;
    for (const double count : m_data.counts)
        counts.push_back(shownCount(count));
    const AxisScale scale = scaleFromZero(counts, ticks);
    const int widest = setScale(*plot().yAxis, scale, AxisWords::Count);
    const int name =
        m_data.valueName.isEmpty() ? 0 : metrics.horizontalAdvance(m_data.valueName) + gap;
    const double low = m_data.edges.front();
    const double high = m_data.edges.back();
    const int left = padding + widest + gap;
    const int valueTicks = std::max(2, (size.width() - left) / scaled(valueTickDistance));
    const int number =
        setScale(*plot().xAxis, {low, high, roundStep(high - low, valueTicks)}, AxisWords::Count);
    // The last number hangs over the edge by half, and the name of the values follows it.
    const int right = padding + name + number / 2;
    plot().axisRect()->setMargins(QMargins(left, top, right, bottom));
    plot().axisRect()->setOuterRect(QRect(QPoint(), size));
}

QRectF Histogram::binRect(int bin) const {
    const auto at = static_cast<std::size_t>(bin);
    const double left = std::round(plot().xAxis->coordToPixel(m_data.edges[at]));
    const double right = std::round(plot().xAxis->coordToPixel(m_data.edges[at + 1]));
    const double top = std::round(plot().yAxis->coordToPixel(shownCount(m_data.counts[at])));
    const double bottom = plot().axisRect()->rect().bottom() + 1;
    return {left, top, right - left, bottom - top};
}

void Histogram::paintBins(QPainter& painter) const {
    const QColor fill = theme().color(Colour::Bar);
    for (int bin = 0; bin < markCount(); ++bin) {
        const QRectF rect = binRect(bin);
        const double between = rect.width() > 3.0 ? 1.0 : 0.0;
        painter.fillRect(rect.adjusted(0, 0, -between, 0), fill);
    }
}

void Histogram::paintCut(QPainter& painter) const {
    if (m_data.counts.empty())
        return;
    const QRectF area = plot().axisRect()->rect();
    const QFontMetricsF metrics(uiFont(Size::Caption));
    painter.setFont(uiFont(Size::Caption));
    painter.setPen(theme().color(Colour::Dim));
    const double padding = scaled(measure::dockPadding);
    painter.drawText(QRectF(padding, area.bottom() + scaled(8),
                            plot().viewport().width() - 2 * padding, metrics.height()),
                     Qt::AlignRight | Qt::TextSingleLine, m_data.valueName);
    if (!m_data.cut || !(*m_data.cut >= m_data.edges.front()) ||
        !(*m_data.cut <= m_data.edges.back()))
        return;
    const double x = std::round(plot().xAxis->coordToPixel(*m_data.cut));
    const double width = metrics.horizontalAdvance(m_data.cutWord) + 1.0;
    const double left =
        std::clamp(x - width / 2.0, area.left(), std::max(area.left(), area.right() - width));
    painter.drawText(QRectF(left, area.top() - metrics.height() - 2, width, metrics.height()),
                     Qt::AlignCenter | Qt::TextSingleLine, m_data.cutWord);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().color(Colour::Text), 1.5, Qt::DotLine, Qt::FlatCap));
    painter.drawLine(QPointF(x + 0.5, area.top()), QPointF(x + 0.5, area.bottom() + 1));
}

QString Histogram::summary() const {
    QStringList texts;
    for (int bin = 0; bin < markCount(); ++bin)
        texts.append(markText(bin));
    return texts.join(tr("; "));
}

int Histogram::markCount() const {
    return static_cast<int>(m_data.counts.size());
}

QRectF Histogram::markRect(int mark) const {
    const QRectF area = plot().axisRect()->rect();
    const QRectF bin = binRect(mark);
    return {bin.left(), area.top(), bin.width(), area.height()};
}

QString Histogram::markText(int mark) const {
    const auto at = static_cast<std::size_t>(mark);
    const QString range =
        tr("%1 to %2").arg(edgeText(m_data.edges[at]), edgeText(m_data.edges[at + 1]));
    const QString count = formatNumber(m_data.counts[at], 0);
    return m_data.valueName.isEmpty() ? tr("%1: %2").arg(range, count)
                                      : tr("%1 %2: %3").arg(range, m_data.valueName, count);
}

int Histogram::markAt(const QPointF& position) const {
    for (int bin = 0; bin < markCount(); ++bin)
        if (markRect(bin).contains(position))
            return bin;
    return -1;
}

void Histogram::markChosen(int bin) {
    emit binActivated(bin);
}

void Histogram::paintHighlight(QPainter& painter, const QRectF& mark, bool current) const {
    QColor veil = theme().color(Colour::Text);
    veil.setAlphaF(0.06F);
    painter.fillRect(mark, veil);
    if (current)
        painter.fillRect(QRectF(mark.left(), mark.bottom() + 1, mark.width(), measure::currentBar),
                         theme().color(Colour::Accent));
}

} // namespace agon::ui
