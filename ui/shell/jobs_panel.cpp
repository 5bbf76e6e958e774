#include "ui/shell/jobs_panel.h"

#include "ui/arena/run_desk.h"
#include "ui/arena/run_detail.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/shell/import_report_dialog.h"
#include "ui/shell/import_reports.h"
#include "ui/shell/job_delegate.h"
#include "ui/shell/job_detail.h"
#include "ui/shell/navigator.h"
#include "ui/shell/run_rows.h"
#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/facet_button.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace agon::ui {

JobsPanel::JobsPanel(const PanelContext& context, ImportReports& reports,
                     std::shared_ptr<const Clock> clock, RunDesk& runs, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_reports(reports)
    , m_clock(std::move(clock))
    , m_model(new JobsModel(context.jobs, &reports, m_clock, this))
    , m_pages(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_clear(new QPushButton(tr("Clear finished")))
    , m_runs(runs)
    , m_details(new QStackedWidget(this))
    , m_detail(new JobDetail(m_details))
    , m_runDetail(new RunDetail(runs, m_details)) {
    m_model->setRuns(&runs);
    m_details->addWidget(m_detail);
    m_details->addWidget(m_runDetail);
    setInBar(m_clear);
    m_clear->setFlat(true);
    connect(m_clear, &QPushButton::clicked, &m_context.jobs, &JobsFeed::clearEnded);

    m_list->setModel(m_model);
    m_list->setItemDelegate(new JobDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Jobs"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* empty = new EmptyState(Icon::Jobs, this);
    empty->setTitle(tr("Nothing is running"));
    empty->setText(tr("Runs, imports and everything else that takes a while is listed here."));
    m_pages->addWidget(m_list);
    m_pages->addWidget(empty);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(facets());
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_pages);
    parts->addWidget(m_details);
    parts->setSizes({100, 200});
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 2);
    m_list->setMinimumHeight(scaled(measure::jobRow));
    column->addWidget(parts, 1);
    bindDetail();

    connect(m_model, &JobsModel::countsChanged, this, &JobsPanel::showCounts);
    connect(m_model, &JobsModel::rowsInserted, this, [this] {
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model->index(0));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &JobsPanel::showDetail);
    connect(&m_reports, &ImportReports::added, this, [this](quint64 job) {
        if (hasRemarks(*m_reports.find(job)))
            choose(job); // a notice sends people here to see what was left out
        showDetail();
    });
    showCounts();
    showDetail();
}

std::vector<QWidget*> JobsPanel::titleWidgets() {
    return {m_clear};
}

QWidget* JobsPanel::focusTarget() {
    return m_list;
}

QWidget* JobsPanel::facets() {
    auto* bar = new QWidget(this);
    bar->setFixedHeight(scaled(measure::chipRow));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(scaled(measure::dockPadding), 0, scaled(measure::dockPadding), 0);
    row->setSpacing(scaled(4));
    auto* group = new QButtonGroup(this);
    const auto add = [&](JobsModel::Show show, const QString& text, std::optional<Icon> picture) {
        auto* facet = new FacetButton(text, picture, bar);
        facet->setCheckable(true);
        facet->setChecked(show == JobsModel::Show::All);
        group->addButton(facet);
        row->addWidget(facet);
        m_facets.emplace_back(show, facet);
        connect(facet, &FacetButton::clicked, this, [this, show] {
            m_model->setShow(show);
            if (!m_list->currentIndex().isValid())
                m_list->setCurrentIndex(m_model->index(0));
        });
    };
    add(JobsModel::Show::All, tr("All"), {});
    add(JobsModel::Show::Running, tr("Running"), {});
    add(JobsModel::Show::Waiting, tr("Waiting"), {});
    add(JobsModel::Show::Done, tr("Done"), Icon::Check);
    add(JobsModel::Show::WithRejects, tr("With rejects"), Icon::Remark);
    add(JobsModel::Show::Failed, tr("Failed"), Icon::Invalid);
    row->addStretch();
    return bar;
}

void JobsPanel::bindDetail() {
    connect(m_detail, &JobDetail::cancelWanted, this, [this] { m_context.jobs.cancel(chosen()); });
    connect(m_detail, &JobDetail::linesWanted, this, [this](const QString& reason) {
        if (const exchange::ImportReport* report = m_reports.find(chosen()))
            showImportReport(*report, reason, this);
    });
    const auto showInvalid = [this] {
        m_context.navigator.showBattles(QStringLiteral("verdict:invalid"));
    };
    connect(m_detail, &JobDetail::invalidWanted, this, showInvalid);
    connect(m_runDetail, &RunDetail::invalidWanted, this, showInvalid);
    connect(&m_runs, &RunDesk::started, this, [this](quint64 job) { choose(job); });
}

std::uint64_t JobsPanel::chosen() const {
    return m_list->currentIndex().data(JobsModel::IdRole).toULongLong();
}

void JobsPanel::choose(std::uint64_t job) {
    const std::optional<int> row = m_model->rowOf(job);
    if (row)
        m_list->setCurrentIndex(m_model->index(*row));
    m_wanted = row ? 0 : job;
}

void JobsPanel::showCounts() {
    if (m_wanted != 0)
        choose(m_wanted);
    for (const auto& [show, facet] : m_facets) {
        const int count = m_model->count(show);
        facet->setCount(count);
        // A facet without jobs says nothing; the chosen one stays to be left.
        facet->setVisible(show == JobsModel::Show::All || count > 0 || facet->isChecked());
    }
    m_clear->setEnabled(m_context.jobs.running() < static_cast<int>(m_context.jobs.jobs().size()));
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    showDetail();
}

void JobsPanel::showDetail() {
    const QModelIndex current = m_list->currentIndex();
    m_details->setVisible(current.isValid());
    if (!current.isValid())
        return;
    const JobInfo& job = m_model->job(current.row());
    if (const RunId run = runOfRow(m_runs, job.id); run.valid()) {
        m_details->setCurrentWidget(m_runDetail);
        m_runDetail->show(run, QString::fromStdString(job.title));
        return;
    }
    m_details->setCurrentWidget(m_detail);
    m_detail->show(job, m_reports.find(job.id), m_clock->now());
}

} // namespace agon::ui
