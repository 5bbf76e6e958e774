#include "ui/battles/battle_list.h"

#include "ui/battles/battle_list_model.h"
#include "ui/battles/queue_delegate.h"
#include "ui/theme/font.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace agon::ui {

BattleList::BattleList(BattleListModel& model, const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_model(model) {
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setItemDelegate(new QueueDelegate(this));
    setModel(&model);
    measureRows();
    // Rows that move or go take the selection elsewhere: it follows the battle, not the row.
    const auto keepOpen = [this] {
        setOpenBattle(m_open);
        updateGeometry();
    };
    connect(&model, &QAbstractItemModel::rowsInserted, this, keepOpen);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, keepOpen);
}

void BattleList::setOpenBattle(BattleId battle) {
    m_open = battle;
    const QScopedValueRollback notByUser(m_byUser, false);
    const int row = m_model.rowOf(battle);
    if (row < 0) {
        selectionModel()->clear();
        return;
    }
    const QModelIndex index = m_model.index(row);
    if (index != currentIndex() || !selectionModel()->isSelected(index))
        setCurrentIndex(index);
    scrollTo(index);
}

void BattleList::setMostRows(int rows) {
    m_mostRows = rows;
    setSizePolicy(QSizePolicy::Ignored, rows > 0 ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

// A search for letters would read through all rows.
void BattleList::keyboardSearch(const QString&) {}

QSize BattleList::sizeHint() const {
    const int rows = m_mostRows > 0 ? std::min(m_mostRows, m_model.rowCount()) : 6;
    return {scaled(200), rows * scaled(measure::queueRow)};
}

QSize BattleList::minimumSizeHint() const {
    return {scaled(120), m_mostRows > 0 ? 0 : scaled(measure::queueRow)};
}

void BattleList::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (m_open.valid())
        setOpenBattle(m_open);
}

void BattleList::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measureRows();
}

void BattleList::keyPressEvent(QKeyEvent* event) {
    const QScopedValueRollback byUser(m_byUser, true);
    QTableView::keyPressEvent(event);
}

void BattleList::mousePressEvent(QMouseEvent* event) {
    const QScopedValueRollback byUser(m_byUser, true);
    QTableView::mousePressEvent(event);
}

void BattleList::mouseMoveEvent(QMouseEvent* event) {
    const QScopedValueRollback byUser(m_byUser, true);
    QTableView::mouseMoveEvent(event);
}

void BattleList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (m_byUser && current.isValid())
        emit chosen(m_model.battle(current.row()));
}

// One column: left and right have nowhere to go.
QModelIndex BattleList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    if (action == MoveLeft || action == MoveRight)
        return currentIndex();
    if (action == MoveHome || action == MoveEnd)
        return m_model.rowCount() > 0
                   ? m_model.index(action == MoveHome ? 0 : m_model.rowCount() - 1)
                   : QModelIndex();
    return QTableView::moveCursor(action, modifiers);
}

void BattleList::measureRows() {
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(scaled(measure::queueRow));
    verticalScrollBar()->setSingleStep(scaled(measure::queueRow));
    updateGeometry();
}

} // namespace agon::ui
