#include "ui/bridge/gui_dispatcher.h"

#include <QCoreApplication>
#include <QMetaObject>

namespace agon::ui {

GuiDispatcher::GuiDispatcher(QObject* receiver)
    : m_receiver(receiver) {}

void GuiDispatcher::post(std::function<void()> call) {
    // Posted to the application, not to the receiver: the receiver may die on the GUI thread while
    // a worker is in here, and a QPointer tells the truth only on the thread that deletes.
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [receiver = m_receiver, call = std::move(call)] {
            if (receiver)
                call();
        },
        Qt::QueuedConnection);
}

} // namespace agon::ui
