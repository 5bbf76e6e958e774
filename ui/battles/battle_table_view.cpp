#include "ui/battles/battle_table_view.h"

#include "ui/battles/battle_cells.h"
#include "ui/battles/battle_queue.h"
#include "ui/battles/battle_review.h"
#include "ui/battles/battle_table_model.h"
#include "ui/battles/column_layout.h"
#include "ui/shell/settings.h"
#include "ui/theme/font.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTimer>

#include <array>

namespace agon::ui {

namespace {

using Column = BattleTableModel::Column;

constexpr int leastInstruction = 150;
constexpr std::array<int, Column::ColumnCount> widths{56, 320, 84, 80, 56, 100, 100, 72,
                                                      70, 52,  52, 80, 80, 84,  100};
// Of interest in some workspaces only: asked for in the header's menu.
constexpr std::array hiddenAtFirst{Column::Set, Column::Turn, Column::Iteration};

QString keyOf(int column) {
    return columnKey(static_cast<Column>(column));
}

// What the arrow says: the largest, or latest, or what one looks for stands first.
bool falls(const Sort& sort) {
    const bool backwards = sort.key == SortKey::Changed || sort.key == SortKey::Flip;
    return sort.descending != backwards;
}

} // namespace

BattleTableView::BattleTableView(BattleQueue& queue, BattleReview& review, Settings& settings,
                                 QWidget* parent)
    : QTableView(parent)
    , m_queue(queue)
    , m_review(review)
    , m_settings(settings)
    , m_model(queue.table())
    , m_keepSoon(new QTimer(this)) {
    setAccessibleName(tr("Table of battles"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    viewport()->setAttribute(Qt::WA_Hover, false); // a single cell of a row would light up
    setModel(&m_model);
    setBattleCells(*this);
    buildHeader();
    measureRows();

    m_keepSoon->setSingleShot(true);
    m_keepSoon->setInterval(400);
    connect(m_keepSoon, &QTimer::timeout, this, &BattleTableView::keepColumns);
    connect(&review, &BattleReview::opening, this, &BattleTableView::showOpen);
    connect(&review, &BattleReview::closed, this, [this] { showOpen({}); });
    connect(&m_model, &QAbstractItemModel::modelReset, this,
            [this] { showOpen(m_review.current()); });
    connect(&queue, &BattleQueue::sortChanged, this, &BattleTableView::showSort);
    showSort();
}

BattleTableView::~BattleTableView() {
    if (m_keepSoon->isActive())
        keepColumns();
}

void BattleTableView::buildHeader() {
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSectionResizeMode(QHeaderView::Interactive);
    // Takes what the others leave.
    header->setSectionResizeMode(Column::Instruction, QHeaderView::Fixed);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setAccessibleName(tr("Columns"));
    defaultColumns();
    applyColumnLayout(*header, keyOf, m_settings.text(Setting::BattleColumns));
    connect(header, &QHeaderView::sectionClicked, this, &BattleTableView::sortBy);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint& at) { columnMenu()->popup(header->mapToGlobal(at)); });
    connect(header, &QHeaderView::sectionMoved, m_keepSoon, qOverload<>(&QTimer::start));
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (m_fitting)
            return;
        fitInstruction();
        m_keepSoon->start();
    });
}

void BattleTableView::defaultColumns() {
    QHeaderView* header = horizontalHeader();
    for (int column = 0; column < Column::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->showSection(column);
        header->resizeSection(column, scaled(widths[static_cast<std::size_t>(column)]));
    }
    for (const Column column : hiddenAtFirst)
        header->hideSection(column);
}

void BattleTableView::measureRows() {
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(scaled(measure::tableRow));
    verticalScrollBar()->setSingleStep(scaled(measure::tableRow));
    horizontalScrollBar()->setSingleStep(scaled(40));
    horizontalHeader()->setMinimumSectionSize(scaled(28));
    horizontalHeader()->setFixedHeight(scaled(measure::tableRow));
}

void BattleTableView::fitInstruction() {
    if (isColumnHidden(Column::Instruction))
        return;
    int rest = viewport()->width();
    for (int column = 0; column < Column::ColumnCount; ++column)
        if (column != Column::Instruction && !isColumnHidden(column))
            rest -= columnWidth(column);
    const QScopedValueRollback notByUser(m_fitting, true);
    setColumnWidth(Column::Instruction, std::max(rest, scaled(leastInstruction)));
}

void BattleTableView::showSort() {
    const Sort& sort = m_queue.sort();
    const auto column = columnOf(sort);
    horizontalHeader()->setSortIndicator(column ? static_cast<int>(*column) : -1,
                                         falls(sort) ? Qt::DescendingOrder : Qt::AscendingOrder);
}

// The same column again turns it round.
void BattleTableView::sortBy(int column) {
    Sort sort = sortOf(static_cast<Column>(column));
    const Sort& now = m_queue.sort();
    if (now.key == sort.key)
        sort.descending = !now.descending;
    emit sortWanted(sort);
    showSort(); // the header has moved its arrow by itself
}

QMenu* BattleTableView::columnMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QHeaderView* header = horizontalHeader();
    const int shown = header->count() - header->hiddenSectionCount();
    for (int column = 0; column < Column::ColumnCount; ++column) {
        QAction* action = menu->addAction(columnTitle(static_cast<Column>(column)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column) || shown > 1);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            fitInstruction();
            m_keepSoon->start();
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Reset the columns"), this, [this] {
        defaultColumns();
        fitInstruction();
        m_keepSoon->start();
    });
    return menu;
}

void BattleTableView::keepColumns() {
    m_settings.set(Setting::BattleColumns, columnLayout(*horizontalHeader(), keyOf));
}

void BattleTableView::showOpen(BattleId battle) {
    const QScopedValueRollback notByUser(m_byUser, false);
    const int row = m_model.rowOf(battle);
    if (row < 0) {
        selectionModel()->clear();
        return;
    }
    const QModelIndex index = m_model.index(row, std::max(currentIndex().column(), 0));
    if (index != currentIndex() || !selectionModel()->isSelected(index))
        setCurrentIndex(index);
}

// Down the rows only: who has scrolled to the columns at the right stays there.
void BattleTableView::scrollTo(const QModelIndex& index, ScrollHint hint) {
    const int left = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    horizontalScrollBar()->setValue(left);
}

// A search for letters would read through all rows.
void BattleTableView::keyboardSearch(const QString&) {}

void BattleTableView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitInstruction();
}

void BattleTableView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measureRows();
}

// The header takes no focus, so the menu key opens its menu from the rows.
void BattleTableView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() != QContextMenuEvent::Keyboard)
        return QTableView::contextMenuEvent(event);
    const QHeaderView* header = horizontalHeader();
    columnMenu()->popup(header->mapToGlobal(header->rect().bottomLeft()));
}

void BattleTableView::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        emit readWanted();
        return;
    }
    const QScopedValueRollback byUser(m_byUser, true);
    QTableView::keyPressEvent(event);
}

void BattleTableView::mousePressEvent(QMouseEvent* event) {
    const QScopedValueRollback byUser(m_byUser, true);
    QTableView::mousePressEvent(event);
}

void BattleTableView::mouseMoveEvent(QMouseEvent* event) {
    const QScopedValueRollback byUser(m_byUser, true);
    QTableView::mouseMoveEvent(event);
}

void BattleTableView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && indexAt(event->pos()).isValid())
        emit readWanted();
}

void BattleTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (m_byUser && current.isValid())
        m_review.open(m_model.battle(current.row()));
}

// Rows are chosen, not cells: left and right scroll.
QModelIndex BattleTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    const QModelIndex here = currentIndex();
    switch (action) {
    case MoveLeft:
    case MoveRight:
        horizontalScrollBar()->triggerAction(action == MoveRight
                                                 ? QAbstractSlider::SliderSingleStepAdd
                                                 : QAbstractSlider::SliderSingleStepSub);
        return here;
    case MoveHome:
        return m_model.index(0, std::max(here.column(), 0));
    case MoveEnd:
        return m_model.index(m_model.rowCount() - 1, std::max(here.column(), 0));
    default:
        return QTableView::moveCursor(action, modifiers);
    }
}

} // namespace agon::ui
