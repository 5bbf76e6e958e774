// The focus ring of lists, tables and texts, whose frames a style cannot thicken.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>

class QWidget;

namespace agon::ui {

// Follows the application's focus; at any time at most one scroll area carries the ring.
class FocusRing : public QObject {
    Q_OBJECT
  public:
    explicit FocusRing(QObject* parent = nullptr);

  private:
    void moveTo(QWidget* focused);

    QPointer<QWidget> m_ring; // owned by the area that it lies on
};

} // namespace agon::ui
