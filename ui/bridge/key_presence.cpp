#include "ui/bridge/key_presence.h"

namespace agon::ui {

KeyPresence::KeyPresence(ArenaDesk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk) {
    connect(&desk, &ArenaDesk::changed, this, &KeyPresence::look);
}

void KeyPresence::ask(const QString& name) {
    if (name == m_name)
        return;
    m_name = name;
    look();
}

void KeyPresence::look() {
    m_there.reset();
    m_asked.cancel();
    emit known();
    const ArenaServices* services = m_desk.services();
    if (m_name.isEmpty() || !services)
        return;
    m_asked.run<bool>(
        m_desk.session(), JobSpec{{}, false},
        [secrets = services->secrets, name = m_name.toStdString()](Workspace&, const JobContext&)
            -> Result<bool> { return secrets->find(name).has_value(); },
        this,
        [this](Result<bool> found) {
            if (found)
                m_there = *found;
            emit known();
        });
}

} // namespace agon::ui
