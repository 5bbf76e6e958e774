#include "ui/charts/progress_plot.h"

#include "ui/charts/axis_scale.h"
#include "ui/charts/chart_theme.h"
#include "ui/theme/font.h"
#include "ui/widgets/format_number.h"

#include <QtGui/QPainter>
#include <qcustomplot.h>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

constexpr int tickDistance = 36;
constexpr int benchmarkDecimals = 2;

bool isBenchmark(const ProgressSeries& series) {
    return series.role == SeriesRole::Benchmark;
}

QString stageLabel(const ProgressStage& stage) {
    if (!stage.label.isEmpty())
        return stage.label;
    switch (stage.kind) {
    case StageKind::Sft:
        return u"SFT"_s;
    case StageKind::Dpo:
        return u"DPO"_s;
    case StageKind::Ppo:
        return u"PPO"_s;
    }
    return {};
}

Marker stageMarker(StageKind kind) {
    switch (kind) {
    case StageKind::Sft:
        return Marker::Circle;
    case StageKind::Dpo:
        return Marker::Square;
    case StageKind::Ppo:
        return Marker::Triangle;
    }
    return Marker::Circle;
}

QString numberOf(const ProgressSeries& series, double value) {
    return isBenchmark(series) ? formatNumber(value, benchmarkDecimals) : formatRating(value);
}

QString seriesText(const ProgressSeries& series) {
    switch (series.role) {
    case SeriesRole::InLoop:
        return ProgressPlot::tr("%1, in the loop").arg(series.name);
    case SeriesRole::HeldOut:
        return ProgressPlot::tr("%1, held out").arg(series.name);
    case SeriesRole::Benchmark:
        return ProgressPlot::tr("%1, right").arg(series.name);
    }
    return series.name;
}

// One legend entry speaks for a line whose markers change with the stage.
Marker legendMarker(SeriesRole role) {
    return role == SeriesRole::Benchmark ? Marker::Diamond : Marker::Circle;
}

} // namespace

ProgressPlot::ProgressPlot(QWidget* parent)
    : ChartView(parent) {
    setTitle(tr("Progress"));
    QCustomPlot& p = plot();
    p.xAxis->grid()->setVisible(false);
    p.yAxis2->setTickLabels(true);
    addPainting(p, PlotLayer::Background, [this](QPainter& painter) { paintIterations(painter); });
    addPainting(p, PlotLayer::Labels, [this](QPainter& painter) { paintLabels(painter); });
    setProgress({}, {});
}

void ProgressPlot::setProgress(std::vector<ProgressStage> stages,
                               std::vector<ProgressSeries> series) {
    m_stages = std::move(stages);
    m_series = std::move(series);
    m_marks.clear();
    for (int s = 0; s < static_cast<int>(m_series.size()); ++s)
        for (int stage = 0; stage < static_cast<int>(m_stages.size()); ++stage)
            if (pointAt(s, stage))
                m_marks.push_back({s, stage});
    buildSeries();
    refresh();
}

QString ProgressPlot::valueText(const ProgressSeries& series, const ProgressPoint& point) {
    const QString number = numberOf(series, *point.value);
    return point.provisional ? provisional(number) : number;
}

const ProgressPoint* ProgressPlot::pointAt(int series, int stage) const {
    const auto& points = m_series[static_cast<std::size_t>(series)].points;
    if (stage < 0 || stage >= static_cast<int>(std::min(points.size(), m_stages.size())))
        return nullptr;
    const ProgressPoint& point = points[static_cast<std::size_t>(stage)];
    return point.value && std::isfinite(*point.value) ? &point : nullptr;
}

bool ProgressPlot::isRestart(int stage) const {
    const auto at = static_cast<std::size_t>(stage);
    return stage > 0 && at < m_stages.size() &&
           m_stages[at].iteration != m_stages[at - 1].iteration;
}

bool ProgressPlot::hasBenchmark() const {
    return std::any_of(m_marks.begin(), m_marks.end(), [this](const Mark& mark) {
        return isBenchmark(m_series[static_cast<std::size_t>(mark.series)]);
    });
}

SeriesLook ProgressPlot::lookOf(int series) const {
    const ProgressSeries& one = m_series[static_cast<std::size_t>(series)];
    if (isBenchmark(one))
        return {SeriesLook::reference, LineKind::Dotted, Marker::Diamond, false};
    // Benchmarks do not use up a colour.
    int place = 0;
    for (int before = 0; before < series; ++before)
        place += isBenchmark(m_series[static_cast<std::size_t>(before)]) ? 0 : 1;
    const bool heldOut = one.role == SeriesRole::HeldOut;
    return {place, heldOut ? LineKind::Dashed : LineKind::Solid, legendMarker(one.role), heldOut};
}

void ProgressPlot::buildSeries() {
    QCustomPlot& p = plot();
    p.clearPlottables();
    m_parts.assign(m_series.size(), {});
    // What is plotted later lies on top: benchmarks lowest, the first series highest.
    std::vector<std::size_t> order(m_series.size());
    std::iota(order.rbegin(), order.rend(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(),
                          [this](std::size_t s) { return isBenchmark(m_series[s]); });
    for (const std::size_t s : order) {
        const ProgressSeries& series = m_series[s];
        QCPAxis* values = isBenchmark(series) ? p.yAxis2 : p.yAxis;
        Parts parts;
        parts.restarts = new QCPGraph(p.xAxis, values);
        parts.line = new QCPGraph(p.xAxis, values);
        parts.intervals = new QCPErrorBars(p.xAxis, values);
        parts.intervals->setDataPlottable(parts.line);
        parts.intervals->setErrorType(QCPErrorBars::etValueError);
        parts.intervals->setWhiskerWidth(chart::capWidth);
        parts.intervals->setSymbolGap(0);
        parts.intervals->setAntialiased(false);
        for (QCPGraph*& markers : parts.markers) {
            markers = new QCPGraph(p.xAxis, values);
            markers->setLineStyle(QCPGraph::lsNone);
        }
        fillSeries(series, parts);
        m_parts[s] = parts;
    }
}

void ProgressPlot::fillSeries(const ProgressSeries& series, const Parts& parts) const {
    const int index = static_cast<int>(&series - m_series.data());
    QVector<double> keys;
    QVector<double> values;
    QVector<double> below;
    QVector<double> above;
    std::array<QVector<double>, 3> markerKeys;
    std::array<QVector<double>, 3> markerValues;
    QVector<double> restartKeys;
    QVector<double> restartValues;
    const auto add = [&](double key, double value, const std::optional<RatingSpan>& interval) {
        keys.append(key);
        values.append(value);
        const bool drawn =
            interval && std::isfinite(interval->low) && std::isfinite(interval->high);
        below.append(drawn ? std::max(0.0, value - interval->low) : qQNaN());
        above.append(drawn ? std::max(0.0, interval->high - value) : qQNaN());
    };
    for (int stage = 0; stage < static_cast<int>(m_stages.size()); ++stage) {
        if (!isBenchmark(series) && isRestart(stage)) {
            add(stage - 0.5, qQNaN(), {}); // breaks the line
            const ProgressPoint* from = pointAt(index, stage - 1);
            const ProgressPoint* to = pointAt(index, stage);
            if (from && to) {
                restartKeys << stage - 1 << stage << stage;
                restartValues << *from->value << *to->value << qQNaN();
            }
        }
        const ProgressPoint* point = pointAt(index, stage);
        add(stage, point ? *point->value : qQNaN(), point ? point->interval : std::nullopt);
        if (!point)
            continue;
        const auto kind = static_cast<std::size_t>(m_stages[static_cast<std::size_t>(stage)].kind);
        markerKeys[kind].append(stage);
        markerValues[kind].append(*point->value);
    }
    parts.line->setData(keys, values, true);
    parts.restarts->setData(restartKeys, restartValues, true);
    parts.intervals->setData(below, above);
    for (std::size_t kind = 0; kind < parts.markers.size(); ++kind)
        parts.markers[kind]->setData(markerKeys[kind], markerValues[kind], true);
}

void ProgressPlot::applyTheme(const Theme& theme) {
    for (std::size_t s = 0; s < m_parts.size(); ++s) {
        const SeriesLook look = lookOf(static_cast<int>(s));
        const Parts& parts = m_parts[s];
        parts.line->setPen(look.pen(theme));
        QPen thin(look.color(theme), 1.0, Qt::CustomDashLine, Qt::FlatCap);
        thin.setDashPattern({2.0, 3.0});
        parts.restarts->setPen(thin);
        parts.intervals->setPen(QPen(look.color(theme), 1.0));
        const bool benchmark = look.series == SeriesLook::reference;
        for (const StageKind kind : {StageKind::Sft, StageKind::Dpo, StageKind::Ppo})
            parts.markers[static_cast<std::size_t>(kind)]->setScatterStyle(
                scatterStyle(benchmark ? Marker::Diamond : stageMarker(kind),
                             benchmark ? chart::smallMarkerSize : chart::markerSize,
                             look.markerPen(theme), look.markerBrush(theme)));
    }
    for (QCPAxis* axis : {plot().yAxis, plot().yAxis2})
        axis->setBasePen(Qt::NoPen);
}

void ProgressPlot::layOut(const QSize& size) {
    const bool empty = m_marks.empty();
    for (QCPAxis* axis : {plot().xAxis, plot().yAxis})
        axis->setVisible(!empty);
    plot().yAxis2->setVisible(hasBenchmark());
    layOutValues(size);
    layOutStages(plot().axisRect()->width());
}

void ProgressPlot::layOutValues(const QSize& size) {
    const QFontMetrics metrics(uiFont(Size::Caption));
    const int line = metrics.height();
    const int padding = scaled(measure::dockPadding);
    const int top = padding + scaled(4);
    const int bottom = 2 * line + scaled(22);
    const int height = std::max(1, size.height() - top - bottom);

    std::vector<double> ratings;
    std::vector<double> benchmarks;
    for (const Mark& mark : m_marks) {
        const ProgressSeries& series = m_series[static_cast<std::size_t>(mark.series)];
        const ProgressPoint& point = series.points[static_cast<std::size_t>(mark.stage)];
        std::vector<double>& values = isBenchmark(series) ? benchmarks : ratings;
        values.push_back(*point.value);
        if (point.interval) {
            values.push_back(point.interval->low);
            values.push_back(point.interval->high);
        }
    }
    // Room above the highest point for its value, below the lowest for half a marker.
    const double above = std::min(0.4, scaled(24) / static_cast<double>(height));
    const double below = std::min(0.2, scaled(14) / static_cast<double>(height));
    const int ticks = std::max(2, height / scaled(tickDistance));
    const AxisScale left = scaleAround(ratings, ticks, below, above);
    const AxisScale right = scaleAround(benchmarks, ticks, 0.15, 0.6);

    const int leftWidth = setScale(*plot().yAxis, left, AxisWords::Rating);
    const int rightWidth = setScale(*plot().yAxis2, right, AxisWords::Rating);
    const int labelGap = scaled(8);
    plot().axisRect()->setMargins(
        QMargins(padding + leftWidth + labelGap, top,
                 hasBenchmark() ? padding + rightWidth + labelGap : padding, bottom));
    // Geometry is asked for before the next replot.
    plot().axisRect()->setOuterRect(QRect(QPoint(), size));
}

void ProgressPlot::layOutStages(int plotWidth) {
    const auto count = static_cast<int>(m_stages.size());
    plot().xAxis->setRange(-0.5, std::max(1, count) - 0.5);
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    ticker->setSubTickCount(0);
    const QFontMetrics metrics(uiFont(Size::Caption));
    int widest = 0;
    for (const ProgressStage& stage : m_stages)
        widest = std::max(widest, metrics.horizontalAdvance(stageLabel(stage)));
    // Where stages stand too close, their markers alone tell them.
    const bool fits = count > 0 && plotWidth / count >= widest + scaled(4);
    for (int stage = 0; fits && stage < count; ++stage)
        ticker->addTick(stage, stageLabel(m_stages[static_cast<std::size_t>(stage)]));
    plot().xAxis->setTicker(ticker);
}

void ProgressPlot::paintIterations(QPainter& painter) const {
    if (m_marks.empty())
        return;
    const QRect area = plot().axisRect()->rect();
    const QFontMetrics metrics(uiFont(Size::Caption, Weight::Semibold));
    painter.setFont(uiFont(Size::Caption, Weight::Semibold));
    painter.setPen(theme().color(Colour::Text));
    const auto edge = [&](int stage) {
        return qRound(plot().xAxis->coordToPixel(stage - 0.5));
    };
    const auto count = static_cast<int>(m_stages.size());
    double writtenTo = 0.0;
    for (int first = 0, group = 0; first < count; ++group) {
        int next = first + 1;
        while (next < count && !isRestart(next))
            ++next;
        const QRect band(edge(first), area.top(), edge(next) - edge(first), area.height());
        if (group % 2 == 1)
            painter.fillRect(band, theme().color(Colour::Window));
        const QString& name = m_stages[static_cast<std::size_t>(first)].iteration;
        const double width = metrics.horizontalAdvance(name);
        const double left = band.left() + (band.width() - width) / 2.0;
        if (left > writtenTo) {
            const int top = area.bottom() + scaled(8) + metrics.height() + scaled(4);
            painter.drawText(QRectF(left, top, width + 1, metrics.height()),
                             Qt::AlignCenter | Qt::TextSingleLine, name);
            writtenTo = left + width + scaled(6);
        }
        first = next;
    }
}

QPointF ProgressPlot::pixelOf(int series, int stage, double value) const {
    const bool right = isBenchmark(m_series[static_cast<std::size_t>(series)]);
    return {plot().xAxis->coordToPixel(stage),
            (right ? plot().yAxis2 : plot().yAxis)->coordToPixel(value)};
}

std::vector<LegendEntry> ProgressPlot::legendEntries() const {
    std::vector<LegendEntry> entries;
    for (std::size_t s = 0; s < m_series.size(); ++s)
        entries.push_back(
            {seriesText(m_series[s]), LegendEntry::Sample::Series, lookOf(static_cast<int>(s))});
    return entries;
}

QString ProgressPlot::summary() const {
    QStringList texts;
    for (std::size_t s = 0; s < m_series.size(); ++s) {
        QStringList values;
        for (std::size_t i = 0; i < m_stages.size(); ++i)
            if (const ProgressPoint* point = pointAt(static_cast<int>(s), static_cast<int>(i)))
                values.append(tr("%1 %2 %3")
                                  .arg(m_stages[i].iteration, stageLabel(m_stages[i]),
                                       valueText(m_series[s], *point)));
        texts.append(tr("%1: %2").arg(seriesText(m_series[s]),
                                      values.isEmpty() ? missing() : values.join(tr(", "))));
    }
    return texts.join(tr("; "));
}

int ProgressPlot::markCount() const {
    return static_cast<int>(m_marks.size());
}

QRectF ProgressPlot::markRect(int mark) const {
    const auto [series, stage] = m_marks[static_cast<std::size_t>(mark)];
    const QPointF at = pixelOf(series, stage, *pointAt(series, stage)->value);
    const double half = chart::markerSize / 2.0;
    return {at.x() - half + 0.5, at.y() - half + 0.5, chart::markerSize, chart::markerSize};
}

QString ProgressPlot::markText(int mark) const {
    const auto [s, i] = m_marks[static_cast<std::size_t>(mark)];
    const ProgressSeries& series = m_series[static_cast<std::size_t>(s)];
    const ProgressStage& stage = m_stages[static_cast<std::size_t>(i)];
    const ProgressPoint& point = *pointAt(s, i);
    const QString text =
        tr("%1, %2 %3: %4")
            .arg(series.name, stage.iteration, stageLabel(stage), valueText(series, point));
    if (!point.interval)
        return text;
    return tr("%1, 95 % %2 to %3")
        .arg(text, numberOf(series, point.interval->low), numberOf(series, point.interval->high));
}

int ProgressPlot::markBeyond(int mark, Qt::Key key) const {
    if (mark < 0 || (key != Qt::Key_Up && key != Qt::Key_Down)) {
        const int next = ChartView::markBeyond(mark, key);
        const bool aside = key == Qt::Key_Left || key == Qt::Key_Right;
        const bool sameSeries = mark >= 0 && m_marks[static_cast<std::size_t>(next)].series ==
                                                 m_marks[static_cast<std::size_t>(mark)].series;
        return mark < 0 || !aside || sameSeries ? next : mark;
    }
    // The neighbour at the same stage, as it lies on screen.
    const double y = markRect(mark).center().y();
    int nearest = mark;
    double least = std::numeric_limits<double>::infinity();
    for (int other = 0; other < markCount(); ++other) {
        if (m_marks[static_cast<std::size_t>(other)].stage !=
            m_marks[static_cast<std::size_t>(mark)].stage)
            continue;
        const double down = markRect(other).center().y() - y;
        const double away = key == Qt::Key_Down ? down : -down;
        if (other != mark && away >= 0.0 && away < least) {
            least = away;
            nearest = other;
        }
    }
    return nearest;
}

void ProgressPlot::markChosen(int mark) {
    const auto [series, stage] = m_marks[static_cast<std::size_t>(mark)];
    emit pointActivated(series, stage);
}

} // namespace agon::ui
