// Jobs end once, callbacks arrive once on their dispatcher, stops are seen, nothing outlives.
#include "core/jobs/executor.h"

#include <QTest>

#include <atomic>
#include <condition_variable>
#include <latch>
#include <mutex>
#include <thread>

using namespace agon;

namespace {

// Waits for the stop as a long function does.
Result<int> untilStopped(const JobContext& context) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait(lock, context.stop, [] { return false; });
    return cancelled();
}

} // namespace

class TestExecutor : public QObject {
    Q_OBJECT

  private:
    std::shared_ptr<ManualClock> m_clock = std::make_shared<ManualClock>(Timestamp{1000});
    std::shared_ptr<ManualDispatcher> m_dispatcher = std::make_shared<ManualDispatcher>();

    static JobState stateOf(const Executor& executor, std::uint64_t id) {
        for (const JobInfo& job : executor.jobs())
            if (job.id == id)
                return job.state;
        return JobState::Waiting;
    }

  private slots:
    void callbacksArriveOnTheDispatcher() {
        Executor executor(2, m_clock);
        int value = 0;
        std::thread::id thread;
        executor.submit<int>(
            {"answer"}, [](const JobContext&) -> Result<int> { return 42; }, m_dispatcher,
            [&](Result<int> result) {
                value = result.value();
                thread = std::this_thread::get_id();
            });
        QTRY_COMPARE((m_dispatcher->runPending(), value), 42);
        QCOMPARE(thread, std::this_thread::get_id());
        const auto jobs = executor.jobs();
        QCOMPARE(jobs.size(), std::size_t{1});
        QCOMPARE(jobs[0].state, JobState::Done);
        QCOMPARE(jobs[0].ended.milliseconds, 1000);
    }

    void everyJobEndsInOneState() {
        Executor executor(3, m_clock);
        std::atomic<int> done = 0;
        std::atomic<int> failed = 0;
        std::atomic<int> stopped = 0;
        const auto count = [&](Result<int> result) {
            if (result)
                ++done;
            else
                ++(result.error().code == ErrorCode::Cancelled ? stopped : failed);
        };
        std::vector<JobHandle> handles;
        for (int i = 0; i < 30; ++i) {
            handles.push_back(executor.submit<int>(
                {"job " + std::to_string(i)},
                [i](const JobContext& context) -> Result<int> {
                    if (i % 3 == 0)
                        return i;
                    if (i % 3 == 1)
                        return fail(ErrorCode::Io, "no");
                    return untilStopped(context);
                },
                m_dispatcher, count));
            if (i % 3 == 2)
                handles.back().cancel();
        }
        QTRY_COMPARE((m_dispatcher->runPending(), done + failed + stopped), 30);
        QCOMPARE(done.load(), 10);
        QCOMPARE(failed.load(), 10);
        QCOMPARE(stopped.load(), 10);
        QCOMPARE(stateOf(executor, handles[0].id()), JobState::Done);
        QCOMPARE(stateOf(executor, handles[1].id()), JobState::Failed);
        QCOMPARE(stateOf(executor, handles[2].id()), JobState::Cancelled);
        executor.clearEnded();
        QVERIFY(executor.jobs().empty());
    }

    void destructionStopsAndStillAnswers() {
        int answers = 0;
        {
            Executor executor(1, m_clock);
            for (int i = 0; i < 5; ++i)
                executor.submit<int>({"long"}, untilStopped, m_dispatcher,
                                     [&](const Result<int>& result) {
                                         QVERIFY(!result);
                                         ++answers;
                                     });
        }
        m_dispatcher->runPending();
        QCOMPARE(answers, 5);
    }

    void progressIsSeenAndTold() {
        std::atomic<int> told = 0;
        Executor executor(1, m_clock);
        executor.setObserver([&] { ++told; });
        std::latch reported(1);
        int answers = 0;
        auto handle = executor.submit<int>(
            {"counts"},
            [&](const JobContext& context) -> Result<int> {
                context.progress({"battles", 3, 10});
                reported.count_down();
                return untilStopped(context);
            },
            m_dispatcher, [&](const Result<int>&) { ++answers; });
        reported.wait();
        // told at most once until somebody looks
        QCOMPARE(told.load(), 1);
        const auto jobs = executor.jobs();
        QCOMPARE(jobs.at(0).progress.step, std::string("battles"));
        QCOMPARE(jobs.at(0).progress.done, 3U);
        handle.cancel();
        QTRY_COMPARE((m_dispatcher->runPending(), answers), 1);
        QVERIFY(told.load() >= 2);
        executor.setObserver({});
    }

    void aViewsOwnQuestionsAreNotListed() {
        Executor executor(1, m_clock);
        int answers = 0;
        executor.submit<int>(
            {"", false}, [](const JobContext&) -> Result<int> { return 1; }, m_dispatcher,
            [&](const Result<int>&) { ++answers; });
        QTRY_COMPARE((m_dispatcher->runPending(), answers), 1);
        QVERIFY(executor.jobs().empty());
    }

    void aMeterPassesOnAFew() {
        int calls = 0;
        ProgressMeter meter([&](const Progress&) { ++calls; });
        for (std::uint64_t i = 0; i <= 100'000; ++i)
            meter.report("rows", i, 100'000);
        // the first, the last, and at most ten a second between
        QVERIFY(calls >= 2);
        QVERIFY2(calls < 1000, "a meter must hold back most of what it is told");
    }
};

QTEST_GUILESS_MAIN(TestExecutor)
#include "tst_executor.moc"
