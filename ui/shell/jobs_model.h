// The jobs as a list: what runs first, then what waits, then what ended, newest first.
#pragma once

#include "core/base/clock.h"
#include "core/jobs/executor.h"

#include <QAbstractListModel>

#include <memory>
#include <optional>
#include <vector>

namespace agon::ui {

class ImportReports;
class JobsFeed;
class RunDesk;

class JobsModel final : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role {
        IdRole = Qt::UserRole,
        StateRole,    // agon::JobState as int
        DetailRole,   // "Reading, 39,560 of 46,000", or why it failed
        RemarksRole,  // bool: rows were left out
        FractionRole, // 0 … 1; negative when not known
        TimeRole,     // "about 12 min left", "waiting", "14:02"
    };
    enum class Show { All, Running, Waiting, Done, WithRejects, Failed };

    // `reports` may be null.
    JobsModel(JobsFeed& feed, const ImportReports* reports, std::shared_ptr<const Clock> clock,
              QObject* parent = nullptr);

    // Runs of the workspace are rows too; may be null. Outlives the model.
    void setRuns(const RunDesk* runs);
    void setShow(Show show);
    [[nodiscard]] int count(Show show) const; // of all jobs, whatever is shown
    [[nodiscard]] const JobInfo& job(int row) const;
    [[nodiscard]] std::optional<int> rowOf(std::uint64_t id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

  signals:
    void countsChanged();

  private:
    void update();
    [[nodiscard]] std::vector<JobInfo> all() const;
    [[nodiscard]] QString detail(const JobInfo& job) const;
    [[nodiscard]] bool shows(const JobInfo& job, Show show) const;
    [[nodiscard]] bool withRejects(const JobInfo& job) const;

    JobsFeed& m_feed;
    const ImportReports* m_reports;
    const RunDesk* m_runs = nullptr;
    std::shared_ptr<const Clock> m_clock;
    Show m_show = Show::All;
    std::vector<JobInfo> m_rows;
};

} // namespace agon::ui
