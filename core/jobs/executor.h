// A pool of threads that runs named jobs and keeps a list of them for the Jobs panel.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/jobs/dispatcher.h"
#include "core/jobs/progress.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace agon {

enum class JobState { Waiting, Running, Done, Failed, Cancelled };

// What a job's function is given.
struct JobContext {
    std::stop_token stop;
    ProgressSink progress;
};

struct JobSpec {
    std::string title;  // for a person: "Import alpaca-7b.json"
    bool listed = true; // false: a view's own small request, not shown in the Jobs panel
};

// One step of a job, for its log.
struct JobStep {
    Progress progress; // the last of this step
    Timestamp started;
    std::uint64_t begun = 0; // what was done when it started
};

struct JobInfo {
    std::uint64_t id = 0;
    std::string title;
    JobState state = JobState::Waiting;
    Progress progress;
    std::vector<JobStep> steps; // oldest first; of very many the last
    std::string message;        // the error of a failed job
    Timestamp started;
    Timestamp ended;
};

// Copyable; outliving the executor is harmless.
class JobHandle {
  public:
    JobHandle() = default;
    JobHandle(std::uint64_t id, std::stop_source stop)
        : m_id(id)
        , m_stop(std::move(stop)) {}
    [[nodiscard]] std::uint64_t id() const { return m_id; }
    // The job ends as cancelled as soon as its function sees the stop; its callback still arrives.
    void cancel() { m_stop.request_stop(); }

  private:
    std::uint64_t m_id = 0;
    std::stop_source m_stop{std::nostopstate};
};

// Thread-safe. Each job ends in exactly one of done, failed, cancelled, and its callback is posted
// to its dispatcher exactly once. The destructor asks every job to stop and waits for the threads.
class Executor {
  public:
    Executor(unsigned threads, std::shared_ptr<const Clock> clock);
    ~Executor();
    Executor(const Executor&) = delete;
    Executor& operator=(const Executor&) = delete;

    template <class T>
    JobHandle submit(const JobSpec& spec, std::function<Result<T>(const JobContext&)> work,
                     std::shared_ptr<Dispatcher> dispatcher,
                     std::function<void(Result<T>)> finished) {
        return enqueue(spec,
                       [work = std::move(work), dispatcher = std::move(dispatcher),
                        finished = std::move(finished)](const JobContext& context) -> Outcome {
                           // shared_ptr: std::function must be copyable, a Result need not be
                           auto result = std::make_shared<Result<T>>(work(context));
                           Outcome outcome;
                           if (!*result) {
                               outcome.failed = true;
                               outcome.error = result->error();
                           }
                           outcome.deliver = [dispatcher, finished, result] {
                               dispatcher->post(
                                   [finished, result] { finished(std::move(*result)); });
                           };
                           return outcome;
                       });
    }

    // Listed jobs, oldest first; at most the last 200 that ended.
    [[nodiscard]] std::vector<JobInfo> jobs() const;
    void clearEnded();
    // As JobHandle::cancel, for who knows only the list; an ended or unknown id is left alone.
    void cancel(std::uint64_t id);
    // Called on any thread under a lock (only post from it), at most once until jobs() is asked
    // again.
    void setObserver(std::function<void()> observer);

  private:
    struct Outcome {
        bool failed = false;
        Error error;
        std::function<void()> deliver;
    };
    using Work = std::function<Outcome(const JobContext&)>;
    JobHandle enqueue(const JobSpec& spec, Work work);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace agon
