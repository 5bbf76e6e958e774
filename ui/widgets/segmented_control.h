// Two to five choices side by side, one of them active.
#pragma once

#include <QtWidgets/QWidget>

class QButtonGroup;

namespace agon::ui {

// One stop for Tab; the arrow keys choose. 28 px, or 24 in a bar.
class SegmentedControl : public QWidget {
    Q_OBJECT
  public:
    explicit SegmentedControl(const QStringList& segments, QWidget* parent = nullptr);

    [[nodiscard]] int current() const;
    void setCurrent(int index); // does not emit
    void setSegmentEnabled(int index, bool enabled);
    [[nodiscard]] QSize sizeHint() const override;

  signals:
    void currentChanged(int index); // by the user

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QButtonGroup* m_group;
};

} // namespace agon::ui
