// The header of a group in the queue: chevron, title, count, note. Clicking it folds the group.
#pragma once

#include <QAbstractButton>

namespace agon::ui {

class GroupHeader final : public QAbstractButton {
    Q_OBJECT

  public:
    explicit GroupHeader(const QString& title, QWidget* parent = nullptr);

    void setCount(qint64 count);
    void setNote(const QString& note);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void describe();

    qint64 m_count = 0;
    QString m_note;
};

} // namespace agon::ui
