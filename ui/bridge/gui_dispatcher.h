// The room bridge: where threads meet widgets. Callbacks of core's jobs arrive on the GUI thread,
// the open workspace becomes a QObject, and its changes become signals.
#pragma once

#include "core/jobs/dispatcher.h"

#include <QPointer>

namespace agon::ui {

// Posts each call to the GUI thread's event loop, and drops it there when the receiver is gone by
// then. post() may come from any thread; construct and destroy on the GUI thread's side. The
// application object must outlive every executor and workspace that posts.
class GuiDispatcher final : public Dispatcher {
  public:
    explicit GuiDispatcher(QObject* receiver);
    void post(std::function<void()> call) override;

  private:
    QPointer<QObject> m_receiver; // only looked at on the GUI thread
};

} // namespace agon::ui
