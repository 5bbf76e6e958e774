// Two docks beside each other that become tabs where the window has no room for both.
#pragma once

#include <QMainWindow>

class QDockWidget;

namespace agon::ui {

struct FoldPlace {
    Qt::DockWidgetArea area = Qt::RightDockWidgetArea; // of the companion, when there is room
    int width = 0;                                     // that it gets then
    int least = 0;                                     // of the window, for both beside each other
};

// Changes the standard arrangement only: where a person has put the docks elsewhere, they stay.
class DockFold final {
  public:
    DockFold(QMainWindow& window, QDockWidget& partner, QDockWidget& companion, FoldPlace place);

    // Folds or unfolds as the window's width wants it. Some pixels between the two, so that a
    // window whose edge is being dragged does not flicker.
    void fit();
    void unfold(); // to save or to leave the arrangement as it is in a wide window

  private:
    void fold();
    [[nodiscard]] bool stand() const; // beside each other, as they do by default
    [[nodiscard]] bool isFolded() const;
    [[nodiscard]] bool areTabs() const;

    QMainWindow& m_window;
    QDockWidget& m_partner;
    QDockWidget& m_companion;
    FoldPlace m_place;
    bool m_folded = false; // by this, not by a person
};

} // namespace agon::ui
