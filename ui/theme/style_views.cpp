#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/style_parts.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTreeView>

namespace agon::ui::parts {
namespace {

bool isCurrentRow(const QModelIndex& index, const QAbstractItemView& view) {
    const QModelIndex current = view.currentIndex();
    return current.isValid() && index.isValid() && current.row() == index.row() &&
           current.parent() == index.parent();
}

// At the view's edge, wherever its columns are scrolled to: painted by whatever lies over the edge.
void paintCurrentBar(const QStyleOptionViewItem& option, QPainter* painter,
                     const QAbstractItemView& view, const Theme& theme) {
    const bool mirrored = option.direction == Qt::RightToLeft;
    const int edge = mirrored ? view.viewport()->width() - 1 : 0;
    if (option.rect.left() > edge || option.rect.right() < edge)
        return;
    painter->fillRect(QRect(mirrored ? edge + 1 - measure::currentBar : edge, option.rect.top(),
                            measure::currentBar, option.rect.height()),
                      theme.color(Colour::Accent));
}

} // namespace

void rowBackground(const QStyleOptionViewItem& option, QPainter* painter, const QWidget* widget) {
    const Theme theme = Theme::of(option.palette);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.color(Colour::Selection));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.color(Colour::Hover));
    else if (option.features.testFlag(QStyleOptionViewItem::Alternate))
        painter->fillRect(option.rect, theme.color(Colour::Alternate));

    // A tree's cells begin after the branches, so its bar belongs to the row.
    const auto* tree = qobject_cast<const QTreeView*>(widget);
    if (tree && isCurrentRow(tree->indexAt(QPoint(1, option.rect.center().y())), *tree))
        paintCurrentBar(option, painter, *tree, theme);
}

void itemBackground(const QStyleOptionViewItem& option, QPainter* painter, const QWidget* widget) {
    const Theme theme = Theme::of(option.palette);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.color(Colour::Selection));
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, option.backgroundBrush);
    // A table knows only the cell under the mouse; a hovered cell in a row of values is noise.
    else if (option.state.testFlag(QStyle::State_MouseOver) &&
             !qobject_cast<const QTableView*>(widget))
        painter->fillRect(option.rect, theme.color(Colour::Hover));

    const auto* view = qobject_cast<const QAbstractItemView*>(widget);
    if (view && isCurrentRow(option.index, *view))
        paintCurrentBar(option, painter, *view, theme);
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
    painter->setFont(verbatimFont(uiFont(Size::Caption), option.text));
    painter->setPen(
        theme.color(option.state.testFlag(QStyle::State_Enabled) ? Colour::Dim : Colour::Faint));
    const QString words =
        painter->fontMetrics().elidedText(option.text, Qt::ElideRight, rect.width());
    const Qt::Alignment align = QStyle::visualAlignment(option.direction, option.textAlignment);
    painter->drawText(rect, static_cast<int>(align) | Qt::AlignVCenter | Qt::TextSingleLine, words);
    painter->restore();
}

} // namespace agon::ui::parts
