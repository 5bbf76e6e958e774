#include "ui/widgets/token.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/shapes.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

namespace agon::ui {
namespace {
constexpr int height = 20;
constexpr int padding = 7;
constexpr int crossSide = 12;
constexpr int gap = 5;
} // namespace

QSize tokenSize(const FilterToken& token) {
    const QFontMetrics metrics(verbatimFont(uiFont(), token.key + token.value));
    return {2 * scaled(padding) - 2 + metrics.horizontalAdvance(token.key) +
                metrics.horizontalAdvance(token.value) + scaled(gap) + scaled(crossSide),
            scaled(height)};
}

QRect tokenCross(const QRect& rect, Qt::LayoutDirection direction) {
    const int side = scaled(crossSide);
    const QRect cross(rect.right() + 1 - scaled(padding) + 2 - side,
                      rect.top() + (rect.height() - side) / 2, side, side);
    return QStyle::visualRect(direction, rect, cross);
}

void paintToken(QPainter* painter, const QRect& rect, const FilterToken& token,
                FilterTokenState state, Qt::LayoutDirection direction, const Theme& theme) {
    paintBox(painter, rect, theme.color(Colour::Selection), {}, measure::radius);
    if (state == FilterTokenState::Focused)
        paintFocusRing(painter, rect, theme, measure::radius);
    painter->save();
    painter->setFont(verbatimFont(uiFont(), token.key + token.value));
    const int keyWidth = painter->fontMetrics().horizontalAdvance(token.key);
    QRect words = rect.adjusted(scaled(padding), 0, 0, 0);
    painter->setPen(theme.color(Colour::Dim));
    constexpr int line = Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignLeft;
    painter->drawText(
        QStyle::visualRect(direction, rect, {words.left(), words.top(), keyWidth, words.height()}),
        line, token.key);
    words.setLeft(words.left() + keyWidth);
    words.setWidth(painter->fontMetrics().horizontalAdvance(token.value) + 1);
    painter->setPen(theme.color(Colour::Text));
    painter->drawText(QStyle::visualRect(direction, rect, words), line, token.value);
    painter->restore();
    paintIcon(painter, tokenCross(rect, direction), Icon::Cross,
              theme.color(state == FilterTokenState::CrossHovered ? Colour::Text : Colour::Dim));
}

} // namespace agon::ui
