// The title bar of a dock: its name, what its panel adds, float and close.
#pragma once

#include <QWidget>

#include <vector>

class QDockWidget;
class QHBoxLayout;
class QLabel;

namespace agon::ui {

class DockTitle final : public QWidget {
    Q_OBJECT

  public:
    // `extras` go left of the buttons and are taken over. `keys` is shown as a cap; may be empty.
    DockTitle(QDockWidget* dock, const std::vector<QWidget*>& extras, const QString& keys);

    void setTitle(const QString& title);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QLabel* m_title;
};

} // namespace agon::ui
