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
class SectionHeader;
class TextLabel;

class JobsPanel final : public Panel {
    Q_OBJECT

  public:
    JobsPanel(const PanelContext& context, ImportReports& reports,
              std::shared_ptr<const Clock> clock, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<QWidget*> titleWidgets() override;
    [[nodiscard]] QWidget* focusTarget() override;

  private:
    [[nodiscard]] QWidget* facets();
    [[nodiscard]] QWidget* detail();
    void showCounts();
    void choose(std::uint64_t job);
    void showDetail();

    PanelContext m_context;
    ImportReports& m_reports;
    JobsModel* m_model;
    QStackedWidget* m_pages;
    QListView* m_list;
    QPushButton* m_clear;
    std::vector<std::pair<JobsModel::Show, FacetButton*>> m_facets;
    QWidget* m_detail = nullptr;
    SectionHeader* m_detailHeader = nullptr;
    TextLabel* m_detailText = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_lines = nullptr;
    std::uint64_t m_wanted = 0; // to be chosen when it is in the list
};

} // namespace agon::ui
