#include "ui/shell/card_button.h"

#include "ui/theme/font.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/key_cap.h"

#include <QPainter>

namespace agon::ui {

CardButton::CardButton(Icon icon, const QString& title, const QString& caption, Frame frame,
                       QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_caption(caption)
    , m_frame(frame) {
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(caption);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CardButton::setKeys(const QKeySequence& keys) {
    m_keys = keys;
    update();
}

QSize CardButton::sizeHint() const {
    return {scaled(320), scaled(m_frame == Frame::Own ? 56 : 52)};
}

void CardButton::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = isDown() || underMouse();
    const QColor fill = theme.color(isDown() ? Colour::Selection
                                    : lit    ? Colour::Hover
                                             : Colour::Base);
    const bool own = m_frame == Frame::Own;
    paintControlBox(&painter, rect(), fill, own ? theme.color(Colour::Border) : QColor(),
                    hasFocus(), theme, own ? measure::radius : 0);

    const int side = scaled(16);
    const int left = scaled(18);
    paintIcon(&painter, QRectF(left, own ? scaled(20) : scaled(18), side, side), m_icon,
              theme.color(own ? Colour::Text : Colour::Dim));

    QRect words(left + side + scaled(own ? 14 : 12), 0, 0, scaled(18));
    words.setRight(width() - scaled(16));
    if (m_keys.isEmpty()) {
        if (!own) {
            const QRectF chevron(width() - scaled(16) - side, (height() - side) / 2.0, side, side);
            paintIcon(&painter, chevron, Icon::ChevronRight, theme.color(Colour::Dim));
            words.setRight(static_cast<int>(chevron.left()) - scaled(8));
        }
    } else {
        const QStringList caps = keyWords(m_keys);
        const QSize size = keyCapsSize(caps, KeyCapLook::Plain);
        const QRect area(width() - scaled(14) - size.width(), 0, size.width(), height());
        paintKeyCaps(&painter, area, caps, KeyCapLook::Plain, theme);
        words.setRight(area.left() - scaled(8));
    }

    const auto line = [&](int top, const QString& text, const QFont& font, Colour colour) {
        painter.setFont(font);
        painter.setPen(theme.color(colour));
        words.moveTop(top);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    };
    const int top = (height() - scaled(34)) / 2;
    line(top, text(), uiFont(Size::Body, own ? Weight::Semibold : Weight::Medium), Colour::Text);
    line(top + scaled(17), m_caption, uiFont(), Colour::Dim);
}

} // namespace agon::ui
