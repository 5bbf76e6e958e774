// What a person may choose: name, theme, text size, what happens after a vote. Applied at once.
#pragma once

#include <QDialog>

namespace agon::ui {

class Settings;

class SettingsDialog final : public QDialog {
    Q_OBJECT

  public:
    SettingsDialog(Settings& settings, QWidget* parent);
};

} // namespace agon::ui
