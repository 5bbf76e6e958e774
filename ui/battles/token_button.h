// A token of the filter field: clicking its cross, or Delete, removes it.
#pragma once

#include "core/battles/filter.h"
#include "ui/widgets/token.h"

#include <QAbstractButton>

namespace agon::ui {

[[nodiscard]] FilterToken tokenOf(const FilterTerm& term);

class TokenButton final : public QAbstractButton {
    Q_OBJECT

  public:
    explicit TokenButton(const FilterTerm& term, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    [[nodiscard]] bool hitButton(const QPoint& point) const override; // the cross only

  private:
    FilterToken m_token;
    bool m_onCross = false;
};

} // namespace agon::ui
