#include "ui/widgets/section_header.h"

#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

namespace agon::ui {

SectionHeader::SectionHeader(const QString& title, const QString& note, QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(title, Colour::Text, Size::Body, Weight::Semibold))
    , m_note(new ElidedLabel(note, Colour::Dim))
    , m_layout(new QHBoxLayout(this)) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setInBar(this);
    m_layout->setContentsMargins(scaled(measure::dockPadding), 0, scaled(measure::dockPadding), 1);
    m_layout->setSpacing(scaled(8));
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_note);
    m_layout->addStretch(1);
    m_note->setVisible(!note.isEmpty());
    // A section's own name stays whole; one that comes later is data, and may lose letters.
    m_title->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setAccessibleName(title);
}

void SectionHeader::setTitle(const QString& title) {
    m_title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_title->setText(title);
    setAccessibleName(title);
}

void SectionHeader::setNote(const QString& note) {
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void SectionHeader::setFill(Colour fill) {
    m_fill = fill;
    update();
}

void SectionHeader::addWidget(QWidget* widget) {
    m_layout->addWidget(widget, 0, Qt::AlignVCenter);
}

QSize SectionHeader::sizeHint() const {
    return {QWidget::sizeHint().width(), scaled(measure::sectionHeader)};
}

void SectionHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.color(m_fill));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(Colour::Border));
}

} // namespace agon::ui
