#include "ui/shell/picture.h"

#include "ui/theme/font.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace agon::ui {

Picture::Picture(Icon icon, Colour colour, int side, QWidget* parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_colour(colour)
    , m_side(side) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Picture::sizeHint() const {
    return {scaled(m_side), scaled(m_side)};
}

void Picture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintIcon(&painter, rect(), m_icon, Theme::of(palette()).color(m_colour));
}

} // namespace agon::ui
