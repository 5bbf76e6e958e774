#include "ui/bridge/gui_dispatcher.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/shell/jobs_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

class TestJobsModel : public QObject {
    Q_OBJECT

  private slots:
    void followsJobsFromWaitingToTheirEnd();
    void keepsTheSelectionOnItsJob();
    void saysWhatIsLeft_data();
    void saysWhatIsLeft();
    void aBurstOfProgressIsToldSeldom();
};

namespace {

// A job that runs until it is told to end.
struct Gate {
    std::atomic<bool> open = false;
    std::atomic<bool> entered = false;
};

JobHandle submitGated(Executor& executor, const std::string& title, Gate& gate, QObject* receiver,
                      bool fails = false) {
    return executor.submit<void>(
        JobSpec{title, true},
        [&gate, fails](const JobContext& context) -> Result<void> {
            gate.entered = true;
            while (!gate.open) {
                if (context.stop.stop_requested())
                    return cancelled();
                std::this_thread::yield();
            }
            if (fails)
                return fail(ErrorCode::Io, "the disk went away");
            return {};
        },
        std::make_shared<GuiDispatcher>(receiver), [](const Result<void>&) {});
}

QStringList titles(const JobsModel& model) {
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row)
        out.append(model.index(row).data().toString());
    return out;
}

} // namespace

void TestJobsModel::followsJobsFromWaitingToTheirEnd() {
    const auto clock = std::make_shared<SystemClock>();
    Gate first;
    Gate second;
    Gate third;
    Executor executor(1, clock);
    JobsFeed feed(executor);
    JobsModel model(feed, clock);
    const QAbstractItemModelTester tester(&model);
    QSignalSpy ended(&feed, &JobsFeed::ended);
    submitGated(executor, "first", first, this);
    submitGated(executor, "second", second, this, true);
    submitGated(executor, "third", third, this);
    QTRY_COMPARE(titles(model), (QStringList{u"first"_s, u"second"_s, u"third"_s}));
    QTRY_COMPARE(model.count(JobsModel::Show::Running), 1);
    QCOMPARE(model.count(JobsModel::Show::Waiting), 2);

    first.open = true;
    second.open = true;
    QTRY_COMPARE(model.count(JobsModel::Show::Failed), 1);
    QTRY_COMPARE(model.job(0).title, std::string("third"));
    QCOMPARE(ended.size(), 2);
    const int failed = *model.rowOf(2);
    QCOMPARE(model.index(failed).data(JobsModel::DetailRole).toString(), u"the disk went away"_s);

    model.setShow(JobsModel::Show::Done);
    QCOMPARE(titles(model), QStringList{u"first"_s});
    model.setShow(JobsModel::Show::All);
    feed.cancel(3);
    QTRY_COMPARE(feed.running(), 0);
    QCOMPARE(model.job(*model.rowOf(3)).state, JobState::Cancelled);
    feed.clearEnded();
    QTRY_COMPARE(model.rowCount(), 0);
}

void TestJobsModel::keepsTheSelectionOnItsJob() {
    const auto clock = std::make_shared<SystemClock>();
    Gate first;
    Gate second;
    Executor executor(2, clock);
    JobsFeed feed(executor);
    JobsModel model(feed, clock);
    submitGated(executor, "first", first, this);
    submitGated(executor, "second", second, this);
    QTRY_COMPARE(model.count(JobsModel::Show::Running), 2);
    const QPersistentModelIndex chosen = model.index(0);
    QCOMPARE(chosen.data().toString(), u"first"_s);
    first.open = true;
    QTRY_COMPARE(model.count(JobsModel::Show::Done), 1);
    QCOMPARE(chosen.data().toString(), u"first"_s); // it moved below what runs
    QCOMPARE(chosen.row(), 1);
    second.open = true;
    QTRY_COMPARE(feed.running(), 0);
}

void TestJobsModel::saysWhatIsLeft_data() {
    QTest::addColumn<int>("elapsed");
    QTest::addColumn<int>("done");
    QTest::addColumn<int>("total");
    QTest::addColumn<QString>("text");
    QTest::newRow("just begun") << 500 << 10 << 100 << u"running"_s;
    QTest::newRow("no total") << 60000 << 10 << 0 << u"running"_s;
    QTest::newRow("seconds") << 10000 << 50 << 100 << u"about 11 s left"_s;
    QTest::newRow("minutes") << 600000 << 50 << 100 << u"about 10 min left"_s;
}

void TestJobsModel::saysWhatIsLeft() {
    QFETCH(int, elapsed);
    QFETCH(int, done);
    QFETCH(int, total);
    QFETCH(QString, text);
    JobInfo job;
    job.state = JobState::Running;
    job.started = {1000};
    job.progress = {"reading", static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total)};
    QCOMPARE(jobTime(job, {1000 + elapsed}), text);
}

void TestJobsModel::aBurstOfProgressIsToldSeldom() {
    const auto clock = std::make_shared<SystemClock>();
    Executor executor(1, clock);
    JobsFeed feed(executor);
    const QSignalSpy changed(&feed, &JobsFeed::changed);
    bool finished = false;
    QElapsedTimer timer;
    timer.start();
    executor.submit<void>(
        JobSpec{"burst", true},
        [](const JobContext& context) -> Result<void> {
            for (std::uint64_t i = 0; i < 20000; ++i)
                context.progress({"step", i, 20000});
            return {};
        },
        std::make_shared<GuiDispatcher>(this), [&](const Result<void>&) { finished = true; });
    QTRY_VERIFY(finished);
    QTRY_COMPARE(feed.running(), 0);
    QTRY_COMPARE(feed.jobs().size(), std::size_t{1});
    QVERIFY(changed.size() <= timer.elapsed() / 100 + 2);
}

QTEST_MAIN(TestJobsModel)
#include "tst_jobs_model.moc"
