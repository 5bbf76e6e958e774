// A wide button of two lines: icon, title, caption; keys or a chevron at its right. On the start
// page.
#pragma once

#include "ui/theme/icon.h"

#include <QAbstractButton>
#include <QKeySequence>

namespace agon::ui {

class CardButton final : public QAbstractButton {
    Q_OBJECT

  public:
    enum class Frame { Own, Grouped }; // Grouped: a row of a framed group, which draws the lines

    CardButton(Icon icon, const QString& title, const QString& caption, Frame frame,
               QWidget* parent);

    void setKeys(const QKeySequence& keys); // in place of the chevron
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Icon m_icon;
    QString m_caption;
    Frame m_frame;
    QKeySequence m_keys;
};

} // namespace agon::ui
