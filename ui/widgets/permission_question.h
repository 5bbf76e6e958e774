// Asks a person whether hosts may be called, and be sent which keys, before anything is sent.
#pragma once

#include "core/llm/trust.h"
#include "ui/bridge/arena_desk.h"

#include <QString>

#include <functional>
#include <vector>

class QMessageBox;
class QWidget;

namespace agon::ui {

// "Agon will send the key OPENAI_API_KEY to https://api.openai.com:443". Translated.
[[nodiscard]] QString permissionWords(const TrustedOrigin& origin);

// Shows a box that lists each of `missing`, and writes an "Allow" down by the desk; only while it
// has services. `answered(true)` comes after that; false: refused, or not written (which the box
// says itself first). Nothing missing: answered(true) at once, without a box. Not called when the
// parent is gone or the workspace closed by then. Returns the box, which deletes itself.
QMessageBox* askPermission(ArenaDesk& desk, const std::vector<TrustedOrigin>& missing,
                           QWidget* parent, std::function<void(bool)> answered);

} // namespace agon::ui
