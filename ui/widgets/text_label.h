// A QLabel in a colour and size of the theme, which keeps both when theme or text scale change.
#pragma once

#include "ui/theme/colour.h"
#include "ui/theme/font.h"

#include <QtWidgets/QLabel>

namespace agon::ui {

// Plain text only: what is shown may come from anywhere.
class TextLabel : public QLabel {
    Q_OBJECT
  public:
    explicit TextLabel(const QString& text, Colour colour = Colour::Text, Size size = Size::Body,
                       Weight weight = Weight::Regular, QWidget* parent = nullptr);

    void setColour(Colour colour);

  protected:
    bool event(QEvent* event) override;

  private:
    void applyTheme();

    Colour m_colour;
    Size m_size;
    Weight m_weight;
};

} // namespace agon::ui
