#include "ui/widgets/elided_label.h"

#include "ui/theme/theme.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace agon::ui {

ElidedLabel::ElidedLabel(const QString& text, Colour colour, Size size, Weight weight,
                         QWidget* parent)
    : QWidget(parent)
    , m_colour(colour)
    , m_size(size)
    , m_weight(weight) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString& text) {
    m_text = text;
    m_text.replace(u'\n', u' ');
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

void ElidedLabel::setColour(Colour colour) {
    m_colour = colour;
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode) {
    m_mode = mode;
    update();
}

void ElidedLabel::setProse(bool prose) {
    m_prose = prose;
    updateGeometry();
    update();
}

bool ElidedLabel::isElided() const {
    return wordsWidth() > width();
}

QSize ElidedLabel::sizeHint() const {
    return {wordsWidth(), QFontMetrics(ownFont()).height()};
}

QSize ElidedLabel::minimumSizeHint() const {
    const QFontMetrics metrics(ownFont());
    return {std::min(metrics.horizontalAdvance(u"\u2026"_s), sizeHint().width()), metrics.height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(ownFont());
    painter.setPen(Theme::of(palette()).color(isEnabled() ? m_colour : Colour::Faint));
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_text, m_mode, width()));
}

bool ElidedLabel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isElided()) {
        // Escaped: a tooltip takes text that looks like markup for markup.
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
                           u"<span>"_s + m_text.toHtmlEscaped() + u"</span>"_s, this);
        return true;
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
    return QWidget::event(event);
}

int ElidedLabel::wordsWidth() const {
    // Rounded up: a fraction of a pixel less would already elide.
    return static_cast<int>(std::ceil(QFontMetricsF(ownFont()).horizontalAdvance(m_text)));
}

QFont ElidedLabel::ownFont() const {
    if (m_prose)
        return proseFont(m_size, m_weight);
    return verbatimFont(uiFont(m_size, m_weight), m_text);
}

} // namespace agon::ui
