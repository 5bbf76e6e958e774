#include "ui/shell/framed_group.h"

#include "ui/theme/font.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace agon::ui {

FramedGroup::FramedGroup(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this)) {
    m_rows->setContentsMargins(1, 1, 1, 1);
    m_rows->setSpacing(1);
}

void FramedGroup::addRow(QWidget* row) {
    m_rows->addWidget(row);
}

void FramedGroup::clear() {
    while (m_rows->count() > 0) {
        const std::unique_ptr<QLayoutItem> item(m_rows->takeAt(0));
        item->widget()->hide();
        item->widget()->deleteLater(); // a row may clear the list it stands in by its own click
    }
}

void FramedGroup::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(&painter, rect(), theme.color(Colour::Base), theme.color(Colour::Border),
             measure::radius);
    painter.setPen(theme.color(Colour::Border));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int i = 1; i < m_rows->count(); ++i) {
        const int y = m_rows->itemAt(i)->geometry().top() - 1;
        painter.drawLine(1, y, width() - 2, y);
    }
}

} // namespace agon::ui
