#include "ui/widgets/text_label.h"

#include "ui/theme/theme.h"

#include <QtCore/QEvent>

namespace agon::ui {

TextLabel::TextLabel(const QString& text, Colour colour, Size size, Weight weight, QWidget* parent)
    : QLabel(text, parent)
    , m_colour(colour)
    , m_size(size)
    , m_weight(weight) {
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // not what an ancestor's background makes of it
    applyTheme();
}

void TextLabel::setColour(Colour colour) {
    m_colour = colour;
    applyTheme();
}

bool TextLabel::event(QEvent* event) {
    const bool handled = QLabel::event(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::ParentChange)
        applyTheme();
    return handled;
}

void TextLabel::applyTheme() {
    // Setting either sends a change event again, so only what differs is set.
    const QColor ink = Theme::of(palette()).color(m_colour);
    if (palette().color(QPalette::Active, foregroundRole()) != ink) {
        QPalette onlyInk; // everything else stays inherited
        onlyInk.setColor(QPalette::Active, foregroundRole(), ink);
        onlyInk.setColor(QPalette::Inactive, foregroundRole(), ink);
        setPalette(onlyInk);
    }
    const QFont wanted = uiFont(m_size, m_weight);
    if (font() != wanted)
        setFont(wanted);
}

} // namespace agon::ui
