// Ratings with their intervals, one row a model, in step with the table beside it.
#pragma once

#include "ui/charts/chart_view.h"

#include <array>
#include <optional>

class QCPErrorBars;
class QCPGraph;

namespace agon::ui {

struct RatingSpan {
    double low = 0.0; // an infinite end is drawn to the edge, without a cap
    double high = 0.0;
};

struct IntervalRow {
    QString name{};
    std::optional<double> rating{};
    std::optional<RatingSpan> byInstruction{}; // thin, with caps
    std::optional<RatingSpan> byBattle{};      // thick and pale
    Pin pin = Pin::None;
    bool anchor = false;
    QString word{}; // dim, instead of marks, where there is no rating: "not connected"
};

// The value axis stands in a strip on top as high as a table's header; rows follow at the pitch.
class IntervalPlot : public ChartView {
    Q_OBJECT
  public:
    explicit IntervalPlot(QWidget* parent = nullptr);

    void setRows(std::vector<IntervalRow> rows);
    [[nodiscard]] const std::vector<IntervalRow>& rows() const { return m_rows; }
    void setNamesShown(bool shown); // a column at the left; on

    void setRowPitch(int px);
    [[nodiscard]] int rowPitch() const { return m_pitch; }
    void setHeaderHeight(int px);
    void setScrollOffset(int px); // bounded to what there is
    [[nodiscard]] int scrollOffset() const { return m_offset; }
    [[nodiscard]] int contentHeight() const; // all rows, without the header strip
    [[nodiscard]] int largestScrollOffset() const;
    void setHighlightedRow(int row); // the one under the mouse in the table; −1: none

    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<LegendEntry> legendEntries() const override;
    [[nodiscard]] int markCount() const override;
    [[nodiscard]] QRectF markRect(int row) const override;
    [[nodiscard]] QString markText(int row) const override;
    [[nodiscard]] QSize exportSize() const override; // every row, not only those in view

  signals:
    void rowActivated(int row);
    void rowHovered(int row);             // −1: none
    void scrollOffsetChanged(int offset); // by the wheel or the keys, or because rows went away

  protected:
    void applyTheme(const Theme& theme) override;
    void layOut(const QSize& size) override;
    [[nodiscard]] int markAt(const QPointF& position) const override;
    void markChosen(int row) override;
    void reveal(int row) override;
    void paintHighlight(QPainter& painter, const QRectF& mark, bool current) const override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    // Rows of one look; the plottables belong to the plot.
    struct Group {
        QCPGraph* dots = nullptr;
        QCPErrorBars* thin = nullptr;
        QCPErrorBars* pale = nullptr;
    };
    static constexpr int anchorGroup = 3; // after one for each Pin

    void buildPlot();
    void fillPlot();
    void paintStrip(QPainter& painter) const;
    void paintReferences(QPainter& painter) const;
    void paintWords(QPainter& painter) const;
    void moveTo(int offset);
    [[nodiscard]] int namesWidth(int plotWidth) const;

    [[nodiscard]] int groupOf(const IntervalRow& row) const;

    std::vector<IntervalRow> m_rows;
    std::array<Group, 4> m_groups{};
    double m_low = 0.0;
    double m_high = 1.0;
    int m_pitch;
    int m_header;
    int m_offset = 0;
    int m_highlighted = -1;
    bool m_namesShown = true;
};

} // namespace agon::ui
