#include "ui/models/fold_header.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace agon::ui {

namespace {

constexpr int headerHeight = 28;
constexpr int chevron = 14;
constexpr int gap = 6;

} // namespace

FoldHeader::FoldHeader(const QString& title, QWidget* parent)
    : QToolButton(parent)
    , m_title(title) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setNote({});
    connect(this, &QToolButton::toggled, this, [this] { update(); });
}

void FoldHeader::setOpen(bool open) {
    setChecked(open);
}

void FoldHeader::setNote(const QString& note) {
    m_note = note;
    setAccessibleName(note.isEmpty() ? m_title : tr("%1, %2").arg(m_title, note));
    update();
}

QSize FoldHeader::sizeHint() const {
    return {scaled(120), scaled(headerHeight)};
}

void FoldHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    const double side = scaled(chevron);
    painter.fillRect(0, 0, width(), 1, theme.color(Colour::Border));
    paintIcon(&painter, {0.0, (height() - side) / 2.0, side, side},
              isOpen() ? Icon::ChevronDown : Icon::ChevronRight, theme.color(Colour::Dim));
    const auto align = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    QRect room = rect().adjusted(scaled(chevron + gap), 0, 0, 0);
    painter.setFont(uiFont(Size::Body, Weight::Medium));
    painter.setPen(theme.color(Colour::Text));
    painter.drawText(room, align, m_title);
    room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(m_title) + scaled(8));
    painter.setFont(uiFont(Size::Caption));
    painter.setPen(theme.color(Colour::Dim));
    painter.drawText(room, align,
                     painter.fontMetrics().elidedText(m_note, Qt::ElideRight, room.width()));
}

} // namespace agon::ui
