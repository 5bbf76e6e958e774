#include "ui/shell/jobs_model.h"

#include "ui/bridge/jobs_feed.h"
#include "ui/widgets/format_number.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace agon::ui {

namespace {

QString tr(const char* text, int count = -1) {
    return QCoreApplication::translate("JobsModel", text, nullptr, count);
}

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

bool matches(JobState state, JobsModel::Show show) {
    switch (show) {
    case JobsModel::Show::All:
        return true;
    case JobsModel::Show::Running:
        return state == JobState::Running;
    case JobsModel::Show::Waiting:
        return state == JobState::Waiting;
    case JobsModel::Show::Done:
        return state == JobState::Done;
    case JobsModel::Show::Failed:
        return state == JobState::Failed || state == JobState::Cancelled;
    }
    return true;
}

bool sameFace(const JobInfo& one, const JobInfo& other) {
    return one.state == other.state && one.progress.step == other.progress.step &&
           one.progress.done == other.progress.done && one.progress.total == other.progress.total &&
           one.message == other.message;
}

QString number(std::uint64_t value) {
    return QLocale().toString(static_cast<qulonglong>(value));
}

} // namespace

QString jobStateText(JobState state) {
    switch (state) {
    case JobState::Waiting:
        return tr("Waiting");
    case JobState::Running:
        return tr("Running");
    case JobState::Done:
        return tr("Done");
    case JobState::Failed:
        return tr("Failed");
    case JobState::Cancelled:
        return tr("Cancelled");
    }
    return {};
}

QString jobDetail(const JobInfo& job) {
    if (job.state == JobState::Failed)
        return QString::fromStdString(job.message);
    const QString step = QString::fromStdString(job.progress.step);
    // What counted as it went says no more when it is done; a last word without a count does.
    if (job.state == JobState::Done && (job.progress.total > 0 || step.isEmpty())) {
        const auto took = static_cast<double>(job.ended.milliseconds - job.started.milliseconds);
        return tr("took %1").arg(formatSeconds(took / 1000));
    }
    if (job.state == JobState::Cancelled)
        return step.isEmpty() ? jobStateText(job.state) : tr("Cancelled at: %1").arg(step);
    if (job.state != JobState::Running || job.progress.total == 0)
        return step;
    const QString count = tr("%1 of %2").arg(number(job.progress.done), number(job.progress.total));
    return step.isEmpty() ? count : tr("%1, %2").arg(step, count);
}

double jobFraction(const JobInfo& job) {
    if (job.state == JobState::Done)
        return 1;
    if (job.progress.total == 0)
        return -1;
    return std::min(1.0, static_cast<double>(job.progress.done) /
                             static_cast<double>(job.progress.total));
}

QString jobTime(const JobInfo& job, Timestamp now) {
    if (job.state == JobState::Waiting)
        return tr("waiting");
    if (job.ended.known()) {
        const auto ended = QDateTime::fromMSecsSinceEpoch(job.ended.milliseconds);
        const auto today = QDateTime::fromMSecsSinceEpoch(now.milliseconds).date();
        const QLocale locale;
        if (ended.date() == today)
            return locale.toString(ended.time(), QStringLiteral("HH:mm"));
        return locale.toString(ended, QStringLiteral("d MMM HH:mm"));
    }
    const auto elapsed = static_cast<double>(now.milliseconds - job.started.milliseconds) / 1000;
    const double fraction = jobFraction(job);
    // The first second says nothing about the rest.
    if (fraction <= 0 || elapsed < 1)
        return tr("running");
    const double left = elapsed / fraction - elapsed;
    if (left < 60)
        return tr("about %n s left", static_cast<int>(left) + 1);
    return tr("about %n min left", static_cast<int>(left / 60 + 0.5));
}

JobsModel::JobsModel(JobsFeed& feed, std::shared_ptr<const Clock> clock, QObject* parent)
    : QAbstractListModel(parent)
    , m_feed(feed)
    , m_clock(std::move(clock)) {
    connect(&m_feed, &JobsFeed::changed, this, &JobsModel::update);
    update();
}

void JobsModel::setShow(Show show) {
    m_show = show;
    update();
}

int JobsModel::count(Show show) const {
    const auto& jobs = m_feed.jobs();
    return static_cast<int>(std::count_if(
        jobs.begin(), jobs.end(), [show](const JobInfo& job) { return matches(job.state, show); }));
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
        return jobDetail(info);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3, %4")
            .arg(QString::fromStdString(info.title), jobStateText(info.state), jobDetail(info),
                 jobTime(info, m_clock->now()));
    case IdRole:
        return QVariant::fromValue(static_cast<qulonglong>(info.id));
    case StateRole:
        return static_cast<int>(info.state);
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
    for (const JobInfo& info : m_feed.jobs())
        if (matches(info.state, m_show))
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
