#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/style_parts.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOption>

namespace agon::ui::parts {
namespace {

bool isCurrentRow(const QStyleOptionViewItem& option, const QWidget* widget) {
    const auto* view = qobject_cast<const QAbstractItemView*>(widget);
    if (!view || !option.index.isValid())
        return false;
    const QModelIndex current = view->currentIndex();
    return current.isValid() && current.row() == option.index.row() &&
           current.parent() == option.index.parent();
}

} // namespace

void rowBackground(const QStyleOptionViewItem& option, QPainter* painter, const QWidget*) {
    const Theme theme = Theme::of(option.palette);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.color(Colour::Selection));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.color(Colour::Hover));
    else if (option.features.testFlag(QStyleOptionViewItem::Alternate))
        painter->fillRect(option.rect, theme.color(Colour::Alternate));
}

void itemBackground(const QStyleOptionViewItem& option, QPainter* painter, const QWidget* widget) {
    const Theme theme = Theme::of(option.palette);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.color(Colour::Selection));
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, option.backgroundBrush);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.color(Colour::Hover));

    const bool first = option.viewItemPosition == QStyleOptionViewItem::Beginning ||
                       option.viewItemPosition == QStyleOptionViewItem::OnlyOne ||
                       option.viewItemPosition == QStyleOptionViewItem::Invalid;
    if (!first || !isCurrentRow(option, widget))
        return;
    // At the view's edge, so that the bar of an indented row stands under the others.
    const int left = option.direction == Qt::RightToLeft
                         ? option.rect.right() + 1 - measure::currentBar
                         : std::min(0, option.rect.left());
    painter->fillRect(QRect(left, option.rect.top(), measure::currentBar, option.rect.height()),
                      theme.color(Colour::Accent));
}

void headerSection(const QStyleOptionHeader& option, QPainter* painter) {
    const Theme theme = Theme::of(option.palette);
    const QRect rect = option.rect;
    painter->fillRect(rect,
                      theme.color(option.state.testFlag(QStyle::State_Sunken) ? Colour::Selection
                                                                              : Colour::Alternate));
    const QColor line = theme.color(Colour::Border);
    if (option.orientation == Qt::Horizontal)
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
    else
        painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), line);
}

void headerLabel(const QStyleOptionHeader& option, QPainter* painter) {
    const Theme theme = Theme::of(option.palette);
    painter->save();
    QRect rect = option.rect;
    if (!option.icon.isNull()) {
        const int side = scaled(12);
        QRect box(0, 0, side, side);
        box.moveCenter(rect.center());
        if (!option.text.isEmpty())
            box.moveLeft(rect.left());
        option.icon.paint(painter, box);
        rect.setLeft(box.right() + 1 + scaled(4));
    }
    painter->setFont(uiFont(Size::Caption));
    painter->setPen(
        theme.color(option.state.testFlag(QStyle::State_Enabled) ? Colour::Dim : Colour::Faint));
    const QString words =
        painter->fontMetrics().elidedText(option.text, Qt::ElideRight, rect.width());
    const Qt::Alignment align = QStyle::visualAlignment(option.direction, option.textAlignment);
    painter->drawText(rect, static_cast<int>(align) | Qt::AlignVCenter | Qt::TextSingleLine, words);
    painter->restore();
}

} // namespace agon::ui::parts
