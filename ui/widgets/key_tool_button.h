// A tool button that shows its action's key: icon, words if there is room, cap.
#pragma once

#include "ui/widgets/key_cap.h"

#include <QtWidgets/QToolButton>

namespace agon::ui {

// Takes icon, words, state and shortcut from its default action.
class KeyToolButton : public QToolButton {
    Q_OBJECT
  public:
    explicit KeyToolButton(QAction* action, QWidget* parent = nullptr);

    void setWordsShown(bool shown);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    [[nodiscard]] QStringList keys() const;

    bool m_wordsShown = false;
};

} // namespace agon::ui
