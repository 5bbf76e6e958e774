// What a panel shows while it has nothing: what is missing, why, and the next step.
#pragma once

#include "ui/theme/icon.h"

#include <QtCore/QList>
#include <QtWidgets/QWidget>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace agon::ui {

class TextLabel;

// One of several steps that lead to content.
struct EmptyStep {
    QString title;
    QString note;
    QString action; // of its button while it is not done
    bool done = false;
};

class EmptyState : public QWidget {
    Q_OBJECT
  public:
    explicit EmptyState(Icon icon, QWidget* parent = nullptr);

    void setIcon(Icon icon);
    void setTitle(const QString& title);          // one line that says what is missing
    void setText(const QString& text);            // one or two dim lines that say why
    void setPrimary(const QString& words);        // the only primary button; empty: none
    QPushButton* addButton(const QString& words); // beside it, ordinary
    void setLink(const QString& lead, const QString& words);
    // The first step that is not done is the primary button; later ones are disabled.
    void setSteps(const QList<EmptyStep>& steps);

    [[nodiscard]] QSize minimumSizeHint() const override;

  signals:
    void primaryActivated();
    void linkActivated();
    void stepActivated(int index);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    Icon m_icon;
    QWidget* m_picture;
    TextLabel* m_title;
    TextLabel* m_text;
    QPushButton* m_primary;
    QHBoxLayout* m_buttons;
    QVBoxLayout* m_steps;
    QWidget* m_stepList;
    QWidget* m_linkRow;
    TextLabel* m_linkLead;
    QPushButton* m_link;
};

} // namespace agon::ui
