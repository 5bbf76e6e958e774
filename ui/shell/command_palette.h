// Ctrl+K: type a few letters of an action, a model or a recent workspace; Enter runs it.
#pragma once

#include "ui/shell/palette_model.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;

namespace agon::ui {

class TextLabel;

// Floats over the window's upper middle; closes on Esc, on Enter and when it loses the keyboard.
class CommandPalette final : public QFrame {
    Q_OBJECT

  public:
    explicit CommandPalette(QWidget* window);

    void popUp(std::vector<PaletteEntry> entries);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void filter(const QString& pattern);
    void runCurrent();
    void dismiss();
    void place();

    QLineEdit* m_field;
    QListView* m_list;
    TextLabel* m_nothing;
    PaletteModel* m_model;
    QPointer<QWidget> m_focusBefore;
};

} // namespace agon::ui
