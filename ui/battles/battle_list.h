// A list of battles on screen: rows of one height, a million of them if need be.
#pragma once

#include "core/base/ids.h"

#include <QTableView>

namespace agon::ui {

class BattleListModel;

// One column of a table view: unlike a list view it lays out nothing per row.
class BattleList final : public QTableView {
    Q_OBJECT

  public:
    BattleList(BattleListModel& model, const QString& name, QWidget* parent = nullptr);

    // Shows which battle is open, scrolling there only as far as needed; no row when it is not
    // here.
    void setOpenBattle(BattleId battle);
    void keyboardSearch(const QString& search) override;
    void setMostRows(int rows); // grows with its rows up to so many; 0: takes what there is
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  signals:
    void chosen(agon::BattleId battle); // by the user

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

  private:
    void measureRows();

    BattleListModel& m_model;
    BattleId m_open;
    int m_mostRows = 0;
    bool m_byUser = false; // rows that go move the current row too, but nobody chose that
};

} // namespace agon::ui
