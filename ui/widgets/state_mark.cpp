#include "ui/widgets/state_mark.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/format_number.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

#include <cmath>

namespace agon::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StateMark)
};

void paintRing(QPainter* painter, const QRectF& box, double share, const Theme& theme) {
    const double line = box.width() / 5.0;
    const QRectF ring = box.adjusted(1 + line / 2, 1 + line / 2, -1 - line / 2, -1 - line / 2);
    painter->setPen(QPen(theme.color(Colour::BarQuiet), line));
    painter->drawEllipse(ring);
    painter->setPen(QPen(theme.color(Colour::Accent), line, Qt::SolidLine, Qt::FlatCap));
    constexpr int turn = 360 * 16;
    painter->drawArc(ring, 90 * 16, -static_cast<int>(std::lround(share * turn)));
}

} // namespace

void paintStateMark(QPainter* painter, const QRectF& rect, Mark mark, double share,
                    const Theme& theme) {
    QRectF box(0, 0, scaled(16), scaled(16));
    box.moveCenter(rect.center());
    box.moveTopLeft(QPointF(std::round(box.left()), std::round(box.top())));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    switch (mark) {
    case Mark::Done:
        paintBox(painter, box, theme.color(Colour::GoodTint), {}, box.width() / 2.0);
        paintTick(painter, box, theme.color(Colour::GoodText), 1.4);
        break;
    case Mark::Running:
        paintRing(painter, box, std::clamp(share, 0.0, 1.0), theme);
        break;
    case Mark::Waiting: {
        QPen pen(theme.color(Colour::Dim), 1.2);
        pen.setDashPattern({2.0, 1.6});
        pen.setCapStyle(Qt::FlatCap);
        painter->setPen(pen);
        painter->drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5));
        break;
    }
    case Mark::Paused:
        paintIcon(painter, box, Icon::Pause, theme.color(Colour::Text));
        break;
    case Mark::Stopped:
        painter->setPen(QPen(theme.color(Colour::TieMark), 1.4));
        painter->drawEllipse(box.adjusted(4.5, 4.5, -4.5, -4.5));
        break;
    case Mark::Remark:
        paintIcon(painter, box, Icon::Remark, theme.color(Colour::WarningText));
        break;
    case Mark::Failed:
        paintIcon(painter, box, Icon::Invalid, theme.color(Colour::DangerText));
        break;
    }
    painter->restore();
}

QString markWords(Mark mark, double share) {
    switch (mark) {
    case Mark::Done:
        return Words::tr("Done");
    case Mark::Running:
        return Words::tr("Running, %1").arg(formatPercent(share, 0));
    case Mark::Waiting:
        return Words::tr("Waiting");
    case Mark::Paused:
        return Words::tr("Paused");
    case Mark::Stopped:
        return Words::tr("Stopped");
    case Mark::Remark:
        return Words::tr("Done, with a remark");
    case Mark::Failed:
        return Words::tr("Failed");
    }
    return {};
}

StateMark::StateMark(Mark mark, QWidget* parent)
    : QWidget(parent)
    , m_mark(mark) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMark(mark);
}

void StateMark::setMark(Mark mark, double share) {
    m_mark = mark;
    m_share = share;
    setAccessibleName(markWords(mark, share));
    setToolTip(accessibleName());
    update();
}

QSize StateMark::sizeHint() const {
    return {scaled(16), scaled(16)};
}

void StateMark::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintStateMark(&painter, rect(), m_mark, m_share, Theme::of(palette()));
}

} // namespace agon::ui
