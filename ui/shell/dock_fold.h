// Two docks beside each other that become tabs where the window has no room for both.
#pragma once

#include <QMainWindow>

class QDockWidget;

namespace agon::ui {

struct FoldPlace {
    Qt::DockWidgetArea area = Qt::RightDockWidgetArea; // of the companion, when there is room
    int width = 0;                                     // that it keeps then, if there is room
    int least = 0;                                     // of the window, for both beside each other
};

// Changes the standard arrangement only: where a person has put the docks elsewhere, they stay.
class DockFold final : public QObject {
    Q_OBJECT

  public:
    DockFold(QMainWindow& window, QDockWidget& partner, QDockWidget& companion, FoldPlace place);

    // Folds or unfolds as the window's width wants it. Some pixels between the two, so that a
    // window whose edge is being dragged does not flicker.
    void fit();
    // When the window changes its width, the partner takes what is gained and gives what is lost.
    void keepWidth();
    [[nodiscard]] int draggedTo() const { return m_draggedTo; } // a width; 0: not dragged
    void unfold(); // to save or to leave the arrangement as it is in a wide window

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void fold();
    [[nodiscard]] int room() const;   // for the companion
    [[nodiscard]] bool stand() const; // beside each other, as they do by default
    [[nodiscard]] bool isFolded() const;
    [[nodiscard]] bool areTabs() const;

    QMainWindow& m_window;
    QDockWidget& m_partner;
    QDockWidget& m_companion;
    FoldPlace m_place;
    int m_draggedTo = 0;
    int m_keptIn = 0;      // the window's width then
    bool m_folded = false; // by this, not by a person
};

} // namespace agon::ui
