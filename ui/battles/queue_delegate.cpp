#include "ui/battles/queue_delegate.h"

#include "ui/battles/battle_list_model.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/verdict_chip.h"

#include <QPainter>

namespace agon::ui {

namespace {

constexpr int iconSide = 14;
constexpr int textLeft = 30;
constexpr int firstLine = 5;
constexpr int secondLine = 24;
constexpr int gap = 8;
constexpr int rightPadding = 10; // with room for the dot and the scroll bar's edge

Verdict verdictIn(const QModelIndex& index, int role) {
    return static_cast<Verdict>(index.data(role).toInt());
}

void paintBackground(QPainter* painter, const QStyleOptionViewItem& option, const Theme& theme) {
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen)
        painter->fillRect(option.rect, theme.color(Colour::Selection));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.color(Colour::Hover));
    painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1,
                      theme.color(Colour::Grid));
    if (chosen)
        painter->fillRect(QStyle::visualRect(option.direction, option.rect,
                                             {option.rect.left(), option.rect.top(),
                                              measure::currentBar, option.rect.height()}),
                          theme.color(Colour::Accent));
}

// What a person did with it: a dot while nobody has voted.
void paintState(QPainter* painter, const QRectF& rect, const QModelIndex& index,
                const Theme& theme) {
    if (index.data(BattleListModel::FlaggedRole).toBool()) {
        paintIcon(painter, rect, Icon::Flag, theme.color(Colour::Text));
    } else if (index.data(BattleListModel::ReviewedRole).toBool()) {
        paintIcon(painter, rect, Icon::Check, theme.color(Colour::HumanText));
    } else {
        QRectF dot(0, 0, scaled(6), scaled(6));
        dot.moveCenter(rect.center());
        paintBox(painter, dot, theme.color(Colour::Accent), {}, dot.width() / 2);
    }
}

// From the right end; returns how much room the chips took.
int paintChips(QPainter* painter, const QRect& rect, const QModelIndex& index,
               Qt::LayoutDirection direction, const Theme& theme) {
    const Verdict judge = verdictIn(index, BattleListModel::JudgeRole);
    const Verdict human = verdictIn(index, BattleListModel::HumanRole);
    const auto place = [&](int right, const QSize& size) {
        return QStyle::visualRect(direction, rect,
                                  {rect.right() + 1 - right - size.width(),
                                   rect.top() + (rect.height() - size.height()) / 2, size.width(),
                                   size.height()});
    };
    int used = 0;
    if (human != Verdict::None) {
        const QSize size = verdictChangeSize();
        paintVerdictChange(painter, place(0, size), judge, human, theme);
        used = size.width();
    } else {
        const QSize size = verdictChipSize();
        // In line with the second chip of a change, whose dot hangs over.
        used = verdictChangeSize().width() - 2 * size.width() - scaled(20);
        paintVerdictChip(painter, place(used, size), {judge}, theme);
        used += size.width();
    }
    if (index.data(BattleListModel::FlipRole).toBool()) {
        const int side = scaled(12);
        used += scaled(5);
        paintIcon(painter, place(used, {side, side}), Icon::Flip, theme.color(Colour::Dim));
        used += side;
    }
    return used;
}

} // namespace

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const Theme theme = Theme::of(option.palette);
    painter->save();
    paintBackground(painter, option, theme);
    const auto mirrored = [&](const QRect& part) {
        return QStyle::visualRect(option.direction, option.rect, part);
    };
    const QRect row = option.rect;
    const int side = scaled(iconSide);
    paintState(
        painter,
        mirrored({row.left() + scaled(8), row.top() + (row.height() - 1 - side) / 2, side, side}),
        index, theme);
    const QRect content = row.adjusted(scaled(textLeft), 0, -scaled(rightPadding), -1);
    const int chips = paintChips(painter, content, index, option.direction, theme);

    const int width = content.width() - chips - scaled(gap);
    const QString head = index.data(BattleListModel::HeadRole).toString();
    const bool reviewed = index.data(BattleListModel::ReviewedRole).toBool() &&
                          !option.state.testFlag(QStyle::State_Selected);
    const QRect first(content.left(), row.top() + scaled(firstLine), width, scaled(18));
    if (head.isEmpty()) { // being read: a bar where the words will stand
        paintBar(painter,
                 mirrored({first.left(), first.center().y() - scaled(3), width * 2 / 3, scaled(6)}),
                 theme.color(Colour::Grid));
    } else {
        painter->setFont(proseFont(Size::Body));
        painter->setPen(theme.color(reviewed ? Colour::Dim : Colour::Text));
        painter->drawText(mirrored(first), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(head, Qt::ElideRight, width));
    }
    const QRect second(content.left(), row.top() + scaled(secondLine), width, scaled(15));
    const QString facts = index.data(BattleListModel::FactsRole).toString();
    painter->setFont(verbatimFont(uiFont(Size::Caption), facts));
    painter->setPen(theme.color(Colour::Dim));
    painter->drawText(mirrored(second), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(facts, Qt::ElideRight, width));
    if (option.state.testFlag(QStyle::State_HasFocus) &&
        option.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintFocusRing(painter, option.rect.adjusted(0, 0, 0, -1), theme);
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.rect.width(), scaled(measure::queueRow)};
}

} // namespace agon::ui
