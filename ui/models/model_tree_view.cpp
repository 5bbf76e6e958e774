#include "ui/models/model_tree_view.h"

#include "ui/models/lineage_marks.h"
#include "ui/models/model_tree_delegate.h"
#include "ui/models/model_tree_model.h"
#include "ui/theme/font.h"
#include "ui/widgets/number_delegate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <array>

namespace agon::ui {

namespace {

using Column = ModelTreeModel::Column;

struct ColumnWidth {
    Column column;
    int width; // design pixels
};

// In the order in which they give way to the names when there is little room.
constexpr std::array columnWidths{
    ColumnWidth{Column::Price, 96},        ColumnWidth{Column::Responses, 88},
    ColumnWidth{Column::RolesColumn, 128}, ColumnWidth{Column::Battles, 80},
    ColumnWidth{Column::Kind, 112},        ColumnWidth{Column::Elo, 72},
};
constexpr int nameWidth = 208; // at least

qint64 keyOf(const QModelIndex& index) {
    const qint64 id = index.data(ModelTreeModel::IdRole).toLongLong();
    return id != 0 ? id : -1 - index.data(ModelTreeModel::GroupRole).toLongLong();
}

ModelId modelOf(const QModelIndex& index) {
    return ModelId{index.data(ModelTreeModel::IdRole).toLongLong()};
}

} // namespace

ModelTreeView::ModelTreeView(ModelTreeModel& model, QWidget* parent)
    : QTreeView(parent)
    , m_model(model) {
    setModel(&model);
    setItemDelegate(new ModelTreeDelegate(this));
    auto* numbers = new NumberDelegate(0, this);
    auto* battles = new NumberDelegate(0, this);
    battles->setOpens(NumberDelegate::Opens::UnderMouse);
    for (const int column : {Column::Elo, Column::Responses, Column::Price})
        setItemDelegateForColumn(column, numbers);
    setItemDelegateForColumn(Column::Battles, battles);
    setFrameShape(QFrame::NoFrame);
    setIndentation(0); // the delegate draws lineage
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(tr("Models"));
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(scaled(40));
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setSectionResizeMode(Column::Name, QHeaderView::Stretch);
    header()->setSortIndicatorClearable(true);
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);

    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { m_scroll = verticalScrollBar()->value(); });
    connect(&model, &QAbstractItemModel::modelReset, this, &ModelTreeView::restore);
    const auto remember = [this](bool closed) {
        return [this, closed](const QModelIndex& index) {
            if (m_restoring || m_model.isFiltered())
                return;
            if (closed)
                m_closed.insert(keyOf(index));
            else
                m_closed.erase(keyOf(index));
        };
    };
    connect(this, &QTreeView::collapsed, this, remember(true));
    connect(this, &QTreeView::expanded, this, remember(false));
    restore();
}

ModelId ModelTreeView::currentModel() const {
    return currentIndex().isValid() ? modelOf(currentIndex()) : ModelId{};
}

void ModelTreeView::setCurrentModel(ModelId id) {
    m_current = id;
    const QScopedValueRollback restoring(m_restoring, true);
    const QModelIndex index = m_model.indexOf(id);
    if (index.isValid()) {
        if (currentModel() != id) // or the column that was clicked would be lost
            setCurrentIndex(index);
        scrollTo(index);
    } else if (currentModel().valid()) {
        selectionModel()->clear();
    }
}

void ModelTreeView::forget() {
    m_closed.clear();
    m_current = {};
}

void ModelTreeView::restore() {
    const QScopedValueRollback restoring(m_restoring, true);
    expandAll();
    for (int row = 0; row < m_model.rowCount(); ++row)
        setFirstColumnSpanned(row, {}, true);
    // A filter shows what it finds, wherever it is.
    if (!m_model.isFiltered() && !m_closed.empty()) {
        std::vector<QModelIndex> open;
        for (int row = 0; row < m_model.rowCount(); ++row)
            open.push_back(m_model.index(row, 0));
        while (!open.empty()) {
            const QModelIndex at = open.back();
            open.pop_back();
            if (m_closed.contains(keyOf(at)))
                collapse(at);
            for (int row = 0; row < m_model.rowCount(at); ++row)
                open.push_back(m_model.index(row, 0, at));
        }
    }
    if (const QModelIndex index = m_model.indexOf(m_current); index.isValid())
        setCurrentIndex(index);
    verticalScrollBar()->setValue(m_scroll);
}

void ModelTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    if (m_restoring)
        return;
    if (const ModelId id = currentModel(); id.valid()) {
        m_current = id;
        emit modelChosen(id);
    }
}

void ModelTreeView::toggle(const QModelIndex& index) {
    setExpanded(index, !isExpanded(index));
}

void ModelTreeView::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        if (const ModelId id = currentModel(); id.valid())
            emit modelOpened(id);
        else
            toggle(currentIndex().siblingAtColumn(0));
        return;
    }
    if (event->matches(QKeySequence::Delete) && currentModel().valid()) {
        emit removalWanted(currentModel());
        return;
    }
    QTreeView::keyPressEvent(event);
}

// On a group's header, or on the marker of a model with others below it.
bool ModelTreeView::opensBelow(const QModelIndex& index, const QPoint& at) const {
    if (!index.isValid() || index.column() != Column::Name)
        return false;
    if (!modelOf(index).valid())
        return true;
    const auto depth = index.data(ModelTreeModel::RunsOnRole).toBitArray().size() - 1;
    return m_model.hasChildren(index) &&
           std::abs(at.x() - lineageMiddle(static_cast<int>(depth), columnWidth(Column::Name))) <=
               scaled(9);
}

void ModelTreeView::mousePressEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    QTreeView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && opensBelow(index, event->pos()))
        toggle(index.siblingAtColumn(0));
}

void ModelTreeView::mouseReleaseEvent(QMouseEvent* event) {
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.column() == Column::Battles &&
        index == currentIndex() && !index.data().isNull())
        emit battlesWanted(modelOf(index));
}

void ModelTreeView::mouseDoubleClickEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    if (opensBelow(index, event->pos()))
        toggle(index.siblingAtColumn(0)); // two quick clicks are two clicks
    else if (index.column() != Column::Battles)
        emit modelOpened(modelOf(index));
}

void ModelTreeView::mouseMoveEvent(QMouseEvent* event) {
    QTreeView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->pos());
    const bool way = index.column() == Column::Battles && !index.data().isNull();
    viewport()->setCursor(way ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ModelTreeView::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || !modelOf(index).valid())
        return;
    setCurrentIndex(index);
    const QPoint at = byKey ? visualRect(index).bottomLeft() +
                                  QPoint(lineageTextLeft(0, columnWidth(Column::Name)), 0)
                            : event->pos();
    emit menuWanted(modelOf(index), viewport()->mapToGlobal(at));
}

void ModelTreeView::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    fitColumns();
}

bool ModelTreeView::event(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        fitColumns();
    return QTreeView::event(event);
}

void ModelTreeView::fitColumns() {
    int wanted = scaled(nameWidth);
    for (const ColumnWidth& column : columnWidths)
        wanted += scaled(column.width);
    for (const ColumnWidth& column : columnWidths) {
        const bool room = wanted <= viewport()->width();
        if (!room)
            wanted -= scaled(column.width);
        setColumnHidden(column.column, !room);
        if (room)
            setColumnWidth(column.column, scaled(column.width));
    }
}

} // namespace agon::ui
