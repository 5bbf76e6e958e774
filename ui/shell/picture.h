// An icon that stands by itself; follows the theme.
#pragma once

#include "ui/theme/icon.h"

#include <QWidget>

namespace agon::ui {

class Picture final : public QWidget {
    Q_OBJECT

  public:
    // `side` in design pixels. Ornament: says nothing that the words beside it do not.
    Picture(Icon icon, Colour colour, int side, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Icon m_icon;
    Colour m_colour;
    int m_side;
};

} // namespace agon::ui
