// Counts or rates by category, upright or lying; upright ones may carry a line on a second axis.
#pragma once

#include "ui/charts/chart_view.h"
#include "ui/charts/interval_plot.h"

namespace agon::ui {

struct Bar {
    QString label{};
    double value = 0.0;
    QString valueText{}; // empty: the number
    bool chosen = false;
    std::optional<double> lineValue{};
    std::optional<RatingSpan> lineInterval{};
};

struct BarAxes {
    QString category{}; // "K"
    QString value{};    // "Rows"
    QString line{};     // "Elo"
};

class BarChart : public ChartView {
    Q_OBJECT
  public:
    explicit BarChart(Qt::Orientation orientation = Qt::Vertical, QWidget* parent = nullptr);

    void setBars(std::vector<Bar> bars, BarAxes axes = {});
    [[nodiscard]] const std::vector<Bar>& bars() const { return m_bars; }

    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int markCount() const override;
    [[nodiscard]] QRectF markRect(int mark) const override;
    [[nodiscard]] QString markText(int mark) const override;

  signals:
    void barActivated(int bar);

  protected:
    void applyTheme(const Theme& theme) override;
    void layOut(const QSize& size) override;
    [[nodiscard]] int markAt(const QPointF& position) const override;

  private:
    void fillPlot();
    void layOutUpright(const QSize& size);
    void layOutLying(const QSize& size);
    void paintLabels(QPainter& painter) const;
    void paintUprightLabels(QPainter& painter) const;
    void paintLyingLabels(QPainter& painter) const;
    [[nodiscard]] bool hasLine() const;
    [[nodiscard]] QString valueText(const Bar& bar) const;
    [[nodiscard]] QRectF barRect(int bar) const;

    Qt::Orientation m_orientation;
    std::vector<Bar> m_bars;
    BarAxes m_axes;
};

} // namespace agon::ui
