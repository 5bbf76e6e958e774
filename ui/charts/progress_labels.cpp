// The words inside a progress plot: values at the points, and the note on the first restart.
#include "ui/charts/chart_theme.h"
#include "ui/charts/progress_plot.h"
#include "ui/theme/font.h"

#include <QtGui/QPainter>
#include <qcustomplot.h>

#include <cmath>

namespace agon::ui {
namespace {

constexpr double shortestLeader = 6.0;

}

LabelObstacles ProgressPlot::obstacles() const {
    LabelObstacles found;
    const QRect area = plot().axisRect()->rect();
    found.bounds = QRectF(area).adjusted(0, -scaled(measure::dockPadding), 0, -2);
    const double half = chart::markerSize / 2.0 + 1.0;
    for (std::size_t m = 0; m < m_marks.size(); ++m) {
        const auto [series, stage] = m_marks[m];
        const ProgressPoint& point = *pointAt(series, stage);
        const QPointF at = pixelOf(series, stage, *point.value);
        found.boxes.emplace_back(at.x() - half, at.y() - half, 2 * half, 2 * half);
        if (point.interval && std::isfinite(point.interval->low) &&
            std::isfinite(point.interval->high))
            found.boxes.push_back(
                QRectF(pixelOf(series, stage, point.interval->high) - QPointF(half, 0),
                       pixelOf(series, stage, point.interval->low) + QPointF(half, 0))
                    .adjusted(0, -1, 0, 1));
        if (const ProgressPoint* next = pointAt(series, stage + 1))
            found.lines.emplace_back(at, pixelOf(series, stage + 1, *next->value));
    }
    return found;
}

bool ProgressPlot::isLabelled(int series, int stage) const {
    const auto total = static_cast<int>(m_marks.size());
    if (m_series[static_cast<std::size_t>(series)].role == SeriesRole::Benchmark)
        return false;
    const auto count = std::count_if(m_marks.begin(), m_marks.end(),
                                     [&](const Mark& mark) { return mark.series == series; });
    const bool few = count <= chart::mostLabelled;
    if (few && (series == 0 || total <= chart::mostLabelled))
        return true;
    // Beside a series that is written in full, the others say where they end.
    for (int later = stage + 1; later < static_cast<int>(m_stages.size()); ++later)
        if (pointAt(series, later))
            return false;
    return true;
}

void ProgressPlot::paintRestartNote(QPainter& painter, LabelObstacles& around) const {
    painter.setFont(uiFont(Size::Caption));
    const QString words = tr("SFT restarts from base");
    const QFontMetricsF metrics(painter.font());
    const QSizeF size(metrics.horizontalAdvance(words) + 2, metrics.height());
    const QRectF area = plot().axisRect()->rect();
    for (const auto& [series, stage] : m_marks) {
        const ProgressPoint* to = pointAt(series, stage + 1);
        if (series != 0 || !to || !isRestart(stage + 1) ||
            m_stages[static_cast<std::size_t>(stage)].kind == StageKind::Sft ||
            m_stages[static_cast<std::size_t>(stage + 1)].kind != StageKind::Sft)
            continue;
        const QPointF middle = (pixelOf(series, stage, *pointAt(series, stage)->value) +
                                pixelOf(series, stage + 1, *to->value)) /
                               2.0;
        const QRectF box(QPointF(std::round(middle.x() - size.width() / 2.0), area.top()), size);
        // A short line leads from the words down to the drop they speak of.
        const double x = std::floor(middle.x());
        const double from = box.bottom() + 2.0;
        const double until = middle.y() - 3.0;
        if (!isFree(box, around) || until - from < shortestLeader)
            continue;
        painter.setPen(theme().color(Colour::Dim));
        painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, words);
        painter.fillRect(QRectF(x, from, 1.0, until - from), theme().color(Colour::StrongBorder));
        around.boxes.push_back(box);
        around.lines.emplace_back(x, from, x, until);
        return;
    }
}

void ProgressPlot::paintLabels(QPainter& painter) const {
    if (m_marks.empty())
        return;
    LabelObstacles around = obstacles();
    const QFont font = uiFont(Size::Body, Weight::Semibold);
    const QFontMetricsF metrics(font);
    std::vector<LabelRequest> requests;
    std::vector<Mark> owners;
    for (const Mark& mark : m_marks) {
        if (!isLabelled(mark.series, mark.stage))
            continue;
        const ProgressSeries& series = m_series[static_cast<std::size_t>(mark.series)];
        const ProgressPoint& point = *pointAt(mark.series, mark.stage);
        LabelRequest request;
        request.anchor = pixelOf(mark.series, mark.stage, *point.value);
        // Figures have no descenders: the box ends at the base line.
        request.size = {metrics.horizontalAdvance(valueText(series, point)), metrics.capHeight()};
        request.reach = chart::markerSize / 2.0 + 1.0;
        if (point.interval && std::isfinite(point.interval->high))
            request.reach = std::max(
                request.reach, request.anchor.y() -
                                   pixelOf(mark.series, mark.stage, point.interval->high).y() + 1);
        request.below = mark.series > 0;
        requests.push_back(request);
        owners.push_back(mark);
    }
    paintRestartNote(painter, around);
    const auto places = placeLabels(requests, around);
    painter.setFont(font);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!places[i])
            continue;
        const auto [series, stage] = owners[i];
        painter.setPen(series == 0 ? theme().color(Colour::Text) : lookOf(series).color(theme()));
        painter.drawText(
            QPointF(places[i]->left(), places[i]->bottom()),
            valueText(m_series[static_cast<std::size_t>(series)], *pointAt(series, stage)));
    }
}

} // namespace agon::ui
