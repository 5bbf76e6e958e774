#include "ui/shell/held_key.h"

#include "ui/shell/action_registry.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace agon::ui {

HeldKey::HeldKey(const ActionRegistry& actions, QObject* parent)
    : QObject(parent)
    , m_actions(actions) {
    QCoreApplication::instance()->installEventFilter(this);
}

bool HeldKey::isHeld(const QKeyEvent& press) const {
    return press.key() == m_key && press.timestamp() != 0 && press.timestamp() == m_time;
}

bool HeldKey::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyRelease) {
        const auto& release = static_cast<const QKeyEvent&>(*event);
        m_key = release.key();
        m_time = release.timestamp();
    } else if (event->type() == QEvent::ShortcutOverride) {
        const auto& press = static_cast<const QKeyEvent&>(*event);
        if (isHeld(press) && m_actions.actsOnce(press.keyCombination())) {
            event->accept(); // taken: no shortcut comes of it
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace agon::ui
