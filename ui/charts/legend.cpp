#include "ui/charts/legend.h"

#include "ui/charts/chart_theme.h"
#include "ui/charts/chart_view.h"
#include "ui/theme/font.h"

#include <QtGui/QPainter>

#include <cmath>

namespace agon::ui {
namespace {

constexpr int sampleGap = 6;
constexpr int entryGap = 16;

int sampleWidth(const LegendEntry& entry) {
    const bool isBox =
        entry.sample == LegendEntry::Sample::Bar || entry.sample == LegendEntry::Sample::ChosenBar;
    return scaled(isBox ? 12 : 28);
}

int entryWidth(const LegendEntry& entry) {
    const QFontMetrics metrics(uiFont(Size::Caption));
    return sampleWidth(entry) + scaled(sampleGap) + metrics.horizontalAdvance(entry.text);
}

int widthOf(const std::vector<LegendEntry>& entries, std::size_t count) {
    int width = count > 1 ? static_cast<int>(count - 1) * scaled(entryGap) : 0;
    for (std::size_t i = 0; i < count; ++i)
        width += entryWidth(entries[i]);
    return width;
}

void paintSample(QPainter* painter, const QRectF& rect, const LegendEntry& entry,
                 const Theme& theme) {
    // On the middle of a pixel row, so that thin lines are sharp.
    const QPointF middle(std::floor(rect.center().x()) + 0.5, std::floor(rect.center().y()) + 0.5);
    const QColor color = entry.look.color(theme);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    switch (entry.sample) {
    case LegendEntry::Sample::Series:
        painter->setPen(entry.look.pen(theme));
        // From both ends to the middle, so that dashes lie alike on either side of the marker.
        for (const double end : {rect.left(), rect.right()})
            painter->drawLine(QPointF(end, middle.y()), middle);
        if (entry.look.marker) {
            const bool isReference = entry.look.series == SeriesLook::reference;
            paintMarker(painter, middle, *entry.look.marker,
                        isReference ? chart::smallMarkerSize : chart::markerSize,
                        entry.look.markerPen(theme), entry.look.markerBrush(theme));
        }
        break;
    case LegendEntry::Sample::Interval: {
        const double cap = chart::capWidth / 2.0;
        painter->setPen(QPen(theme.color(Colour::Dim), 1.0, Qt::SolidLine, Qt::FlatCap));
        const double left = std::floor(rect.left()) + 3.5;
        const double right = std::floor(rect.right()) - 3.5;
        painter->drawLine(QPointF(left, middle.y()), QPointF(right, middle.y()));
        for (const double x : {left, right})
            painter->drawLine(QPointF(x, middle.y() - cap), QPointF(x, middle.y() + cap));
        break;
    }
    case LegendEntry::Sample::PaleBar:
        painter->fillRect(QRectF(rect.left() + 2, middle.y() - chart::paleBar / 2.0,
                                 rect.width() - 4, chart::paleBar),
                          chart::pale(color));
        break;
    case LegendEntry::Sample::Bar:
    case LegendEntry::Sample::ChosenBar:
        painter->fillRect(
            QRectF(middle.x() - 5.5, middle.y() - 5.5, 11, 11),
            theme.color(entry.sample == LegendEntry::Sample::Bar ? Colour::BarQuiet : Colour::Bar));
        break;
    }
    painter->restore();
}

} // namespace

void paintLegend(QPainter* painter, const QRectF& rect, const std::vector<LegendEntry>& entries,
                 const Theme& theme) {
    std::size_t count = entries.size();
    while (count > 0 && widthOf(entries, count) > rect.width())
        --count;
    painter->save();
    painter->setFont(uiFont(Size::Caption));
    double left = rect.right() - widthOf(entries, count);
    for (std::size_t i = 0; i < count; ++i) {
        const int width = entryWidth(entries[i]);
        const QRectF sample(left, rect.top(), sampleWidth(entries[i]), rect.height());
        paintSample(painter, sample, entries[i], theme);
        painter->setPen(theme.color(Colour::Dim));
        painter->setFont(verbatimFont(uiFont(Size::Caption), entries[i].text));
        painter->drawText(
            QRectF(sample.right() + scaled(sampleGap), rect.top(), width, rect.height()),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, entries[i].text);
        left += width + scaled(entryGap);
    }
    painter->restore();
}

Legend::Legend(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Legend"));
}

void Legend::setEntries(std::vector<LegendEntry> entries) {
    m_entries = std::move(entries);
    QStringList words;
    for (const LegendEntry& entry : m_entries)
        words.append(entry.text);
    setAccessibleDescription(words.join(tr(", ")));
    updateGeometry();
    update();
}

void Legend::follow(const ChartView* chart) {
    connect(chart, &ChartView::legendChanged, this,
            [this, chart] { setEntries(chart->legendEntries()); });
    setEntries(chart->legendEntries());
}

QSize Legend::sizeHint() const {
    return {widthOf(m_entries, m_entries.size()), scaled(measure::controlInBar)};
}

QSize Legend::minimumSizeHint() const {
    return {0, scaled(measure::controlInBar)};
}

void Legend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintLegend(&painter, rect(), m_entries, Theme::of(palette()));
}

} // namespace agon::ui
