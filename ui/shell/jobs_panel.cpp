#include "ui/shell/jobs_panel.h"

#include "ui/bridge/jobs_feed.h"
#include "ui/shell/import_report_dialog.h"
#include "ui/shell/import_reports.h"
#include "ui/shell/job_delegate.h"
#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/facet_button.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/text_label.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace agon::ui {

JobsPanel::JobsPanel(const PanelContext& context, ImportReports& reports,
                     std::shared_ptr<const Clock> clock, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_reports(reports)
    , m_model(new JobsModel(context.jobs, std::move(clock), this))
    , m_pages(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_clear(new QPushButton(tr("Clear finished"))) {
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
    empty->setText(tr("Imports and everything else that takes a while is listed here."));
    m_pages->addWidget(m_list);
    m_pages->addWidget(empty);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(facets());
    column->addWidget(m_pages, 1);
    column->addWidget(detail());

    connect(m_model, &JobsModel::countsChanged, this, &JobsPanel::showCounts);
    connect(m_model, &JobsModel::dataChanged, this, &JobsPanel::showDetail);
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
    add(JobsModel::Show::Failed, tr("Failed"), Icon::Invalid);
    row->addStretch();
    return bar;
}

QWidget* JobsPanel::detail() {
    m_detail = new QWidget(this);
    m_detailHeader = new SectionHeader(QString(), QString(), m_detail);
    m_detailHeader->setFill(Colour::Window);
    m_lines = new QPushButton(tr("See lines"), m_detailHeader);
    m_cancel = new QPushButton(tr("Cancel"), m_detailHeader);
    setInBar(m_lines);
    setInBar(m_cancel);
    m_detailHeader->addWidget(m_lines);
    m_detailHeader->addWidget(m_cancel);
    connect(m_lines, &QPushButton::clicked, this, [this] {
        const auto id = m_list->currentIndex().data(JobsModel::IdRole).toULongLong();
        if (const exchange::ImportReport* report = m_reports.find(id))
            showImportReport(*report, this);
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_context.jobs.cancel(m_list->currentIndex().data(JobsModel::IdRole).toULongLong());
    });
    m_detailText = new TextLabel(QString(), Colour::Text, Size::Body, Weight::Regular, m_detail);
    m_detailText->setWordWrap(true);
    m_detailText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int padding = scaled(measure::dockPadding);
    m_detailText->setContentsMargins(padding, scaled(8), padding, scaled(12));
    auto* column = new QVBoxLayout(m_detail);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_detailHeader);
    column->addWidget(m_detailText);
    return m_detail;
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
    m_clear->setEnabled(m_context.jobs.running() < m_model->count(JobsModel::Show::All));
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    showDetail();
}

void JobsPanel::showDetail() {
    const QModelIndex current = m_list->currentIndex();
    m_detail->setVisible(current.isValid());
    if (!current.isValid())
        return;
    const JobInfo& job = m_model->job(current.row());
    m_detailHeader->setTitle(QString::fromStdString(job.title));
    const QString started = QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(job.started.milliseconds).time(), QStringLiteral("HH:mm"));
    m_detailHeader->setNote(job.started.known() ? tr("started %1").arg(started)
                                                : jobStateText(job.state));
    const QString text = jobDetail(job);
    m_detailText->setText(text.isEmpty() ? jobStateText(job.state) : text);
    m_detailText->setColour(job.state == JobState::Failed ? Colour::DangerText : Colour::Text);
    m_cancel->setVisible(job.state == JobState::Running || job.state == JobState::Waiting);
    const exchange::ImportReport* report = m_reports.find(job.id);
    m_lines->setVisible(report && hasRemarks(*report));
}

} // namespace agon::ui
