// The pinned pair: who is ahead, by how much, and whether that is more than chance.
#pragma once

#include "core/rating/rating_report.h"

#include <QtWidgets/QWidget>

#include <optional>

namespace agon::ui {

class PairDifference : public QWidget {
    Q_OBJECT
  public:
    explicit PairDifference(QWidget* parent = nullptr);

    // Names are for screen readers and the tooltip; without a difference they are not comparable.
    void show(const QString& a, const QString& b,
              std::optional<rating::RatingDifference> difference);
    void hideAll();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QString words() const { return accessibleName(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    [[nodiscard]] QString valueText() const;
    [[nodiscard]] QString rangeText() const;
    [[nodiscard]] QString verdictText() const;

    bool m_pinned = false;
    std::optional<rating::RatingDifference> m_difference;
};

} // namespace agon::ui
