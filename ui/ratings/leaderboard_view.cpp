#include "ui/ratings/leaderboard_view.h"

#include "ui/ratings/leaderboard_model.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/number_delegate.h"
#include "ui/widgets/share_bars.h"
#include "ui/widgets/tabular_text.h"
#include "ui/widgets/verdict_chip.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyledItemDelegate>

#include <array>

namespace agon::ui {

namespace {

using Column = LeaderboardModel::Column;

Pin pinOf(const QModelIndex& index) {
    return static_cast<Pin>(index.data(LeaderboardModel::PinRole).toInt());
}

// Rows of the pinned pair carry their side's tint.
void fillPinned(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const Pin pin = pinOf(index);
    if (pin == Pin::None || (option.state & QStyle::State_Selected) != 0)
        return;
    const Theme theme = Theme::of(option.palette);
    painter->fillRect(option.rect, theme.color(pin == Pin::A ? Colour::ATint : Colour::BTint));
}

// A cell that paints its own content on the row's background.
class CellDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

  protected:
    void paintBackground(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        row.text.clear();
        row.widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
        fillPinned(painter, option, index);
    }
};

// The name, its side's chip before it and the anchor after it.
class NameDelegate : public CellDelegate {
  public:
    using CellDelegate::CellDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        paintBackground(painter, option, index);
        const QString name = index.data().toString();
        const Theme theme = Theme::of(option.palette);
        const Pin pin = pinOf(index);
        const int chip = scaled(28);
        const QRect content = option.rect.adjusted(scaled(4), 0, -scaled(4), 0);
        painter->save();
        if (pin != Pin::None)
            paintVerdictChip(painter,
                             QRect(content.left(), content.top(), scaled(20), content.height()),
                             {pin == Pin::A ? Verdict::A : Verdict::B, false, true}, theme);
        painter->setFont(verbatimFont(
            uiFont(Size::Body, pin == Pin::None ? Weight::Regular : Weight::Semibold), name));
        painter->setPen(option.palette.color(QPalette::Text));
        const bool anchor = index.data(LeaderboardModel::AnchorRole).toBool();
        QRect text = content.adjusted(chip, 0, anchor ? -scaled(18) : 0, 0);
        const QString shown =
            painter->fontMetrics().elidedText(name, Qt::ElideMiddle, text.width());
        painter->drawText(text, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), shown);
        if (anchor) {
            const int x = text.left() + painter->fontMetrics().horizontalAdvance(shown) + scaled(6);
            paintIcon(painter, QRectF(x, content.center().y() - scaled(6), scaled(12), scaled(12)),
                      Icon::Anchor, theme.color(Colour::Dim));
        }
        painter->restore();
    }
};

// "74 %" and the bar of what was won, tied and lost.
class WonDelegate : public CellDelegate {
  public:
    using CellDelegate::CellDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        paintBackground(painter, option, index);
        const QString share = index.data().toString();
        const QRect content = option.rect.adjusted(scaled(8), 0, -scaled(8), 0);
        painter->save();
        painter->setFont(option.font);
        painter->setPen(option.palette.color(QPalette::Text));
        const int number = scaled(36);
        paintTabular(painter, QRectF(content.left(), content.top(), number, content.height()),
                     share, Qt::AlignRight | Qt::AlignVCenter);
        const auto wins = index.data(LeaderboardModel::WinsRole).value<QList<double>>();
        if (wins.size() == 3 && wins[0] + wins[1] + wins[2] > 0)
            paintWinBar(painter, QRectF(content).adjusted(number + scaled(8), 0, 0, 0), wins[0],
                        wins[1], wins[2], Theme::of(option.palette));
        painter->restore();
    }
};

// Numbers on the tint of a pinned row.
class FigureDelegate : public NumberDelegate {
  public:
    FigureDelegate(int decimals, Weight weight, QObject* parent)
        : NumberDelegate(decimals, parent)
        , m_weight(weight) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        fillPinned(painter, option, index);
        QStyleOptionViewItem row = option;
        row.font = uiFont(Size::Body, m_weight);
        NumberDelegate::paint(painter, row, index);
    }

  private:
    Weight m_weight;
};

} // namespace

LeaderboardView::LeaderboardView(LeaderboardModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model) {
    setAccessibleName(tr("Leaderboard"));
    setModel(&model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(scaled(measure::tableRow));
    verticalHeader()->setMinimumSectionSize(scaled(measure::tableRow));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setFixedHeight(scaled(measure::tableRow));

    setItemDelegateForColumn(Column::Name, new NameDelegate(this));
    setItemDelegateForColumn(Column::Won, new WonDelegate(this));
    const auto figure = [&](Column column, int decimals, Weight weight = Weight::Regular) {
        auto* delegate = new FigureDelegate(decimals, weight, this);
        setItemDelegateForColumn(column, delegate);
        return delegate;
    };
    figure(Column::Rank, 0);
    figure(Column::Rating, 0, Weight::Semibold);
    figure(Column::Interval, 0);
    figure(Column::Battles, 0);
    figure(Column::Flips, 1);
    figure(Column::Characters, 0);
    figure(Column::Change, 0)->setSign(NumberDelegate::Sign::Always);

    viewport()->setAttribute(Qt::WA_Hover, false); // a single cell of a row would light up
    connect(this, &QAbstractItemView::entered, this,
            [this](const QModelIndex& index) { emit rowHovered(index.row()); });
    connect(this, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { emit battlesWanted(m_model.nameAt(index.row())); });
    fitColumns();
}

int LeaderboardView::rowPitch() const {
    return verticalHeader()->defaultSectionSize();
}

int LeaderboardView::headerHeight() const {
    return horizontalHeader()->height();
}

void LeaderboardView::setHoveredRow(int row) {
    if (row >= 0 && row < m_model.rowCount())
        scrollTo(m_model.index(row, 0), EnsureVisible);
}

QString LeaderboardView::currentName() const {
    return currentIndex().isValid() ? m_model.nameAt(currentIndex().row()) : QString();
}

// Fixed widths for numbers, the rest for the name; what matters least goes first when it is narrow.
void LeaderboardView::fitColumns() {
    struct Width {
        Column column;
        int px;
    };
    constexpr std::array<Width, 8> widths{{{Column::Rank, 36},
                                           {Column::Rating, 60},
                                           {Column::Interval, 92},
                                           {Column::Battles, 72},
                                           {Column::Won, 140},
                                           {Column::Flips, 62},
                                           {Column::Characters, 80},
                                           {Column::Change, 64}}};
    constexpr std::array<Column, 4> leastFirst{Column::Characters, Column::Flips, Column::Battles,
                                               Column::Won};
    const int smallestName = scaled(190);
    int rest = viewport()->width();
    for (const Width& width : widths) {
        setColumnHidden(width.column, false);
        setColumnWidth(width.column, scaled(width.px));
        rest -= scaled(width.px);
    }
    for (const Column column : leastFirst) {
        if (rest >= smallestName)
            break;
        rest += columnWidth(column);
        setColumnHidden(column, true);
    }
    setColumnWidth(Column::Name, std::max(rest, scaled(100)));
}

void LeaderboardView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

void LeaderboardView::keyPressEvent(QKeyEvent* event) {
    const QString name = currentName();
    if (!name.isEmpty() && event->modifiers() == Qt::NoModifier) {
        if (event->key() == Qt::Key_A || event->key() == Qt::Key_B) {
            emit pinWanted(name, event->key() == Qt::Key_A ? Pin::A : Pin::B);
            return;
        }
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            emit battlesWanted(name);
            return;
        }
    }
    QTableView::keyPressEvent(event);
}

void LeaderboardView::contextMenuEvent(QContextMenuEvent* event) {
    const QString name = currentName();
    if (name.isEmpty())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(Icon::Battles), tr("Open its battles"),
                    [this, name] { emit battlesWanted(name); });
    menu->addAction(icon(Icon::Models), tr("Show in Models"),
                    [this, name] { emit modelWanted(name); });
    menu->addSeparator();
    menu->addAction(icon(Icon::Pin), tr("Pin as A"),
                    [this, name] { emit pinWanted(name, Pin::A); });
    menu->addAction(icon(Icon::Pin), tr("Pin as B"),
                    [this, name] { emit pinWanted(name, Pin::B); });
    menu->popup(event->globalPos());
}

void LeaderboardView::leaveEvent(QEvent* event) {
    QTableView::leaveEvent(event);
    emit rowHovered(-1);
}

} // namespace agon::ui
