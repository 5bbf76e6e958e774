// The Ratings panel: policy, figures, and a grid of leaderboard, intervals, progress, win rates.
#pragma once

#include "ui/shell/panel.h"

class QGridLayout;
class QScrollArea;
class QStackedWidget;

namespace agon::ui {

class ChartView;
class EmptyState;
class FigureStrip;
class HeatMap;
class IntervalPlot;
class LeaderboardModel;
class LeaderboardView;
class NoticeBar;
class PairDifference;
class PolicyCombo;
class ProgressPlot;
class RatingsPresenter;
class SectionHeader;

class RatingsPanel : public Panel {
    Q_OBJECT
  public:
    explicit RatingsPanel(const PanelContext& context, QWidget* parent = nullptr);
    ~RatingsPanel() override;

    QWidget* focusTarget() override;
    [[nodiscard]] RatingsPresenter& presenter() { return *m_presenter; }

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void build();
    QWidget* section(SectionHeader* header, QWidget* content);
    void addExport(SectionHeader* header, ChartView* chart);
    void connectLeaderboard();
    void connectCharts();
    void arrange();
    void showOverview();
    void showPins();
    void showFamilies();
    void showStatus();
    void openBattles(const QString& filter);
    void openModel(const QString& model);

    PanelContext m_context;
    RatingsPresenter* m_presenter; // children all
    LeaderboardModel* m_model;
    LeaderboardView* m_leaderboard = nullptr;
    IntervalPlot* m_intervals = nullptr;
    ProgressPlot* m_progress = nullptr;
    HeatMap* m_heatMap = nullptr;
    FigureStrip* m_figures = nullptr;
    PairDifference* m_pair = nullptr;
    PolicyCombo* m_family = nullptr;
    NoticeBar* m_notice = nullptr;
    EmptyState* m_empty = nullptr;
    EmptyState* m_noProgress = nullptr;
    QStackedWidget* m_pages = nullptr;
    QStackedWidget* m_progressPages = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_grid = nullptr;
    SectionHeader* m_leaderboardHeader = nullptr;
    QWidget* m_sections[4]{};
    QStringList m_filters; // of the figures
    int m_columns = 0;
};

} // namespace agon::ui
