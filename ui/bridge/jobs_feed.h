// The executor's jobs, told to the GUI thread at most ten times a second.
#pragma once

#include "core/jobs/executor.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace agon::ui {

// One per executor (it takes the executor's observer); the executor must outlive it.
class JobsFeed final : public QObject {
    Q_OBJECT

  public:
    explicit JobsFeed(Executor& executor, QObject* parent = nullptr);
    ~JobsFeed() override;

    [[nodiscard]] const std::vector<JobInfo>& jobs() const { return m_jobs; } // oldest first
    [[nodiscard]] int running() const;                                        // waiting or running
    void cancel(std::uint64_t id);
    void cancelAll();
    void clearEnded();

  signals:
    void changed();
    // Once a job: it is done, failed or cancelled.
    void ended(const agon::JobInfo& job);

  private:
    void update();

    Executor& m_executor;
    QTimer m_timer;
    std::vector<JobInfo> m_jobs;
};

} // namespace agon::ui
