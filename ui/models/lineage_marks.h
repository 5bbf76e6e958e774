// How lineage is drawn: a marker a stage, and lines from what a checkpoint was trained from.
#pragma once

#include "core/domain/model.h"
#include "ui/theme/theme.h"

#include <QBitArray>
#include <QRect>

class QPainter;

namespace agon::ui {

struct LineageMark {
    StageKind stage = StageKind::None;
    bool base = false; // hollow square
    bool hasParent = false;
    bool opensBelow = false; // the line goes on to what was trained from it
    QBitArray runsOn;        // by depth: that level has a later sibling
};

// Where the marker of this depth has its middle, from the left edge of a row of this width. Deeper
// ones than there is room for stand in one column, so that names keep theirs.
[[nodiscard]] int lineageMiddle(int depth, int width);
// Where the words begin.
[[nodiscard]] int lineageTextLeft(int depth, int width);

void paintLineage(QPainter* painter, const QRect& row, int depth, const LineageMark& mark,
                  const Theme& theme);
// Base hollow square, SFT circle, DPO square, PPO triangle, reward model diamond; else a ring.
void paintStageMarker(QPainter* painter, QPointF middle, StageKind stage, bool base,
                      const Theme& theme);

} // namespace agon::ui
