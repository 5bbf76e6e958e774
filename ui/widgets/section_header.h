// The 28 px header of a section in a panel: title, dim note, and what acts on it at the right.
#pragma once

#include "ui/theme/colour.h"

#include <QtWidgets/QWidget>

class QHBoxLayout;

namespace agon::ui {

class ElidedLabel;

class SectionHeader : public QWidget {
    Q_OBJECT
  public:
    explicit SectionHeader(const QString& title, const QString& note = {},
                           QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setNote(const QString& note);
    void setFill(Colour fill);       // base unless told otherwise
    void addWidget(QWidget* widget); // from left to right, at the right end

    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    ElidedLabel* m_title;
    ElidedLabel* m_note;
    QHBoxLayout* m_layout;
    Colour m_fill = Colour::Base;
};

} // namespace agon::ui
