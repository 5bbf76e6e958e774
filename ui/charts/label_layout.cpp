#include "ui/charts/label_layout.h"

#include <algorithm>
#include <array>

namespace agon::ui {
namespace {

constexpr double gap = 3.0;    // between marker and words
constexpr double margin = 1.0; // between words and anything else

// Where to look, best first: above or below, then aside, then off the corners, then farther away.
std::vector<QRectF> candidates(const LabelRequest& request) {
    const double width = request.size.width();
    const double height = request.size.height();
    const QPointF at = request.anchor;
    const double reach = request.reach + gap;
    const auto box = [&](double left, double top) {
        return QRectF(left, top, width, height);
    };
    const double middle = at.x() - width / 2.0;
    const double above = at.y() - reach - height;
    const double below = at.y() + reach;
    const double right = at.x() + request.reach + gap + 2.0;
    const double left = at.x() - request.reach - gap - 2.0 - width;

    std::vector<QRectF> boxes;
    boxes.reserve(24);
    for (const double farther : {0.0, 5.0, 11.0}) {
        const std::array vertical{request.below ? below + farther : above - farther,
                                  request.below ? above - farther : below + farther};
        for (const double top : vertical) {
            boxes.push_back(box(middle, top));
            boxes.push_back(box(at.x() - width * 0.2, top));
            boxes.push_back(box(at.x() - width * 0.8, top));
        }
        boxes.push_back(box(right + farther, at.y() - height / 2.0));
        boxes.push_back(box(left - farther, at.y() - height / 2.0));
    }
    return boxes;
}

// Liang and Barsky's clipping: whether any part of the line lies inside.
bool clipped(double start, double delta, double low, double high, double& from, double& to) {
    if (delta == 0.0)
        return start >= low && start <= high;
    double first = (low - start) / delta;
    double second = (high - start) / delta;
    if (first > second)
        std::swap(first, second);
    from = std::max(from, first);
    to = std::min(to, second);
    return from <= to;
}

} // namespace

bool crosses(const QRectF& box, const QLineF& line) {
    double from = 0.0;
    double to = 1.0;
    return clipped(line.x1(), line.dx(), box.left(), box.right(), from, to) &&
           clipped(line.y1(), line.dy(), box.top(), box.bottom(), from, to);
}

bool isFree(const QRectF& box, const LabelObstacles& around) {
    const QRectF wide = box.adjusted(-margin, -margin, margin, margin);
    return around.bounds.contains(box) &&
           std::none_of(around.boxes.begin(), around.boxes.end(),
                        [&](const QRectF& other) { return other.intersects(wide); }) &&
           std::none_of(around.lines.begin(), around.lines.end(),
                        [&](const QLineF& line) { return crosses(wide, line); });
}

std::vector<std::optional<QRectF>> placeLabels(const std::vector<LabelRequest>& requests,
                                               const LabelObstacles& obstacles) {
    std::vector<std::optional<QRectF>> places(requests.size());
    LabelObstacles around = obstacles;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const std::vector<QRectF> boxes = candidates(requests[i]);
        const auto found = std::find_if(boxes.begin(), boxes.end(),
                                        [&](const QRectF& box) { return isFree(box, around); });
        if (found == boxes.end())
            continue;
        places[i] = *found;
        around.boxes.push_back(*found);
    }
    return places;
}

} // namespace agon::ui
