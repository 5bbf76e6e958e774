// Charts as large as a word: for rows of the start page, cards and delegates. They say nothing to
// screen readers; the words beside them do.
#pragma once

#include "ui/charts/interval_plot.h"

#include <span>

class QPainter;

namespace agon::ui {

enum class SparkDots : std::uint8_t { LastOnly, All };

// A thin line through the values, scaled to fill rect; NaN is a gap, the last value a larger dot.
void paintSparkline(QPainter* painter, const QRectF& rect, std::span<const double> values,
                    const Theme& theme, SparkDots dots = SparkDots::LastOnly);

struct MiniInterval {
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
};
// One line a model, the strongest on top.
void paintMiniIntervals(QPainter* painter, const QRectF& rect,
                        std::span<const MiniInterval> intervals, const Theme& theme);

class Sparkline : public QWidget {
    Q_OBJECT
  public:
    explicit Sparkline(QWidget* parent = nullptr);
    void setValues(std::vector<double> values, SparkDots dots = SparkDots::LastOnly);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    std::vector<double> m_values;
    SparkDots m_dots = SparkDots::LastOnly;
};

class MiniIntervals : public QWidget {
    Q_OBJECT
  public:
    explicit MiniIntervals(QWidget* parent = nullptr);
    void setIntervals(std::vector<MiniInterval> intervals);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    std::vector<MiniInterval> m_intervals;
};

} // namespace agon::ui
