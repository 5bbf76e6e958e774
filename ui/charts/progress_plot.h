// The saw-tooth of a flywheel: ratings over stages, grouped by iteration.
#pragma once

#include "ui/charts/chart_view.h"
#include "ui/charts/interval_plot.h"
#include "ui/charts/label_layout.h"

namespace agon::ui {

enum class StageKind : std::uint8_t { Sft, Dpo, Ppo };

struct ProgressStage {
    QString iteration{}; // neighbours of one name form a group
    StageKind kind = StageKind::Sft;
    QString label{}; // empty: SFT, DPO, PPO
};

struct ProgressPoint {
    std::optional<double> value{}; // absent: a gap
    std::optional<RatingSpan> interval{};
    bool provisional = false; // written with ≈
};

enum class SeriesRole : std::uint8_t {
    InLoop,   // solid, filled markers
    HeldOut,  // dashed, hollow markers
    Benchmark // dotted and faint, on an axis of its own at the right
};

struct ProgressSeries {
    QString name{};
    SeriesRole role = SeriesRole::InLoop;
    std::vector<ProgressPoint> points{}; // one a stage; missing ones at the end are gaps
};

class ProgressPlot : public ChartView {
    Q_OBJECT
  public:
    explicit ProgressPlot(QWidget* parent = nullptr);

    void setProgress(std::vector<ProgressStage> stages, std::vector<ProgressSeries> series);
    [[nodiscard]] const std::vector<ProgressStage>& stages() const { return m_stages; }
    [[nodiscard]] const std::vector<ProgressSeries>& series() const { return m_series; }

    // Whether the point's value is to be written beside it, where there is room.
    [[nodiscard]] bool isLabelled(int series, int stage) const;

    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<LegendEntry> legendEntries() const override;
    [[nodiscard]] int markCount() const override;
    [[nodiscard]] QRectF markRect(int mark) const override;
    [[nodiscard]] QString markText(int mark) const override;

  signals:
    void pointActivated(int series, int stage);

  protected:
    void applyTheme(const Theme& theme) override;
    void layOut(const QSize& size) override;
    [[nodiscard]] int markBeyond(int mark, Qt::Key key) const override;
    void markChosen(int mark) override;

  private:
    struct Mark {
        int series = 0;
        int stage = 0;
    };
    // What one series is plotted with; owned by the plot.
    struct Parts {
        QCPGraph* line = nullptr;     // broken where a new iteration begins
        QCPGraph* restarts = nullptr; // the pieces between, thin and dotted
        QCPErrorBars* intervals = nullptr;
        std::array<QCPGraph*, 3> markers{}; // by stage
    };

    void buildSeries();
    void fillSeries(const ProgressSeries& series, const Parts& parts) const;
    void layOutValues(const QSize& size);
    void layOutStages(int plotWidth);
    void paintIterations(QPainter& painter) const;
    void paintLabels(QPainter& painter) const;
    [[nodiscard]] LabelObstacles obstacles() const;
    void paintRestartNote(QPainter& painter, LabelObstacles& obstacles) const;
    [[nodiscard]] static QString valueText(const ProgressSeries& series,
                                           const ProgressPoint& point);
    [[nodiscard]] QPointF pixelOf(int series, int stage, double value) const;
    [[nodiscard]] SeriesLook lookOf(int series) const;
    [[nodiscard]] const ProgressPoint* pointAt(int series, int stage) const; // null: a gap
    [[nodiscard]] bool isRestart(int stage) const; // the first of a later iteration
    [[nodiscard]] bool hasBenchmark() const;

    std::vector<ProgressStage> m_stages;
    std::vector<ProgressSeries> m_series;
    std::vector<Parts> m_parts;
    std::vector<Mark> m_marks;
};

} // namespace agon::ui
