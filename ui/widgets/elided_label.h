// One line that ends in an ellipsis where room ends; the whole is in its tooltip.
#pragma once

#include "ui/theme/colour.h"
#include "ui/theme/font.h"

#include <QtWidgets/QWidget>

namespace agon::ui {

class ElidedLabel : public QWidget {
    Q_OBJECT
  public:
    explicit ElidedLabel(const QString& text = {}, Colour colour = Colour::Text,
                         Size size = Size::Body, Weight weight = Weight::Regular,
                         QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    void setColour(Colour colour);
    void setElideMode(Qt::TextElideMode mode);
    void setProse(bool prose); // what a model or a person wrote
    [[nodiscard]] bool isElided() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    [[nodiscard]] QFont ownFont() const;
    [[nodiscard]] int wordsWidth() const;

    QString m_text;
    Colour m_colour;
    Size m_size;
    Weight m_weight;
    Qt::TextElideMode m_mode = Qt::ElideRight;
    bool m_prose = false;
};

} // namespace agon::ui
