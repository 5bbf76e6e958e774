// The few shapes everything is painted from: boxes, rings and bars, sharp at every resolution.
#pragma once

#include "ui/theme/theme.h"

#include <QtCore/QRectF>

class QPainter;

namespace agon::ui {

// A box with a one pixel border inside its rect; pass an invalid colour to leave either out.
void paintBox(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& border,
              double radius = 4.0);

// The 2 px accent ring inside rect.
void paintFocusRing(QPainter* painter, const QRectF& rect, const Theme& theme, double radius = 4.0);

// Filled box of a control; with focus the ring takes the border's place.
void paintControlBox(QPainter* painter, const QRectF& rect, const QColor& fill,
                     const QColor& border, bool focused, const Theme& theme, double radius = 4.0);

// A check mark in the middle of a square box.
void paintTick(QPainter* painter, const QRectF& box, const QColor& color, double lineWidth);

// A bar with round ends, or square ones where radius is 0.
void paintBar(QPainter* painter, const QRectF& rect, const QColor& fill, double radius = 2.0);

// 45 degree lines, 1 px in 4.
void paintHatch(QPainter* painter, const QRectF& rect, const QColor& line, const QColor& back,
                double radius = 0.0);

} // namespace agon::ui
