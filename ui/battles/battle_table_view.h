// The battles under review as a table: rows of one height, a million of them if need be.
#pragma once

#include "core/base/ids.h"
#include "core/battles/sort.h"

#include <QTableView>

class QMenu;
class QTimer;

namespace agon::ui {

class BattleQueue;
class BattleReview;
class BattleTableModel;
class Settings;

// Columns can be moved, sized and hidden; that is kept per user.
class BattleTableView final : public QTableView {
    Q_OBJECT

  public:
    BattleTableView(BattleQueue& queue, BattleReview& review, Settings& settings,
                    QWidget* parent = nullptr);
    ~BattleTableView() override;

    // Shows which battle is open; no row when it is not here.
    void showOpen(BattleId battle);
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    void keyboardSearch(const QString& search) override;

  signals:
    void sortWanted(const agon::Sort& sort); // by a click on a header
    void readWanted();                       // the current battle, in the viewer

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

  private:
    void buildHeader();
    void defaultColumns();
    void measureRows();
    void fitInstruction();
    void showSort();
    void sortBy(int column);
    [[nodiscard]] QMenu* columnMenu();
    void keepColumns();

    BattleQueue& m_queue;
    BattleReview& m_review;
    Settings& m_settings;
    BattleTableModel& m_model;
    QTimer* m_keepSoon;
    bool m_byUser = false;  // rows that go move the current row too, but nobody chose that
    bool m_fitting = false; // a width that nobody chose
};

} // namespace agon::ui
