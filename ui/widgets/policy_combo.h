// A combo box that says inside what it chooses: "Judge  llama-3-70b".
#pragma once

#include "ui/theme/icon.h"

#include <QtWidgets/QComboBox>

#include <optional>

namespace agon::ui {

class PolicyCombo : public QComboBox {
    Q_OBJECT
  public:
    explicit PolicyCombo(const QString& caption, QWidget* parent = nullptr);

    void setCaptionShown(bool shown); // hidden, it still is the accessible name
    void setLead(std::optional<Icon> icon);
    void setHumanDot(bool dot); // overrides count
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    void showPopup() override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    [[nodiscard]] QFontMetrics valueMetrics() const;
    [[nodiscard]] int leadWidth() const;
    [[nodiscard]] int captionWidth() const;

    QString m_caption;
    bool m_captionShown = true;
    std::optional<Icon> m_lead;
    bool m_dot = false;
};

} // namespace agon::ui
