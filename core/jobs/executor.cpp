#include "core/jobs/executor.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace agon {

struct Executor::State {
    struct Entry {
        JobInfo info;
        bool listed = true;
    };
    struct Queued {
        std::uint64_t id = 0;
        Work work;
        std::stop_source stop;
    };

    explicit State(std::shared_ptr<const Clock> source)
        : clock(std::move(source)) {}

    void run(const std::stop_token& ending);
    void update(std::uint64_t id, const std::function<void(JobInfo&)>& change);
    void notify();

    std::shared_ptr<const Clock> clock;
    mutable std::mutex mutex;
    std::condition_variable_any wake;
    std::deque<Queued> queue;
    std::map<std::uint64_t, std::stop_source> active; // queued and running
    std::map<std::uint64_t, Entry> entries;
    std::uint64_t lastId = 0;
    std::function<void()> observer;
    mutable bool observerTold = false;
    std::vector<std::jthread> threads; // last: joined before the rest goes
};

namespace {

constexpr std::size_t mostSteps = 200;

void follow(JobInfo& info, const Progress& progress, Timestamp now) {
    info.progress = progress;
    if (!info.steps.empty() && info.steps.back().progress.step == progress.step) {
        info.steps.back().progress = progress;
        return;
    }
    if (info.steps.size() == mostSteps)
        info.steps.erase(info.steps.begin());
    info.steps.push_back({progress, now, progress.done});
}

} // namespace

Executor::Executor(unsigned threads, std::shared_ptr<const Clock> clock)
    : m_state(std::make_unique<State>(std::move(clock))) {
    for (unsigned i = 0; i < std::max(1U, threads); ++i)
        m_state->threads.emplace_back(
            [state = m_state.get()](const std::stop_token& ending) { state->run(ending); });
}

Executor::~Executor() {
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->observer = nullptr;
        for (auto& [id, stop] : m_state->active)
            stop.request_stop();
    }
    for (auto& thread : m_state->threads)
        thread.request_stop();
    m_state->threads.clear(); // joins
}

JobHandle Executor::enqueue(const JobSpec& spec, Work work) {
    std::stop_source stop;
    std::uint64_t id = 0;
    {
        const std::scoped_lock lock(m_state->mutex);
        id = ++m_state->lastId;
        State::Entry entry;
        entry.info.id = id;
        entry.info.title = spec.title;
        entry.listed = spec.listed;
        m_state->entries.emplace(id, std::move(entry));
        m_state->active.emplace(id, stop);
        m_state->queue.push_back({id, std::move(work), stop});
    }
    m_state->wake.notify_one();
    m_state->notify();
    return {id, stop};
}

void Executor::State::run(const std::stop_token& ending) {
    while (true) {
        Queued job;
        {
            std::unique_lock lock(mutex);
            wake.wait(lock, ending, [this] { return !queue.empty(); });
            // What is queued still runs once, with its stop requested, so that its callback
            // arrives.
            if (queue.empty())
                return;
            job = std::move(queue.front());
            queue.pop_front();
        }
        update(job.id, [this](JobInfo& info) {
            info.state = JobState::Running;
            info.started = clock->now();
        });
        const JobContext context{
            job.stop.get_token(), [this, id = job.id](const Progress& progress) {
                update(id, [&](JobInfo& info) { follow(info, progress, clock->now()); });
            }};
        Outcome outcome = job.work(context);
        update(job.id, [&](JobInfo& info) {
            info.ended = clock->now();
            if (!outcome.failed) {
                info.state = JobState::Done;
            } else if (outcome.error.code == ErrorCode::Cancelled) {
                info.state = JobState::Cancelled;
            } else {
                info.state = JobState::Failed;
                info.message = outcome.error.text();
            }
        });
        {
            const std::scoped_lock lock(mutex);
            active.erase(job.id);
            const auto entry = entries.find(job.id);
            if (entry != entries.end() && !entry->second.listed)
                entries.erase(entry);
            constexpr std::size_t keep = 200;
            for (auto it = entries.begin(); entries.size() > keep && it != entries.end();)
                it = it->second.info.ended.known() ? entries.erase(it) : std::next(it);
        }
        outcome.deliver();
    }
}

void Executor::State::update(std::uint64_t id, const std::function<void(JobInfo&)>& change) {
    {
        const std::scoped_lock lock(mutex);
        const auto entry = entries.find(id);
        if (entry == entries.end())
            return;
        change(entry->second.info);
        if (!entry->second.listed)
            return;
    }
    notify();
}

void Executor::State::notify() {
    // Under the lock, so that after setObserver({}) no call can still be on its way.
    const std::scoped_lock lock(mutex);
    if (!observer || observerTold)
        return;
    observerTold = true;
    observer();
}

std::vector<JobInfo> Executor::jobs() const {
    const std::scoped_lock lock(m_state->mutex);
    m_state->observerTold = false;
    std::vector<JobInfo> out;
    for (const auto& [id, entry] : m_state->entries)
        if (entry.listed)
            out.push_back(entry.info);
    return out;
}

void Executor::clearEnded() {
    {
        const std::scoped_lock lock(m_state->mutex);
        std::erase_if(m_state->entries,
                      [](const auto& item) { return item.second.info.ended.known(); });
    }
    m_state->notify();
}

void Executor::cancel(std::uint64_t id) {
    const std::stop_source stop = [&] {
        const std::scoped_lock lock(m_state->mutex);
        const auto job = m_state->active.find(id);
        return job == m_state->active.end() ? std::stop_source(std::nostopstate) : job->second;
    }();
    stop.request_stop(); // outside the lock: stop callbacks run in here
}

void Executor::setObserver(std::function<void()> observer) {
    const std::scoped_lock lock(m_state->mutex);
    m_state->observer = std::move(observer);
    m_state->observerTold = false;
}

} // namespace agon
