// Counts or rates by category, upright or lying; upright ones may carry a line on a second axis.
#pragma once

#include "ui/charts/chart_view.h"
#include "ui/charts/interval_plot.h"

class QCPBars;

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
    [[nodiscard]] std::vector<LegendEntry> legendEntries() const override;
    [[nodiscard]] int markCount() const override;
    [[nodiscard]] QRectF markRect(int mark) const override;
    [[nodiscard]] QString markText(int mark) const override;

  signals:
    void barActivated(int bar);

  protected:
    void applyTheme(const Theme& theme) override;
    void layOut(const QSize& size) override;
    [[nodiscard]] int markAt(const QPointF& position) const override;
    void markChosen(int bar) override;
    void paintHighlight(QPainter& painter, const QRectF& mark, bool current) const override;

  private:
    void fillPlot();
    void layOutUpright(const QSize& size);
    void layOutLying(const QSize& size);
    void paintUpright(QPainter& painter) const;
    void paintLying(QPainter& painter) const;
    void paintLineLabel(QPainter& painter) const;
    [[nodiscard]] bool isUpright() const { return m_orientation == Qt::Vertical; }
    [[nodiscard]] bool hasLine() const;
    [[nodiscard]] int namesWidth(int plotWidth) const;
    [[nodiscard]] QRectF barRect(int bar) const;
    [[nodiscard]] QRectF bandRect(int bar) const; // all that a click on it means

    Qt::Orientation m_orientation;
    std::vector<Bar> m_bars;
    BarAxes m_axes;
    double m_barWidth = 1.0; // pixels, across the bar
    // Owned by the plot.
    QCPBars* m_plain;
    QCPBars* m_chosen;
    QCPGraph* m_line;
    QCPGraph* m_chosenPoint;
    QCPErrorBars* m_intervals;
};

} // namespace agon::ui
