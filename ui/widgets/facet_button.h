// A stored filter as a pill with its count; clicking it edits the tokens.
#pragma once

#include "ui/theme/icon.h"

#include <QtWidgets/QAbstractButton>

#include <optional>

namespace agon::ui {

class FacetButton : public QAbstractButton {
    Q_OBJECT
  public:
    explicit FacetButton(const QString& text, std::optional<Icon> icon = {},
                         QWidget* parent = nullptr);

    void setCount(std::optional<qint64> count); // nullopt: not counted yet
    [[nodiscard]] std::optional<qint64> count() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    std::optional<Icon> m_icon;
    std::optional<qint64> m_count;
};

} // namespace agon::ui
