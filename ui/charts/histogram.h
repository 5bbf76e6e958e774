// How often values fall into bins that touch: answer lengths, gaps, difficulty.
#pragma once

#include "ui/charts/chart_view.h"

#include <optional>

class QCPGraph;

namespace agon::ui {

struct HistogramData {
    std::vector<double> edges{};  // ascending, one more than counts
    std::vector<double> counts{}; // ≥ 0
    std::optional<double> cut{};  // a dotted line, with its word
    QString cutWord{};
    QString valueName{}; // "words"
};

class Histogram : public ChartView {
    Q_OBJECT
  public:
    explicit Histogram(QWidget* parent = nullptr);

    void setData(HistogramData data); // edges that do not fit the counts: shows nothing
    [[nodiscard]] const HistogramData& data() const { return m_data; }

    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int markCount() const override;
    [[nodiscard]] QRectF markRect(int mark) const override;
    [[nodiscard]] QString markText(int mark) const override;

  signals:
    void binActivated(int bin);

  protected:
    void applyTheme(const Theme& theme) override;
    void layOut(const QSize& size) override;
    [[nodiscard]] int markAt(const QPointF& position) const override;
    void markChosen(int bin) override;
    void paintHighlight(QPainter& painter, const QRectF& mark, bool current) const override;

  private:
    [[nodiscard]] QRectF binRect(int bin) const;
    void paintBins(QPainter& painter) const;
    void paintCut(QPainter& painter) const;

    HistogramData m_data;
    QCPGraph* m_steps; // owned by the plot
};

} // namespace agon::ui
