// A white box with a frame whose children are rows parted by lines.
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace agon::ui {

class FramedGroup final : public QWidget {
    Q_OBJECT

  public:
    explicit FramedGroup(QWidget* parent = nullptr);
    void addRow(QWidget* row);
    void clear();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QVBoxLayout* m_rows;
};

} // namespace agon::ui
