// Walks a widget tree as somebody who cannot see it would.
#pragma once

#include <QStringList>

class QWidget;

namespace agon::test {

// One line for each fault: a control that takes the keyboard without an accessible name, a button
// of an icon alone without a tooltip. Empty when there is none.
[[nodiscard]] QStringList accessibilityFaults(const QWidget& root);

} // namespace agon::test
