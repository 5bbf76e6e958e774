// A prompt or a raw reply, exactly as it was sent: read-only, in a window of its own.
#pragma once

#include <QString>

#include <string>

class QWidget;

namespace agon::ui {

void showTextWindow(const QString& title, const std::string& text, QWidget* parent);

} // namespace agon::ui
