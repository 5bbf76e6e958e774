#include "ui/models/lineage_marks.h"

#include "ui/theme/font.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace agon::ui {

namespace {

constexpr int firstMiddle = 23; // under the group's chevron
constexpr int step = 24;
constexpr int textGap = 12;
constexpr int leastName = 112;

int deepest(int width) {
    return std::max(1, (width - scaled(firstMiddle + leastName)) / scaled(step));
}

double half(StageKind stage, bool base) {
    if (base)
        return 4.5;
    return stage == StageKind::None ? 3.5 : 4.0;
}

} // namespace

int lineageMiddle(int depth, int width) {
    return scaled(firstMiddle + step * std::min(depth, deepest(width)));
}

int lineageTextLeft(int depth, int width) {
    return lineageMiddle(depth, width) + scaled(textGap);
}

void paintStageMarker(QPainter* painter, QPointF middle, StageKind stage, bool base,
                      const Theme& theme) {
    const double size = scaled(100) / 100.0;
    const double r = half(stage, base) * size;
    const QColor ink = theme.color(Colour::Accent);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    const QRectF box(middle.x() - r, middle.y() - r, 2 * r, 2 * r);
    switch (base ? StageKind::None : stage) {
    case StageKind::Sft:
        painter->drawEllipse(box);
        break;
    case StageKind::Dpo:
        painter->drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case StageKind::Ppo:
        painter->drawPolygon(QPolygonF{{middle.x(), box.top() - 0.5},
                                       {box.right() + 0.5, box.bottom()},
                                       {box.left() - 0.5, box.bottom()}});
        break;
    case StageKind::RewardModel:
        painter->drawPolygon(QPolygonF{{middle.x(), box.top() - 0.5},
                                       {box.right() + 0.5, middle.y()},
                                       {middle.x(), box.bottom() + 0.5},
                                       {box.left() - 0.5, middle.y()}});
        break;
    case StageKind::None:
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(ink, 1.5 * size));
        if (base)
            painter->drawRect(box.adjusted(0.75, 0.75, -0.75, -0.75));
        else
            painter->drawEllipse(box);
        break;
    }
    painter->restore();
}

void paintLineage(QPainter* painter, const QRect& row, int depth, const LineageMark& mark,
                  const Theme& theme) {
    const QColor line = theme.color(Colour::Faint);
    const auto at = [&](int level) {
        return row.left() + lineageMiddle(level, row.width());
    };
    const int middle = row.top() + row.height() / 2;
    const int gap = scaled(6); // the marker's half and air
    const int levels = std::min(depth, deepest(row.width()));
    // The line at the level of a row's parent goes on below it where the row has a later sibling.
    for (int level = 1; level <= levels; ++level) {
        const int x = at(level - 1);
        const bool goesOn = level < mark.runsOn.size() && mark.runsOn.testBit(level);
        if (level == depth && mark.hasParent) {
            painter->fillRect(x, row.top(), 1, goesOn ? row.height() : middle - row.top() + 1,
                              line);
            painter->fillRect(x, middle, at(level) - gap - x + 2, 1, line);
        } else if (goesOn) {
            painter->fillRect(x, row.top(), 1, row.height(), line);
        }
    }
    if (mark.opensBelow && depth < deepest(row.width()))
        painter->fillRect(at(depth), middle + gap - 1, 1, row.bottom() - middle - gap + 2, line);
    paintStageMarker(painter, QPointF(at(levels) + 0.5, middle + 0.5), mark.stage, mark.base,
                     theme);
}

} // namespace agon::ui
