#include "ui/widgets/label_chip.h"

#include "ui/theme/font.h"
#include "ui/theme/shapes.h"

#include <QtGui/QPainter>

namespace agon::ui {
namespace {
constexpr int height = 20;
constexpr int padding = 7;
constexpr int iconSide = 12;
constexpr int gap = 5;
} // namespace

QSize labelChipSize(const QString& text, bool withIcon) {
    const QFontMetrics metrics(verbatimFont(uiFont(Size::Caption), text));
    return {2 * scaled(padding) + metrics.horizontalAdvance(text) +
                (withIcon ? scaled(iconSide) + scaled(gap) : 0),
            scaled(height)};
}

void paintLabelChip(QPainter* painter, const QRect& rect, const QString& text, Tone tone,
                    std::optional<Icon> icon, const Theme& theme) {
    const QRectF chip(rect.left(), rect.top() + (rect.height() - scaled(height)) / 2, rect.width(),
                      scaled(height));
    const QColor ink = theme.color(textOf(tone));
    paintBox(painter, chip, theme.color(tintOf(tone)), {}, measure::radius);
    QRectF words = chip.adjusted(scaled(padding), 0, -scaled(padding), 0);
    if (icon) {
        const double side = scaled(iconSide);
        paintIcon(painter, {words.left(), chip.center().y() - side / 2.0, side, side}, *icon, ink);
        words.setLeft(words.left() + side + scaled(gap));
    }
    painter->save();
    painter->setFont(verbatimFont(uiFont(Size::Caption), text));
    painter->setPen(ink);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight,
                                                        static_cast<int>(words.width()) + 1));
    painter->restore();
}

LabelChip::LabelChip(const QString& text, Tone tone, std::optional<Icon> icon, QWidget* parent)
    : QWidget(parent)
    , m_tone(tone)
    , m_icon(icon) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

void LabelChip::setText(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void LabelChip::setTone(Tone tone) {
    m_tone = tone;
    update();
}

void LabelChip::setIcon(std::optional<Icon> icon) {
    m_icon = icon;
    updateGeometry();
    update();
}

QSize LabelChip::sizeHint() const {
    return labelChipSize(m_text, m_icon.has_value());
}

void LabelChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintLabelChip(&painter, rect(), m_text, m_tone, m_icon, Theme::of(palette()));
}

} // namespace agon::ui
