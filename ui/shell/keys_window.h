// The Keys window (`?`): every key of the application, by section, made from the action table.
#pragma once

#include <QDialog>

namespace agon::ui {

class ActionRegistry;

class KeysWindow final : public QDialog {
    Q_OBJECT

  public:
    KeysWindow(const ActionRegistry& actions, QWidget* parent);
};

} // namespace agon::ui
