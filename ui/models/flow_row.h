// Controls side by side, in as many lines as they need.
#pragma once

#include <QWidget>

#include <vector>

namespace agon::ui {

class FlowRow final : public QWidget {
    Q_OBJECT

  public:
    explicit FlowRow(QWidget* parent = nullptr);

    void add(QWidget* control); // becomes a child

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    int arrange(int width, bool place) const;

    std::vector<QWidget*> m_controls;
};

} // namespace agon::ui
