// A key that is held down acts once, unless its action repeats.
//
// QAction::autoRepeat should see to it. Measured with Qt 6.4 on X11: where the release of an
// automatic repeat is read before its press has arrived, Qt takes them for two presses by hand. The
// pair has the same time, and nobody types that fast.
#pragma once

#include <QtCore/QObject>

class QKeyEvent;

namespace agon::ui {

class ActionRegistry;

// Watches the application's events while it lives.
class HeldKey final : public QObject {
    Q_OBJECT

  public:
    HeldKey(const ActionRegistry& actions, QObject* parent);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    [[nodiscard]] bool isHeld(const QKeyEvent& press) const;

    const ActionRegistry& m_actions;
    int m_key = 0; // released last
    quint64 m_time = 0;
};

} // namespace agon::ui
