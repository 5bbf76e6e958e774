// Win rates of every model against every other.
#pragma once

#include "ui/charts/chart_view.h"

#include <limits>

class QCPColorMap;

namespace agon::ui {

struct HeatMapModel {
    QString name{};
    int rank = 0; // what numbers row and column
    Pin pin = Pin::None;
};

struct HeatMapCell {
    double rate = std::numeric_limits<double>::quiet_NaN(); // row wins, 0 to 1; NaN: no battles
    qint64 wins = 0;
    qint64 ties = 0;
    qint64 losses = 0;
};

class HeatMap : public ChartView {
    Q_OBJECT
  public:
    static constexpr int mostNumbered = 15; // models up to which cells carry numbers

    explicit HeatMap(QWidget* parent = nullptr);

    // Models by strength; cells row by row, models × models of them.
    void setMatrix(std::vector<HeatMapModel> models, std::vector<HeatMapCell> cells);
    void setSelectedCell(int row, int column); // framed; −1, −1: none
    [[nodiscard]] const std::vector<HeatMapModel>& models() const { return m_models; }
    [[nodiscard]] const HeatMapCell& cell(int row, int column) const;

    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int markCount() const override; // models × models
    [[nodiscard]] QRectF markRect(int mark) const override;
    [[nodiscard]] QString markText(int mark) const override;
    [[nodiscard]] QSize sizeHint() const override; // all names readable

  signals:
    void cellActivated(int row, int column); // never of the diagonal

  protected:
    void applyTheme(const Theme& theme) override;
    void layOut(const QSize& size) override;
    [[nodiscard]] int markAt(const QPointF& position) const override;
    [[nodiscard]] int markBeyond(int mark, Qt::Key key) const override;
    void paintHighlight(QPainter& painter, const QRectF& mark, bool current) const override;
    void markChosen(int mark) override;

  private:
    void fillMap();
    void paintCells(QPainter& painter) const;
    void paintNames(QPainter& painter) const;
    void paintScale(QPainter& painter) const;
    [[nodiscard]] int size() const { return static_cast<int>(m_models.size()); }
    [[nodiscard]] QRectF cellRect(int row, int column) const;

    std::vector<HeatMapModel> m_models;
    std::vector<HeatMapCell> m_cells;
    QCPColorMap* m_map; // owned by the plot
    QSize m_cell{1, 1};
    int m_selected = -1;
};

} // namespace agon::ui
