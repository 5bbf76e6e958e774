#include "ui/bridge/gui_dispatcher.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/shell/error_causes.h"
#include "ui/shell/import_reports.h"
#include "ui/shell/job_words.h"
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
    void saysHowFast_data();
    void saysHowFast();
    void keepsALogOfSteps();
    void saysWhatWasDone_data();
    void saysWhatWasDone();
    void groupsErrorsByCause();
    void importsWithRejectsAreMarked();
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
    JobsModel model(feed, nullptr, clock);
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
    JobsModel model(feed, nullptr, clock);
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

void TestJobsModel::saysHowFast_data() {
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("elapsed");
    QTest::addColumn<int>("done");
    QTest::addColumn<QString>("rate");
    QTest::newRow("battles") << u"battles"_s << 10'000 << 12'400 << u"1,240 battles a second"_s;
    QTest::newRow("slow") << u"games"_s << 10'000 << 25 << u"2.5 games a second"_s;
    QTest::newRow("bytes") << u"B"_s << 2'000 << 16'400'000 << u"8.2 MB a second"_s;
    QTest::newRow("just begun") << u"battles"_s << 300 << 400 << QString();
    QTest::newRow("nothing yet") << u"battles"_s << 3000 << 0 << QString();
}

void TestJobsModel::saysHowFast() {
    QFETCH(QString, unit);
    QFETCH(int, elapsed);
    QFETCH(int, done);
    QFETCH(QString, rate);
    JobInfo job;
    job.state = JobState::Running;
    job.started = {1000};
    job.progress = {"reading", static_cast<std::uint64_t>(done), 0, unit.toStdString()};
    job.steps = {{{"looking", 0, 0, ""}, {1000}, 0}, {job.progress, {5000}, 0}};
    QCOMPARE(jobRate(job, {5000 + elapsed}), rate);
}

// Files of one import share a total: the count goes on from one to the next.
void TestJobsModel::keepsALogOfSteps() {
    const auto clock = std::make_shared<ManualClock>(Timestamp{1'000'000});
    Executor executor(1, clock);
    JobsFeed feed(executor);
    bool finished = false;
    executor.submit<void>(
        JobSpec{"import", true},
        [clock](const JobContext& context) -> Result<void> {
            context.progress({"Reading a.json", 0, 3'000'000, bytesUnit});
            clock->advance(2000);
            context.progress({"Reading a.json", 1'000'000, 3'000'000, bytesUnit});
            context.progress({"Reading b.json", 1'000'000, 3'000'000, bytesUnit});
            clock->advance(2000);
            context.progress({"Reading b.json", 3'000'000, 3'000'000, bytesUnit});
            context.progress({"11 added, 2 rejected", 0, 0, ""});
            return {};
        },
        std::make_shared<GuiDispatcher>(this), [&](const Result<void>&) { finished = true; });
    QTRY_VERIFY(finished);
    QTRY_COMPARE(feed.jobs().size(), std::size_t{1});
    QTRY_COMPARE(feed.jobs()[0].state, JobState::Done);
    JobInfo job = feed.jobs()[0];
    QCOMPARE(job.steps.size(), std::size_t{3});
    QStringList log;
    for (const QString& line : jobLog(job))
        log.append(line.mid(10)); // the time depends on the place
    QCOMPARE(log, (QStringList{u"done"_s, u"11 added, 2 rejected"_s,
                               u"Reading b.json, 2.0 MB, 2.0\u00a0s"_s,
                               u"Reading a.json, 1.0 MB, 2.0\u00a0s"_s, u"started"_s}));
    job.state = JobState::Running;
    job.ended = {};
    job.steps.pop_back();
    job.progress = job.steps.back().progress;
    job.progress.done = 2'000'000;
    QCOMPARE(jobRate(job, {1'004'000}), u"500.0 kB a second"_s);
    QCOMPARE(jobTime(job, {1'004'000}), u"about 3 s left"_s);
}

void TestJobsModel::saysWhatWasDone_data() {
    QTest::addColumn<QString>("step");
    QTest::addColumn<int>("done");
    QTest::addColumn<QString>("detail");
    QTest::newRow("a last word") << u"15,002 battles, 13 models"_s << 0
                                 << u"15,002 battles, 13 models, 5.2\u00a0s"_s;
    QTest::newRow("a count") << u"Indexing texts"_s << 1240 << u"1,240 texts, 5.2\u00a0s"_s;
    QTest::newRow("nothing") << QString() << 0 << u"took 5.2\u00a0s"_s;
}

void TestJobsModel::saysWhatWasDone() {
    QFETCH(QString, step);
    QFETCH(int, done);
    QFETCH(QString, detail);
    JobInfo job;
    job.state = JobState::Done;
    job.started = {1000};
    job.ended = {6200};
    job.progress = {step.toStdString(), static_cast<std::uint64_t>(done), 0,
                    done > 0 ? "texts" : ""};
    QCOMPARE(jobDetail(job, {9000}), detail);
}

void TestJobsModel::groupsErrorsByCause() {
    exchange::ImportReport report;
    exchange::FileReport& file = report.files.emplace_back();
    file.path = "battles.jsonl";
    file.rejections = {
        {204, "“winner” is missing"}, {300, "damaged JSON"}, {731, "“winner” is missing"}};
    file.rejected = 5; // two more than are told
    file.invalid = 31;
    report.files.emplace_back().path = "gone.json";
    report.files.back().error = Error{ErrorCode::NotFound, "gone.json: there is no such file"};
    const QList<ErrorCause> causes = causesOf(report);
    QCOMPARE(causes.size(), 5);
    QCOMPARE(causes[0].times, 31);
    QCOMPARE(causes[0].became, ErrorCause::Became::KeptInvalid);
    QCOMPARE(causes[1].cause, u"“winner” is missing"_s);
    QCOMPARE(causes[1].times, 2);
    QCOMPARE(causes[1].where, u"battles.jsonl, line 204"_s);
    QVERIFY(causes[2].reason.isEmpty()); // the two that are not told
    QCOMPARE(causes[4].became, ErrorCause::Became::FileLeftOut);
    ErrorCausesModel model;
    const QAbstractItemModelTester tester(&model);
    model.setCauses(causes);
    QCOMPARE(model.index(1, ErrorCausesModel::Times).data().toString(), u"2"_s);
}

void TestJobsModel::importsWithRejectsAreMarked() {
    const auto clock = std::make_shared<SystemClock>();
    Executor executor(1, clock);
    JobsFeed feed(executor);
    ImportReports reports;
    JobsModel model(feed, &reports, clock);
    Gate gate;
    gate.open = true;
    const JobHandle job = submitGated(executor, "import", gate, this);
    QTRY_COMPARE(model.count(JobsModel::Show::Done), 1);
    QVERIFY(!model.index(0).data(JobsModel::RemarksRole).toBool());
    exchange::ImportReport report;
    report.rejected = 2;
    reports.put(job.id(), report);
    QVERIFY(model.index(0).data(JobsModel::RemarksRole).toBool());
    QCOMPARE(model.count(JobsModel::Show::WithRejects), 1);
    model.setShow(JobsModel::Show::WithRejects);
    QCOMPARE(titles(model), QStringList{u"import"_s});
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
