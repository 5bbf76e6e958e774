// What Agon is, its version and its licence.
#pragma once

class QWidget;

namespace agon::ui {

void showAbout(QWidget* parent);

} // namespace agon::ui
