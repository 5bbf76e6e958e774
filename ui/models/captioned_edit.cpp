#include "ui/models/captioned_edit.h"

#include "ui/theme/font.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace agon::ui {

namespace {
constexpr int padding = 8;
constexpr int wholeWidth = 96;
constexpr int roomForNumber = 46;
} // namespace

CaptionedEdit::CaptionedEdit(const QString& caption, QWidget* parent)
    : QLineEdit(parent)
    , m_caption(caption) {
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    makeRoom();
}

QSize CaptionedEdit::sizeHint() const {
    const int caption = QFontMetrics(uiFont()).horizontalAdvance(m_caption);
    return {std::max(scaled(wholeWidth), caption + 2 * scaled(padding) + scaled(roomForNumber)),
            QLineEdit::sizeHint().height()};
}

void CaptionedEdit::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setFont(uiFont());
    painter.setPen(Theme::of(palette()).color(Colour::Dim));
    painter.drawText(rect().adjusted(scaled(padding), 0, -scaled(padding), 0),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), m_caption);
}

void CaptionedEdit::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        makeRoom();
}

void CaptionedEdit::makeRoom() {
    setTextMargins(QFontMetrics(uiFont()).horizontalAdvance(m_caption) + scaled(padding), 0, 0, 0);
}

} // namespace agon::ui
