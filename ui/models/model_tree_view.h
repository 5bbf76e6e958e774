// The registry's view: keeps what is open, who is current and where it is scrolled through resets.
#pragma once

#include "core/base/ids.h"

#include <QTreeView>

#include <set>

namespace agon::ui {

class ModelTreeModel;

class ModelTreeView final : public QTreeView {
    Q_OBJECT

  public:
    explicit ModelTreeView(ModelTreeModel& model, QWidget* parent = nullptr);

    [[nodiscard]] ModelId currentModel() const; // not valid: none, or a group
    // Opens what is above it and scrolls to it; does not emit.
    void setCurrentModel(ModelId id);
    // Another workspace: everything open again, nothing current.
    void forget();

  signals:
    void modelChosen(agon::ModelId id);                  // current by mouse or key
    void modelOpened(agon::ModelId id);                  // Enter or double click: its details
    void battlesWanted(agon::ModelId id);                // its number of battles was clicked
    void removalWanted(agon::ModelId id);                // Delete
    void menuWanted(agon::ModelId id, const QPoint& at); // global

  protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

  private:
    void restore();
    void fitColumns();
    void toggle(const QModelIndex& index);
    [[nodiscard]] bool opensBelow(const QModelIndex& index, const QPoint& at) const;

    ModelTreeModel& m_model;
    std::set<qint64> m_closed; // ids of models, negative for groups
    ModelId m_current;
    int m_scroll = 0;
    bool m_restoring = false;
};

} // namespace agon::ui
