#include "ui/shell/jobs_model.h"

#include "ui/arena/run_desk.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/shell/import_reports.h"
#include "ui/shell/job_words.h"
#include "ui/shell/run_rows.h"

namespace agon::ui {

namespace {

int rank(JobState state) {
    switch (state) {
    case JobState::Running:
        return 0;
    case JobState::Waiting:
        return 1;
    case JobState::Done:
    case JobState::Failed:
    case JobState::Cancelled:
        break;
    }
    return 2;
}

bool before(const JobInfo& one, const JobInfo& other) {
    if (rank(one.state) != rank(other.state))
        return rank(one.state) < rank(other.state);
    if (one.ended != other.ended)
        return one.ended > other.ended;
    return one.id < other.id;
}

bool sameFace(const JobInfo& one, const JobInfo& other) {
    return one.state == other.state && one.progress.step == other.progress.step &&
           one.progress.done == other.progress.done && one.progress.total == other.progress.total &&
           one.message == other.message;
}

} // namespace

JobsModel::JobsModel(JobsFeed& feed, const ImportReports* reports,
                     std::shared_ptr<const Clock> clock, QObject* parent)
    : QAbstractListModel(parent)
    , m_feed(feed)
    , m_reports(reports)
    , m_clock(std::move(clock)) {
    connect(&m_feed, &JobsFeed::changed, this, &JobsModel::update);
    if (m_reports)
        connect(m_reports, &ImportReports::added, this, [this](quint64 job) {
            update();
            if (const auto row = rowOf(job))
                emit dataChanged(index(*row), index(*row));
        });
    update();
}

void JobsModel::setRuns(const RunDesk* runs) {
    m_runs = runs;
    connect(runs, &RunDesk::runsChanged, this, &JobsModel::update);
    update();
}

std::vector<JobInfo> JobsModel::all() const {
    std::vector<JobInfo> out = m_feed.jobs();
    if (m_runs)
        std::ranges::move(earlierRuns(*m_runs, m_feed.jobs()), std::back_inserter(out));
    return out;
}

QString JobsModel::detail(const JobInfo& job) const {
    const RunId run = m_runs ? runOfRow(*m_runs, job.id) : RunId{};
    const QString line = run.valid() ? runLine(*m_runs, run) : QString();
    return line.isEmpty() ? jobDetail(job, m_clock->now()) : line;
}

bool JobsModel::withRejects(const JobInfo& job) const {
    const exchange::ImportReport* report = m_reports ? m_reports->find(job.id) : nullptr;
    return report && hasRemarks(*report);
}

bool JobsModel::shows(const JobInfo& job, Show show) const {
    switch (show) {
    case Show::All:
        return true;
    case Show::Running:
        return job.state == JobState::Running;
    case Show::Waiting:
        return job.state == JobState::Waiting;
    case Show::Done:
        return job.state == JobState::Done;
    case Show::WithRejects:
        return withRejects(job);
    case Show::Failed:
        return job.state == JobState::Failed || job.state == JobState::Cancelled;
    }
    return true;
}

void JobsModel::setShow(Show show) {
    m_show = show;
    update();
}

int JobsModel::count(Show show) const {
    const std::vector<JobInfo> jobs = all();
    return static_cast<int>(std::count_if(jobs.begin(), jobs.end(),
                                          [&](const JobInfo& job) { return shows(job, show); }));
}

const JobInfo& JobsModel::job(int row) const {
    return m_rows[static_cast<std::size_t>(row)];
}

std::optional<int> JobsModel::rowOf(std::uint64_t id) const {
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].id == id)
            return static_cast<int>(row);
    return std::nullopt;
}

int JobsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant JobsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JobInfo& info = job(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(info.title);
    case Qt::ToolTipRole:
    case DetailRole:
        return detail(info);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3, %4")
            .arg(QString::fromStdString(info.title),
                 withRejects(info) ? tr("done, with rejects") : jobStateText(info.state),
                 detail(info), jobTime(info, m_clock->now()));
    case IdRole:
        return QVariant::fromValue(static_cast<qulonglong>(info.id));
    case StateRole:
        return static_cast<int>(info.state);
    case RemarksRole:
        return withRejects(info);
    case FractionRole:
        return jobFraction(info);
    case TimeRole:
        return jobTime(info, m_clock->now());
    default:
        return {};
    }
}

// Rows keep their identity, so that the selection stays on its job while others come and go.
void JobsModel::update() {
    std::vector<JobInfo> next;
    for (const JobInfo& info : all())
        if (shows(info, m_show))
            next.push_back(info);
    std::stable_sort(next.begin(), next.end(), before);
    const auto find = [](std::vector<JobInfo>& list, std::uint64_t id) {
        return std::find_if(list.begin(), list.end(),
                            [id](const JobInfo& info) { return info.id == id; });
    };

    for (int row = rowCount() - 1; row >= 0; --row) {
        if (find(next, job(row).id) != next.end())
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (const JobInfo& info : next) {
        if (find(m_rows, info.id) != m_rows.end())
            continue;
        beginInsertRows({}, rowCount(), rowCount());
        m_rows.push_back(info);
        endInsertRows();
    }
    const bool sameOrder =
        std::equal(m_rows.begin(), m_rows.end(), next.begin(), next.end(),
                   [](const JobInfo& one, const JobInfo& other) { return one.id == other.id; });
    if (!sameOrder) {
        emit layoutAboutToBeChanged();
        const QModelIndexList from = persistentIndexList();
        QModelIndexList to;
        for (const QModelIndex& index : from)
            to.append(
                this->index(static_cast<int>(find(next, job(index.row()).id) - next.begin())));
        m_rows = std::move(next);
        changePersistentIndexList(from, to);
        emit layoutChanged();
    } else {
        for (int row = 0; row < rowCount(); ++row) {
            const auto place = static_cast<std::size_t>(row);
            const bool changed = !sameFace(m_rows[place], next[place]);
            m_rows[place] = next[place];
            // What runs has a time left that changes by itself.
            if (changed || next[place].state == JobState::Running)
                emit dataChanged(index(row), index(row));
        }
    }
    emit countsChanged();
}

} // namespace agon::ui
