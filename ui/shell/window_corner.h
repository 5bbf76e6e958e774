// At the right of the menu bar: the workspace's name, the layouts, the search field.
#pragma once

#include "ui/shell/panel.h"

#include <QWidget>

namespace agon::ui {

class ElidedLabel;
class SegmentedControl;

class WindowCorner final : public QWidget {
    Q_OBJECT

  public:
    explicit WindowCorner(const ActionRegistry& actions, QWidget* parent = nullptr);

    // Empty: no workspace is open; only the search field is shown.
    void setWorkspace(const QString& name, const QString& path);
    void setLayoutShown(LayoutId layout);

  signals:
    void layoutChosen(agon::ui::LayoutId layout);

  private:
    QWidget* m_icon;
    ElidedLabel* m_name;
    SegmentedControl* m_layouts;
};

} // namespace agon::ui
