#include "ui/shell/search_button.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/key_cap.h"

#include <QAction>
#include <QPainter>

namespace agon::ui {

SearchButton::SearchButton(QAction* action, QWidget* parent)
    : QAbstractButton(parent)
    , m_action(action) {
    setText(action->text());
    setAccessibleName(action->text());
    setToolTip(action->toolTip());
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
}

QSize SearchButton::sizeHint() const {
    return {scaled(188), scaled(measure::controlInBar)};
}

void SearchButton::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintControlBox(&painter, rect(), theme.color(underMouse() ? Colour::Hover : Colour::Base),
                    theme.color(Colour::StrongBorder), hasFocus(), theme);
    const int side = scaled(14);
    const int left = scaled(8);
    paintIcon(&painter, QRectF(left, (height() - side) / 2.0, side, side), Icon::Search,
              theme.color(Colour::Dim));
    const QStringList caps = keyWords(m_action->shortcut());
    const QSize size = keyCapsSize(caps, KeyCapLook::Quiet);
    const QRect keys(width() - size.width() - scaled(5), 0, size.width(), height());
    paintKeyCaps(&painter, keys, caps, KeyCapLook::Quiet, theme);
    painter.setFont(uiFont());
    painter.setPen(theme.color(Colour::Dim));
    painter.drawText(
        QRect(left + side + scaled(6), 0, keys.left() - left - side - scaled(12), height()),
        Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace agon::ui
