// Everything that runs, waits or has ended: state, progress, what went wrong; cancel and clear.
#pragma once

#include "core/base/clock.h"
#include "ui/shell/jobs_model.h"
#include "ui/shell/panel.h"

class QListView;
class QPushButton;
class QStackedWidget;

namespace agon::ui {

class FacetButton;
class ImportReports;
class JobDetail;
class RunDesk;
class RunDetail;

class JobsPanel final : public Panel {
    Q_OBJECT

  public:
    JobsPanel(const PanelContext& context, ImportReports& reports,
              std::shared_ptr<const Clock> clock, RunDesk& runs, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<QWidget*> titleWidgets() override;
    [[nodiscard]] QWidget* focusTarget() override;

  private:
    [[nodiscard]] QWidget* facets();
    void bindDetail();
    void showCounts();
    void choose(std::uint64_t job);
    void showDetail();
    [[nodiscard]] std::uint64_t chosen() const;

    PanelContext m_context;
    ImportReports& m_reports;
    std::shared_ptr<const Clock> m_clock;
    JobsModel* m_model;
    QStackedWidget* m_pages;
    QListView* m_list;
    QPushButton* m_clear;
    std::vector<std::pair<JobsModel::Show, FacetButton*>> m_facets;
    RunDesk& m_runs;
    QStackedWidget* m_details;
    JobDetail* m_detail;
    RunDetail* m_runDetail;
    std::uint64_t m_wanted = 0; // to be chosen when it is in the list
};

} // namespace agon::ui
