#include "ui/charts/heat_map.h"

#include "ui/charts/chart_theme.h"
#include "ui/theme/font.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/verdict_chip.h"

#include <QtGui/QPainter>
#include <qcustomplot.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

constexpr int widestNames = 180;
constexpr int rankColumn = 28;
constexpr int scaleBar = 10;
constexpr int largestCellWidth = 56;
constexpr int largestCellHeight = 32;
constexpr int usualCellWidth = 29;
constexpr int usualCellHeight = 20;
constexpr int smallestNamed = 13; // height of a row that has room for its name
constexpr int mostPainted = 200;  // models up to which cells are painted one by one
constexpr int smallestParted = 6; // cells from this size on are parted by a line

int percent(double rate) {
    return static_cast<int>(std::lround(rate * 100.0));
}

void paintRank(QPainter& painter, const QRectF& place, const HeatMapModel& model,
               const Theme& theme, Qt::Alignment alignment) {
    const QSize chip = verdictChipSize();
    const bool pinned = model.pin != Pin::None;
    if (pinned && place.height() >= chip.height() && place.width() >= chip.width()) {
        QRectF box(QPointF(), chip);
        box.moveCenter(place.center());
        if (alignment.testFlag(Qt::AlignRight))
            box.moveRight(place.right());
        paintVerdictChip(&painter, box.toRect(),
                         {model.pin == Pin::A ? Verdict::A : Verdict::B, false, true}, theme);
        return;
    }
    painter.setFont(uiFont(Size::Caption, pinned ? Weight::Semibold : Weight::Regular));
    painter.setPen(theme.color(model.pin == Pin::A   ? Colour::AText
                               : model.pin == Pin::B ? Colour::BText
                                                     : Colour::Dim));
    const QString text = model.pin == Pin::A   ? u"A"_s
                         : model.pin == Pin::B ? u"B"_s
                                               : QString::number(model.rank);
    painter.drawText(place, static_cast<int>(alignment) | Qt::AlignVCenter | Qt::TextDontClip,
                     text);
}

struct AxisLabel {
    int index = 0;
    double shift = 0.0; // pixels off the middle of its row or column
};

// Labels that stand `needed` pixels apart on rows or columns of `pitch` pixels: the pinned pair
// always, moved apart if it must be, and others at regular distances where they leave it room.
std::vector<AxisLabel> labelsFor(const std::vector<HeatMapModel>& models, double needed,
                                 double pitch) {
    const auto count = static_cast<int>(models.size());
    const int stride = std::max(1, static_cast<int>(std::ceil(needed / std::max(1.0, pitch))));
    std::vector<int> pinned;
    for (int i = 0; i < count; ++i)
        if (models[static_cast<std::size_t>(i)].pin != Pin::None)
            pinned.push_back(i);
    std::vector<AxisLabel> labels;
    for (int i = 0; i < count; ++i) {
        AxisLabel label{i};
        if (models[static_cast<std::size_t>(i)].pin != Pin::None) {
            for (const int other : pinned) {
                const double missing = needed - std::abs(i - other) * pitch;
                if (other != i && missing > 0.0)
                    label.shift = (i < other ? -missing : missing) / 2.0;
            }
        } else {
            const int room = stride == 1 ? 1 : stride + stride / 2;
            const bool crowded = std::any_of(pinned.begin(), pinned.end(),
                                             [&](int other) { return std::abs(i - other) < room; });
            if (i % stride != 0 || crowded)
                continue;
        }
        labels.push_back(label);
    }
    return labels;
}

} // namespace

HeatMap::HeatMap(QWidget* parent)
    : ChartView(parent)
    , m_map(new QCPColorMap(plot().xAxis, plot().yAxis)) {
    setTitle(tr("Win rate, row against column"));
    QCustomPlot& p = plot();
    for (QCPAxis* axis : {p.xAxis, p.yAxis}) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    p.yAxis->setRangeReversed(true);
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    addPainting(p, PlotLayer::Above, [this](QPainter& painter) { paintCells(painter); });
    addPainting(p, PlotLayer::Labels, [this](QPainter& painter) { paintNames(painter); });
    addPainting(p, PlotLayer::Labels, [this](QPainter& painter) { paintScale(painter); });
    setMatrix({}, {});
}

void HeatMap::setMatrix(std::vector<HeatMapModel> models, std::vector<HeatMapCell> cells) {
    m_models = std::move(models);
    m_cells = std::move(cells);
    m_cells.resize(m_models.size() * m_models.size());
    m_selected = -1;
    fillMap();
    updateGeometry();
    refresh();
}

void HeatMap::setSelectedCell(int row, int column) {
    const bool inside = row >= 0 && column >= 0 && row < size() && column < size();
    m_selected = inside ? row * size() + column : -1;
    plot().replot(QCustomPlot::rpQueuedReplot);
}

const HeatMapCell& HeatMap::cell(int row, int column) const {
    return m_cells[static_cast<std::size_t>(row) * m_models.size() +
                   static_cast<std::size_t>(column)];
}

void HeatMap::fillMap() {
    const int count = size();
    m_map->setVisible(count > mostPainted);
    m_map->data()->setSize(count, count);
    const QCPRange centres(0.0, std::max(1, count - 1)); // one cell: QCustomPlot wants a width
    m_map->data()->setRange(centres, centres);
    for (int row = 0; row < count; ++row)
        for (int column = 0; column < count; ++column)
            m_map->data()->setCell(column, row, row == column ? qQNaN() : cell(row, column).rate);
}

void HeatMap::applyTheme(const Theme& theme) {
    QCPColorGradient gradient;
    gradient.clearColorStops();
    for (const double stop : {0.0, 0.25, 0.5, 0.75, 1.0})
        gradient.setColorStopAt(stop, theme.diverging(stop));
    gradient.setNanHandling(QCPColorGradient::nhNanColor);
    gradient.setNanColor(theme.diverging(qQNaN()));
    m_map->setGradient(gradient);
    m_map->setDataRange(QCPRange(0.0, 1.0));
}

namespace {

struct HeatMargins {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

HeatMargins marginsFor(const std::vector<HeatMapModel>& models, int width) {
    const int padding = scaled(measure::dockPadding);
    int widest = 0;
    for (const HeatMapModel& model : models) {
        const QFontMetrics metrics(
            uiFont(Size::Body, model.pin == Pin::None ? Weight::Regular : Weight::Semibold));
        widest = std::max(widest, metrics.horizontalAdvance(model.name));
    }
    const int names = std::min({widest + 2, scaled(widestNames), width * 2 / 5});
    const QFontMetrics small(uiFont(Size::Caption));
    return {padding + names + scaled(rankColumn) + scaled(6), scaled(26),
            scaled(14 + scaleBar + 5) + small.horizontalAdvance(u"100"_s) + padding, padding};
}

} // namespace

QSize HeatMap::sizeHint() const {
    const HeatMargins margins = marginsFor(m_models, scaled(570));
    return {margins.left + margins.right + scaled(usualCellWidth) * std::max(8, size()),
            margins.top + margins.bottom + scaled(usualCellHeight) * std::max(6, size())};
}

void HeatMap::layOut(const QSize& size_) {
    const int count = std::max(1, size());
    const HeatMargins margins = marginsFor(m_models, size_.width());
    // Whole pixels for every cell, so that all are alike and their edges sharp.
    const int width = std::clamp((size_.width() - margins.left - margins.right) / count, 1,
                                 scaled(largestCellWidth));
    const int height = std::clamp((size_.height() - margins.top - margins.bottom) / count, 1,
                                  scaled(largestCellHeight));
    m_cell = QSize(width, height);
    plot().axisRect()->setMargins(QMargins(margins.left, margins.top,
                                           size_.width() - margins.left - width * count,
                                           size_.height() - margins.top - height * count));
    plot().axisRect()->setOuterRect(QRect(QPoint(), size_));
    plot().xAxis->setRange(-0.5, count - 0.5);
    plot().yAxis->setRange(-0.5, count - 0.5);
}

QRectF HeatMap::cellRect(int row, int column) const {
    const QPoint origin = plot().axisRect()->rect().topLeft();
    return {QPointF(origin.x() + column * m_cell.width(), origin.y() + row * m_cell.height()),
            QSizeF(m_cell)};
}

void HeatMap::paintCells(QPainter& painter) const {
    if (m_models.empty())
        return;
    const QRect area = plot().axisRect()->rect();
    const QColor line = theme().color(Colour::Base);
    // A stretched image of a few cells is off by a pixel here and there; boxes are not.
    if (size() <= mostPainted)
        for (int row = 0; row < size(); ++row)
            for (int column = 0; column < size(); ++column)
                painter.fillRect(
                    cellRect(row, column),
                    theme().diverging(row == column ? qQNaN() : cell(row, column).rate));
    if (std::min(m_cell.width(), m_cell.height()) >= scaled(smallestParted)) {
        for (int i = 1; i <= size(); ++i) {
            painter.fillRect(
                QRect(area.left() + i * m_cell.width() - 1, area.top(), 1, area.height()), line);
            painter.fillRect(
                QRect(area.left(), area.top() + i * m_cell.height() - 1, area.width(), 1), line);
        }
    }
    painter.setFont(uiFont(Size::Caption));
    const QFontMetrics metrics = painter.fontMetrics();
    const bool numbered = size() <= mostNumbered && m_cell.height() >= metrics.height() - 2 &&
                          m_cell.width() >= metrics.horizontalAdvance(u"100"_s) + 2;
    for (int row = 0; numbered && row < size(); ++row) {
        for (int column = 0; column < size(); ++column) {
            const double rate = cell(row, column).rate;
            if (row == column || std::isnan(rate))
                continue;
            painter.setPen(inkOn(theme().diverging(rate)));
            painter.drawText(cellRect(row, column).adjusted(0, 0, -1, -1),
                             Qt::AlignCenter | Qt::TextDontClip, QString::number(percent(rate)));
        }
    }
    if (m_selected >= 0) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(
            QPen(theme().color(Colour::Text), 2.0, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cellRect(m_selected / size(), m_selected % size()).adjusted(-1, -1, 0, 0));
    }
}

void HeatMap::paintNames(QPainter& painter) const {
    if (m_models.empty())
        return;
    const QRect area = plot().axisRect()->rect();
    const int padding = scaled(measure::dockPadding);
    const int gap = scaled(6);
    const QFontMetrics small(uiFont(Size::Caption));
    const double namesWidth = area.left() - gap - scaled(rankColumn) - padding;
    // Where rows are lower than words, a label stands in the middle of its row all the same.
    const double height = std::max<double>(m_cell.height(), small.height());
    for (const AxisLabel& label : labelsFor(m_models, scaled(smallestNamed), m_cell.height())) {
        const HeatMapModel& model = m_models[static_cast<std::size_t>(label.index)];
        const double middle = cellRect(label.index, 0).center().y() + label.shift;
        const double top = std::round(middle - height / 2.0);
        const bool pinned = model.pin != Pin::None;
        painter.setFont(verbatimFont(
            uiFont(Size::Body, pinned ? Weight::Semibold : Weight::Regular), model.name));
        painter.setPen(theme().color(Colour::Text));
        painter.drawText(QRectF(padding, top, namesWidth, height),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip,
                         painter.fontMetrics().elidedText(model.name, Qt::ElideMiddle,
                                                          static_cast<int>(namesWidth)));
        paintRank(painter,
                  QRectF(area.left() - gap - scaled(rankColumn), top, scaled(rankColumn), height),
                  model, theme(), Qt::AlignRight);
    }
    const int widest = small.horizontalAdvance(QString::number(std::max(10, size())));
    const double head = scaled(18);
    for (const AxisLabel& label : labelsFor(m_models, widest + scaled(4), m_cell.width()))
        paintRank(painter,
                  cellRect(0, label.index)
                      .translated(label.shift, -head - scaled(3))
                      .adjusted(0, 0, 0, head - m_cell.height()),
                  m_models[static_cast<std::size_t>(label.index)], theme(), Qt::AlignHCenter);
}

void HeatMap::paintScale(QPainter& painter) const {
    if (m_models.empty())
        return;
    const QRect area = plot().axisRect()->rect();
    // A map of few models is too low for five numbers; the scale then reaches below it.
    const int room = plot().viewport().height() - area.top() - scaled(measure::dockPadding);
    const int height = std::min(std::max(area.height() - 1, scaled(80)), std::max(1, room));
    const QRect bar(area.right() + 1 + scaled(14), area.top(), scaled(scaleBar), height);
    for (int y = 0; y < bar.height(); ++y)
        painter.fillRect(QRect(bar.left(), bar.top() + y, bar.width(), 1),
                         theme().diverging(1.0 - (y + 0.5) / bar.height()));
    painter.setFont(uiFont(Size::Caption));
    painter.setPen(theme().color(Colour::Dim));
    const QFontMetrics metrics = painter.fontMetrics();
    const int line = metrics.height();
    const int stops = bar.height() >= 8 * line ? 4 : 2;
    for (int stop = 0; stop <= stops; ++stop) {
        const double share = static_cast<double>(stop) / stops;
        // The outer two end with the bar.
        const double cap = metrics.capHeight() / 2.0 + 1.0;
        const double middle = std::clamp(bar.bottom() + 1 - share * bar.height(), bar.top() + cap,
                                         bar.bottom() + 1 - cap);
        painter.drawText(QRectF(bar.right() + 1 + scaled(5), middle - line / 2.0, scaled(40), line),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                         QString::number(percent(share)));
    }
}

QString HeatMap::summary() const {
    QStringList texts;
    for (int row = 0; row < size(); ++row) {
        const HeatMapModel& model = m_models[static_cast<std::size_t>(row)];
        double sum = 0.0;
        int known = 0;
        for (int column = 0; column < size(); ++column) {
            const double rate = cell(row, column).rate;
            if (row == column || std::isnan(rate))
                continue;
            sum += rate;
            ++known;
        }
        const QString rank = QString::number(model.rank);
        if (known == 0) {
            texts.append(tr("%1. %2: no battles").arg(rank, model.name));
            continue;
        }
        const QString against = known == 1 ? tr("1 opponent") : tr("%1 opponents").arg(known);
        texts.append(tr("%1. %2: wins %3 % on average over %4", "rank, model, share, opponents")
                         .arg(rank, model.name, QString::number(percent(sum / known)), against));
    }
    return texts.join(tr("; "));
}

int HeatMap::markCount() const {
    return size() * size();
}

QRectF HeatMap::markRect(int mark) const {
    return cellRect(mark / size(), mark % size());
}

QString HeatMap::markText(int mark) const {
    const int row = mark / size();
    const int column = mark % size();
    const QString& winner = m_models[static_cast<std::size_t>(row)].name;
    const QString& loser = m_models[static_cast<std::size_t>(column)].name;
    if (row == column)
        return winner;
    const HeatMapCell& shown = cell(row, column);
    if (std::isnan(shown.rate))
        return tr("%1 against %2: no battles").arg(winner, loser);
    QString text =
        tr("%1 against %2: %3 %").arg(winner, loser, formatNumber(shown.rate * 100.0, 1));
    if (shown.wins + shown.ties + shown.losses == 0)
        return text;
    return tr("%1\n%2 won, %3 tied, %4 lost")
        .arg(text, formatCount(shown.wins), formatCount(shown.ties), formatCount(shown.losses));
}

int HeatMap::markAt(const QPointF& position) const {
    const QRect area = plot().axisRect()->rect();
    if (m_models.empty() || !area.contains(position.toPoint()))
        return -1;
    const int column = static_cast<int>(position.x() - area.left()) / m_cell.width();
    const int row = static_cast<int>(position.y() - area.top()) / m_cell.height();
    const bool inside = row >= 0 && column >= 0 && row < size() && column < size();
    return inside && row != column ? row * size() + column : -1;
}

int HeatMap::markBeyond(int mark, Qt::Key key) const {
    if (size() < 2)
        return -1;
    if (mark < 0)
        return 1; // the strongest against the next
    int row = mark / size();
    int column = mark % size();
    const int last = size() - 1;
    switch (key) {
    case Qt::Key_Left:
        column = std::max(0, column - 1);
        break;
    case Qt::Key_Right:
        column = std::min(last, column + 1);
        break;
    case Qt::Key_Up:
    case Qt::Key_PageUp:
        row = std::max(0, row - (key == Qt::Key_Up ? 1 : 10));
        break;
    case Qt::Key_Down:
    case Qt::Key_PageDown:
        row = std::min(last, row + (key == Qt::Key_Down ? 1 : 10));
        break;
    case Qt::Key_Home:
        column = 0;
        break;
    case Qt::Key_End:
        column = last;
        break;
    default:
        break;
    }
    return row * size() + column;
}

void HeatMap::paintHighlight(QPainter& painter, const QRectF& mark, bool current) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().color(current ? Colour::Text : Colour::Dim), current ? 2.0 : 1.0,
                        Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const double out = current ? -1.0 : -0.5;
    painter.drawRect(mark.adjusted(out, out, current ? 0.0 : -0.5, current ? 0.0 : -0.5));
}

void HeatMap::markChosen(int mark) {
    const int row = mark / size();
    const int column = mark % size();
    if (row != column)
        emit cellActivated(row, column);
}

} // namespace agon::ui
