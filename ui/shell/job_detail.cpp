#include "ui/shell/job_detail.h"

#include "ui/shell/error_causes.h"
#include "ui/shell/import_reports.h"
#include "ui/shell/job_progress.h"
#include "ui/shell/job_words.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/widgets/section_header.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr int mostCauses = 5; // then the table scrolls
constexpr int leastLog = 64;

} // namespace

JobDetail::JobDetail(QWidget* parent)
    : QWidget(parent)
    , m_header(new SectionHeader(QString(), QString(), this))
    , m_lines(new QPushButton(icon(Icon::Remark), tr("See lines"), m_header))
    , m_cancel(new QPushButton(tr("Cancel"), m_header))
    , m_progress(new JobProgress(this))
    , m_causes(new ErrorCausesModel(this))
    , m_logHeader(new SectionHeader(tr("Log"), tr("newest first"), this))
    , m_log(new QPlainTextEdit(this)) {
    m_header->setFill(Colour::Window);
    m_logHeader->setFill(Colour::Window);
    for (QPushButton* button : {m_lines, m_cancel}) {
        setInBar(button);
        m_header->addWidget(button);
    }
    connect(m_lines, &QPushButton::clicked, this, [this] { emit linesWanted({}); });
    connect(m_cancel, &QPushButton::clicked, this, &JobDetail::cancelWanted);

    auto* copy = new QToolButton(m_logHeader);
    copy->setIcon(icon(Icon::Copy));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy the log"));
    copy->setAccessibleName(copy->toolTip());
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_log->toPlainText()); });
    m_logHeader->addWidget(copy);
    m_log->setReadOnly(true);
    m_log->setTabChangesFocus(true);
    m_log->setFrameShape(QFrame::NoFrame);
    m_log->setAccessibleName(tr("Log"));
    m_log->setFont(codeFont(Size::Caption));
    m_log->document()->setDocumentMargin(scaled(8));
    m_log->setMinimumHeight(scaled(leastLog));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_progress);
    column->addWidget(causes());
    column->addWidget(m_logHeader);
    column->addWidget(m_log, 1);
}

QWidget* JobDetail::causes() {
    m_causesView = new QTableView(this);
    m_causesView->setModel(m_causes);
    m_causesView->setAccessibleName(tr("Errors, by cause"));
    m_causesView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_causesView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_causesView->setAlternatingRowColors(true);
    m_causesView->setShowGrid(false);
    m_causesView->setWordWrap(false);
    m_causesView->setTabKeyNavigation(false);
    m_causesView->setFrameShape(QFrame::NoFrame);
    m_causesView->verticalHeader()->hide();
    m_causesView->verticalHeader()->setDefaultSectionSize(scaled(measure::tableRow));
    QHeaderView* header = m_causesView->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(scaled(40));
    header->setSectionResizeMode(ErrorCausesModel::Cause, QHeaderView::Stretch);
    header->resizeSection(ErrorCausesModel::Times, scaled(60));
    header->resizeSection(ErrorCausesModel::Became, scaled(136));
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_causesView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_causesView, &QTableView::activated, this,
            [this](const QModelIndex& index) { openCause(index.row()); });
    return m_causesView;
}

void JobDetail::openCause(int row) {
    const ErrorCause& cause = m_causes->causes()[row];
    if (cause.became == ErrorCause::Became::KeptInvalid)
        emit invalidWanted();
    else
        emit linesWanted(cause.reason);
}

void JobDetail::show(const JobInfo& job, const exchange::ImportReport* report, Timestamp now) {
    m_header->setTitle(QString::fromStdString(job.title));
    const QString started =
        QDateTime::fromMSecsSinceEpoch(job.started.milliseconds).time().toString(u"HH:mm"_s);
    m_header->setNote(job.started.known() ? tr("started %1").arg(started)
                                          : jobStateText(job.state).toLower());
    const bool active = job.state == JobState::Running || job.state == JobState::Waiting;
    m_cancel->setVisible(active);
    m_lines->setVisible(report && hasRemarks(*report));
    m_progress->setVisible(job.state == JobState::Running);
    m_progress->show(job, now);
    showCauses(job, report);
    showLog(job);
}

// A report does not change once it is there; the table keeps its place while others run.
void JobDetail::showCauses(const JobInfo& job, const exchange::ImportReport* report) {
    const std::uint64_t told = report ? job.id : 0;
    if (told != m_told)
        m_causes->setCauses(report ? causesOf(*report) : QList<ErrorCause>());
    m_told = told;
    const int rows = m_causes->rowCount();
    m_causesView->setVisible(rows > 0);
    m_causesView->setFixedHeight(scaled(measure::tableRow) * (std::min(rows, mostCauses) + 1) + 2);
}

void JobDetail::showLog(const JobInfo& job) {
    const QString text = jobLog(job).join(u'\n');
    if (text == m_logged)
        return;
    m_logged = text;
    const int at = m_log->verticalScrollBar()->value();
    m_log->setPlainText(text);
    m_log->verticalScrollBar()->setValue(at);
}

} // namespace agon::ui
