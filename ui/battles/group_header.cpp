#include "ui/battles/group_header.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/format_number.h"

#include <QPainter>
#include <QStyle>

namespace agon::ui {

GroupHeader::GroupHeader(const QString& title, QWidget* parent)
    : QAbstractButton(parent) {
    setText(title);
    setCheckable(true);
    setChecked(true); // open
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(scaled(24));
    connect(this, &QAbstractButton::toggled, this, &GroupHeader::describe);
    describe();
}

void GroupHeader::setCount(qint64 count) {
    m_count = count;
    describe();
}

void GroupHeader::setNote(const QString& note) {
    m_note = note;
    describe();
}

void GroupHeader::describe() {
    setAccessibleName(tr("%1, %2 battles", "group").arg(text(), formatCount(m_count)));
    setAccessibleDescription(isChecked() ? m_note : tr("folded"));
    update();
}

QSize GroupHeader::sizeHint() const {
    return {scaled(200), scaled(24)};
}

void GroupHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.color(underMouse() ? Colour::Hover : Colour::Window));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(Colour::Border));
    const auto mirrored = [&](const QRect& part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const int side = scaled(12);
    const Icon chevron = isChecked()                            ? Icon::ChevronDown
                         : layoutDirection() == Qt::RightToLeft ? Icon::ChevronLeft
                                                                : Icon::ChevronRight;
    paintIcon(&painter, mirrored({scaled(9), (height() - side) / 2, side, side}), chevron,
              theme.color(Colour::Dim));
    int left = scaled(27);
    const auto write = [&](const QString& words, const QFont& font, Colour colour) {
        painter.setFont(font);
        painter.setPen(theme.color(colour));
        const int width = painter.fontMetrics().horizontalAdvance(words);
        painter.drawText(mirrored({left, 0, width + 1, height() - 1}),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, words);
        left += width + scaled(6);
    };
    write(text(), uiFont(Size::Body, Weight::Semibold), Colour::Text);
    write(formatCount(m_count), uiFont(), Colour::Dim);
    painter.setFont(uiFont(Size::Caption));
    const int room = width() - left - scaled(10);
    if (room > scaled(40))
        painter.drawText(mirrored({left, 0, room, height() - 1}),
                         Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(m_note, Qt::ElideRight, room));
    if (hasFocus())
        paintFocusRing(&painter, rect(), theme);
}

} // namespace agon::ui
