// The header of rows that can be folded away: a chevron, a title, and what is set in them.
#pragma once

#include <QToolButton>

namespace agon::ui {

class FoldHeader final : public QToolButton {
    Q_OBJECT

  public:
    explicit FoldHeader(const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] bool isOpen() const { return isChecked(); }
    void setOpen(bool open); // emits toggled()
    void setNote(const QString& note);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_title;
    QString m_note;
};

} // namespace agon::ui
