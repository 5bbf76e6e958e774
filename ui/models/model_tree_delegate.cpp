#include "ui/models/model_tree_delegate.h"

#include "ui/models/lineage_marks.h"
#include "ui/models/model_tree_model.h"
#include "ui/models/model_words.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"

#include <QPainter>
#include <QStyle>
#include <QTreeView>

namespace agon::ui {

namespace {

constexpr int cellPadding = 8; // as the style and NumberDelegate give
constexpr int dot = 6;         // of a model with changes that are not saved

bool isGroup(const QModelIndex& index) {
    return index.data(ModelTreeModel::IdRole).toLongLong() == 0;
}

bool isOpen(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto* tree = qobject_cast<const QTreeView*>(option.widget);
    return tree && tree->isExpanded(index.siblingAtColumn(0));
}

void background(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    QStyleOptionViewItem item = option;
    item.index = index; // the style marks the current row by it
    item.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);
}

// Returns where the next words may begin.
int paintText(QPainter* painter, const QRect& area, const QString& text, const QFont& font,
              const QColor& colour) {
    if (area.width() <= 0 || text.isEmpty())
        return area.left();
    painter->setFont(verbatimFont(font, text));
    painter->setPen(colour);
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width());
    // Read in the text's own direction, but in its column.
    painter->setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter->drawText(area,
                      static_cast<int>(Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter) |
                          Qt::TextSingleLine,
                      shown);
    return area.left() + painter->fontMetrics().horizontalAdvance(shown);
}

} // namespace

QSize ModelTreeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    int width = 0;
    if (!isGroup(index)) {
        const QString text = index.data().toString();
        width = QFontMetrics(uiFont()).horizontalAdvance(text) + 2 * scaled(cellPadding);
        if (index.column() == ModelTreeModel::Kind)
            width += scaled(20);
    }
    return {width, scaled(measure::tableRow)};
}

void ModelTreeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    painter->save();
    painter->setClipRect(option.rect);
    if (isGroup(index))
        paintGroup(painter, option, index);
    else if (index.column() == ModelTreeModel::Name)
        paintName(painter, option, index);
    else
        paintWords(painter, option, index);
    painter->restore();
}

void ModelTreeDelegate::paintGroup(QPainter* painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const Theme theme = Theme::of(option.palette);
    const QRect rect = option.rect;
    if (!option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(rect, theme.color(Colour::Base));
    background(painter, option, index);
    // The header of the table has its own line, so the first group needs none above.
    if (index.row() > 0)
        painter->fillRect(rect.left(), rect.top(), rect.width(), 1, theme.color(Colour::Border));
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color(Colour::Grid));

    const double side = scaled(12);
    const double left = rect.left() + scaled(17);
    paintIcon(painter, {left, rect.top() + (rect.height() - side) / 2.0, side, side},
              isOpen(option, index) ? Icon::ChevronDown : Icon::ChevronRight,
              theme.color(Colour::Dim));
    QRect rest = rect;
    rest.setLeft(rect.left() + lineageTextLeft(0, rect.width()) - scaled(1));
    rest.setRight(rect.right() - scaled(cellPadding));
    rest.setLeft(paintText(painter, rest, index.data().toString(),
                           uiFont(Size::Caption, Weight::Semibold), theme.color(Colour::Text)) +
                 scaled(8));
    const QString note = index.data(ModelTreeModel::NoteRole).toString();
    if (!isOpen(option, index)) {
        const int count = index.data(ModelTreeModel::CountRole).toInt();
        rest.setLeft(paintText(painter, rest, QString::number(count), uiFont(Size::Caption),
                               theme.color(Colour::Dim)) +
                     scaled(8));
    }
    paintText(painter, rest, note, uiFont(Size::Caption), theme.color(Colour::Dim));
}

void ModelTreeDelegate::paintName(QPainter* painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const {
    background(painter, option, index);
    const Theme theme = Theme::of(option.palette);
    const QBitArray runsOn = index.data(ModelTreeModel::RunsOnRole).toBitArray();
    const int depth = static_cast<int>(runsOn.size()) - 1;
    const bool hasChildren = index.model()->hasChildren(index);
    const bool open = hasChildren && isOpen(option, index);
    if (index.data(ModelTreeModel::LineageRole).toBool())
        paintLineage(painter, option.rect, depth,
                     {static_cast<StageKind>(index.data(ModelTreeModel::StageRole).toInt()),
                      index.data(ModelTreeModel::BaseRole).toBool(), depth > 0, open, runsOn},
                     theme);

    QRect rest = option.rect;
    rest.setLeft(option.rect.left() + lineageTextLeft(depth, option.rect.width()));
    rest.setRight(option.rect.right() - scaled(cellPadding));
    QString below;
    if (hasChildren && !open) {
        below = ModelTreeModel::tr("%1 below").arg(index.data(ModelTreeModel::CountRole).toInt());
        rest.setRight(rest.right() - scaled(8) -
                      QFontMetrics(uiFont(Size::Caption)).horizontalAdvance(below));
    }
    const bool unsaved = index.data(ModelTreeModel::UnsavedRole).toBool();
    if (unsaved)
        rest.setRight(rest.right() - scaled(dot + 8));
    const Weight weight =
        index.data(ModelTreeModel::NewestRole).toBool() ? Weight::Semibold : Weight::Regular;
    const bool match = index.data(ModelTreeModel::MatchRole).toBool();
    int end = paintText(painter, rest, index.data().toString(), uiFont(Size::Body, weight),
                        theme.color(match ? Colour::Text : Colour::Dim));
    if (unsaved) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(Colour::Accent));
        const double side = scaled(dot);
        painter->drawEllipse(QRectF(
            end + scaled(8), option.rect.top() + (option.rect.height() - side) / 2.0, side, side));
        end += scaled(dot + 8);
    }
    rest.setLeft(end + scaled(8));
    rest.setRight(option.rect.right());
    paintText(painter, rest, below, uiFont(Size::Caption), theme.color(Colour::Dim));
}

void ModelTreeDelegate::paintWords(QPainter* painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    background(painter, option, index);
    const Theme theme = Theme::of(option.palette);
    QRect rest = option.rect.adjusted(scaled(cellPadding), 0, -scaled(cellPadding), 0);
    if (index.column() == ModelTreeModel::Kind) {
        const double side = scaled(14);
        const auto kind = static_cast<ModelKind>(index.data(ModelTreeModel::KindRole).toInt());
        paintIcon(painter,
                  {double(rest.left()), rest.top() + (rest.height() - side) / 2.0, side, side},
                  kindIcon(kind), theme.color(Colour::Dim));
        rest.setLeft(rest.left() + scaled(20));
    }
    paintText(painter, rest, index.data().toString(), uiFont(), theme.color(Colour::Dim));
}

} // namespace agon::ui
