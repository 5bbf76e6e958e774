// A line of input with a dim caption at its left end and the number at its right: “in   0.59”.
#pragma once

#include <QLineEdit>

namespace agon::ui {

class CaptionedEdit final : public QLineEdit {
    Q_OBJECT

  public:
    explicit CaptionedEdit(const QString& caption, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void makeRoom();

    QString m_caption;
};

} // namespace agon::ui
