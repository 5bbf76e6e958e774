// A remark in the panel itself: tint, icon, text, at most one link.
#pragma once

#include "ui/theme/icon.h"
#include "ui/widgets/tone.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace agon::ui {

// Neutral, Good, Warning or Danger; each has its icon unless another is given.
class NoticeBar : public QWidget {
    Q_OBJECT
  public:
    explicit NoticeBar(QWidget* parent = nullptr);

    // `lead` is set heavier and ends where the text goes on. Plain text, never markup.
    void say(Tone tone, const QString& lead, const QString& text);
    void setIcon(Icon icon);
    void setLink(const QString& words); // empty: none
    [[nodiscard]] QString text() const;

  signals:
    void linkActivated();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void applyText();

    Tone m_tone = Tone::Neutral;
    Icon m_icon = Icon::Info;
    QString m_lead;
    QString m_text;
    QLabel* m_label;
    QPushButton* m_link;
};

} // namespace agon::ui
