// Looks like a search field with its keys; a click opens the command palette.
#pragma once

#include <QAbstractButton>

class QAction;

namespace agon::ui {

class SearchButton final : public QAbstractButton {
    Q_OBJECT

  public:
    SearchButton(QAction* action, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QAction* m_action;
};

} // namespace agon::ui
