#include "ui/widgets/facet_button.h"

#include "ui/theme/font.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/tabular_text.h"

#include <QtGui/QPainter>

namespace agon::ui {
namespace {
constexpr int pillHeight = 24;
constexpr int padding = 9;
constexpr int iconSide = 14;
constexpr int iconGap = 6;
constexpr int countGap = 7;
} // namespace

FacetButton::FacetButton(const QString& text, std::optional<Icon> icon, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(icon) {
    setText(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void FacetButton::setCount(std::optional<qint64> count) {
    if (m_count == count)
        return;
    m_count = count;
    setAccessibleName(
        count ? tr("%1, %2", "name of a facet and how many it has").arg(text(), formatCount(*count))
              : text());
    updateGeometry();
    update();
}

QSize FacetButton::sizeHint() const {
    const QFontMetricsF metrics(uiFont());
    double width = 2.0 * scaled(padding) + metrics.horizontalAdvance(text());
    if (m_icon)
        width += scaled(iconSide) + scaled(iconGap);
    if (m_count)
        width += scaled(countGap) + tabularWidth(formatCount(*m_count), uiFont());
    return {static_cast<int>(std::ceil(width)), scaled(pillHeight)};
}

void FacetButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    const double radius = height() / 2.0;
    Colour fill = Colour::Base;
    if (isChecked())
        fill = Colour::Accent;
    else if (isDown())
        fill = Colour::Selection;
    else if (underMouse() && isEnabled())
        fill = Colour::Hover;
    paintControlBox(&painter, rect(), theme.color(fill),
                    isChecked() ? QColor() : theme.color(Colour::Border), hasFocus(), theme,
                    radius);

    const QColor ink = theme.color(!isEnabled()  ? Colour::Faint
                                   : isChecked() ? Colour::OnAccent
                                                 : Colour::Text);
    const QColor countInk = isChecked() || !isEnabled() ? ink : theme.color(Colour::Dim);
    QRectF words = QRectF(rect()).adjusted(scaled(padding), 0, -scaled(padding), 0);
    if (m_icon) {
        const double side = scaled(iconSide);
        paintIcon(&painter, {words.left(), words.center().y() - side / 2.0, side, side}, *m_icon,
                  isChecked() ? ink : countInk);
        words.setLeft(words.left() + side + scaled(iconGap));
    }
    painter.setFont(uiFont());
    painter.setPen(ink);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
    if (m_count) {
        painter.setPen(countInk);
        paintTabular(&painter, words, formatCount(*m_count), Qt::AlignRight | Qt::AlignVCenter);
    }
}

} // namespace agon::ui
