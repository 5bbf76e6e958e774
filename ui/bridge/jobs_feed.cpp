#include "ui/bridge/jobs_feed.h"

#include "ui/bridge/gui_dispatcher.h"

namespace agon::ui {

namespace {

constexpr int updateInterval = 100; // ms

bool hasEnded(const JobInfo& job) {
    return job.state != JobState::Waiting && job.state != JobState::Running;
}

} // namespace

JobsFeed::JobsFeed(Executor& executor, QObject* parent)
    : QObject(parent)
    , m_executor(executor) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(updateInterval);
    connect(&m_timer, &QTimer::timeout, this, &JobsFeed::update);
    m_executor.setObserver([this, dispatcher = std::make_shared<GuiDispatcher>(this)] {
        dispatcher->post([this] {
            if (!m_timer.isActive())
                m_timer.start();
        });
    });
    update();
}

JobsFeed::~JobsFeed() {
    m_executor.setObserver({});
}

int JobsFeed::running() const {
    return static_cast<int>(std::count_if(m_jobs.begin(), m_jobs.end(),
                                          [](const JobInfo& job) { return !hasEnded(job); }));
}

void JobsFeed::cancel(std::uint64_t id) {
    m_executor.cancel(id);
}

void JobsFeed::cancelAll() {
    for (const JobInfo& job : m_jobs)
        if (!hasEnded(job))
            m_executor.cancel(job.id);
}

void JobsFeed::clearEnded() {
    m_executor.clearEnded();
}

void JobsFeed::update() {
    const std::vector<JobInfo> before = std::exchange(m_jobs, m_executor.jobs());
    emit changed();
    for (const JobInfo& job : m_jobs) {
        const auto old = std::find_if(before.begin(), before.end(),
                                      [&](const JobInfo& known) { return known.id == job.id; });
        if (hasEnded(job) && (old == before.end() || !hasEnded(*old)))
            emit ended(job);
    }
}

} // namespace agon::ui
