#include "ui/battles/battle_cells.h"

#include "ui/battles/battle_table_model.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/number_delegate.h"
#include "ui/widgets/verdict_chip.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>

namespace agon::ui {

namespace {

using Column = BattleTableModel::Column;

constexpr int padding = 8; // as the style gives words
constexpr int iconSide = 12;

void paintRowBackground(QPainter* painter, const QStyleOptionViewItem& option) {
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter,
                                          option.widget);
}

// A bar where the words will stand, while they are being read.
class InstructionCell final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        if (!index.data().toString().isEmpty())
            return;
        const QRect bar(option.rect.left() + padding, option.rect.center().y() - scaled(3),
                        (option.rect.width() - 2 * padding) * 2 / 3, scaled(6));
        paintBar(painter, QStyle::visualRect(option.direction, option.rect, bar),
                 Theme::of(option.palette).color(Colour::Grid));
    }
};

// Names of one family differ at their ends.
class ModelCell final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
    }
};

QSize iconSize() {
    return {scaled(iconSide), scaled(iconSide)};
}

// Where a cell's first thing stands, in the middle of its height.
QRect atStart(const QStyleOptionViewItem& option, const QSize& size) {
    const QRect left(option.rect.left() + padding,
                     option.rect.top() + (option.rect.height() - size.height()) / 2, size.width(),
                     size.height());
    return QStyle::visualRect(option.direction, option.rect, left);
}

// The judge's chip; with a vote, the change to what people say.
class VerdictCell final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        paintRowBackground(painter, option);
        const Theme theme = Theme::of(option.palette);
        const auto verdict = [&index](int role) {
            return static_cast<Verdict>(index.data(role).toInt());
        };
        const Verdict judge = verdict(BattleTableModel::JudgeRole);
        const Verdict human = verdict(BattleTableModel::HumanRole);
        painter->save();
        painter->setClipRect(option.rect);
        if (human == Verdict::None)
            paintVerdictChip(painter, atStart(option, verdictChipSize()), {judge}, theme);
        else
            paintVerdictChange(painter, atStart(option, verdictChangeSize()), judge, human, theme);
        painter->restore();
    }
};

class FlipCell final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        paintRowBackground(painter, option);
        if (!index.data(BattleTableModel::FlipRole).toBool())
            return;
        paintIcon(painter, atStart(option, iconSize()), Icon::Flip,
                  Theme::of(option.palette).color(Colour::Text));
    }
};

// The flag, then who has voted.
class ReviewCell final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        paintRowBackground(painter, option);
        const Theme theme = Theme::of(option.palette);
        const int side = scaled(iconSide);
        QRect place(option.rect.left() + padding,
                    option.rect.top() + (option.rect.height() - side) / 2, side, side);
        const auto mirrored = [&option](const QRect& part) {
            return QStyle::visualRect(option.direction, option.rect, part);
        };
        if (index.data(BattleTableModel::FlaggedRole).toBool()) {
            paintIcon(painter, mirrored(place), Icon::Flag, theme.color(Colour::Text));
            place.moveLeft(place.right() + 1 + scaled(4));
        }
        const QString names = index.data().toString();
        if (names.isEmpty())
            return;
        paintIcon(painter, mirrored(place), Icon::Human, theme.color(Colour::HumanText));
        const int left = place.right() + 1 + scaled(4);
        const int width = option.rect.right() + 1 - padding - left;
        painter->save();
        painter->setFont(verbatimFont(option.font, names));
        painter->setPen(theme.color(Colour::Text));
        painter->drawText(mirrored({left, option.rect.top(), width, option.rect.height()}),
                          Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(names, Qt::ElideRight, width));
        painter->restore();
    }
};

} // namespace

void setBattleCells(QTableView& view) {
    view.setItemDelegateForColumn(Column::Instruction, new InstructionCell(&view));
    for (const Column column : {Column::ModelA, Column::ModelB})
        view.setItemDelegateForColumn(column, new ModelCell(&view));
    view.setItemDelegateForColumn(Column::Verdict, new VerdictCell(&view));
    view.setItemDelegateForColumn(Column::Flip, new FlipCell(&view));
    view.setItemDelegateForColumn(Column::Review, new ReviewCell(&view));
    for (int column = 0; column < Column::ColumnCount; ++column)
        if (isNumeric(static_cast<Column>(column)))
            view.setItemDelegateForColumn(column, new NumberDelegate(0, &view));
}

} // namespace agon::ui
