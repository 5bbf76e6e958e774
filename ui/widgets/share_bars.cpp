#include "ui/widgets/share_bars.h"

#include "ui/theme/shapes.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <cmath>

namespace agon::ui {
namespace {

constexpr int steps = 1000;

QRectF centred(const QRectF& rect, double height) {
    const double used = std::min(height, rect.height());
    return {rect.left(), std::round(rect.center().y() - used / 2.0), rect.width(), used};
}

} // namespace

void paintProgress(QPainter* painter, const QRectF& rect, double share, const Theme& theme) {
    QRectF bar = centred(rect, 6.0);
    paintBar(painter, bar, theme.color(Colour::BarQuiet), 3.0);
    bar.setWidth(bar.width() * std::clamp(share, 0.0, 1.0));
    paintBar(painter, bar, theme.color(Colour::Accent), 3.0);
}

void paintWinBar(QPainter* painter, const QRectF& rect, double won, double tied, double lost,
                 const Theme& theme) {
    const double all = won + tied + lost;
    const QRectF bar = centred(rect, 8.0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(bar, 2.0, 2.0);
    painter->setClipPath(outline, Qt::IntersectClip);
    painter->fillRect(bar, theme.color(Colour::Selection));
    if (all > 0.0) {
        QRectF part = bar;
        part.setWidth(bar.width() * won / all);
        painter->fillRect(part, theme.color(Colour::Dim));
        part.setLeft(part.right());
        part.setWidth(bar.width() * tied / all);
        painter->fillRect(part, theme.color(theme.isDark() ? Colour::Faint : Colour::StrongBorder));
    }
    painter->restore();
}

ThinProgress::ThinProgress(QWidget* parent)
    : QProgressBar(parent) {
    setTextVisible(false);
    setRange(0, steps);
    setValue(0);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ThinProgress::setShare(double share) {
    setValue(static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * steps)));
}

} // namespace agon::ui
