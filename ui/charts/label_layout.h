// Where values are written: beside their points, never over a line, a marker or each other.
#pragma once

#include <QtCore/QLineF>
#include <QtCore/QRectF>
#include <QtCore/QSizeF>

#include <optional>
#include <vector>

namespace agon::ui {

struct LabelRequest {
    QPointF anchor;     // the middle of the marker
    QSizeF size;        // of the words
    double reach = 6.0; // how far marker and interval reach above and below the anchor
    bool below = false; // where to look first
};

struct LabelObstacles {
    QRectF bounds;
    std::vector<QLineF> lines;
    std::vector<QRectF> boxes;
};

// One place a request, in its order; nothing where there is no free place.
[[nodiscard]] std::vector<std::optional<QRectF>>
placeLabels(const std::vector<LabelRequest>& requests, const LabelObstacles& obstacles);

// Inside the bounds, and a pixel away from everything.
[[nodiscard]] bool isFree(const QRectF& box, const LabelObstacles& around);
[[nodiscard]] bool crosses(const QRectF& box, const QLineF& line);

} // namespace agon::ui
