// Earlier runs of the workspace among the jobs.
#include "tests/ui/arena/arena_fixture.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/shell/jobs_model.h"
#include "ui/shell/run_rows.h"

#include <QAbstractItemModelTester>
#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;
using namespace agon::test;
using namespace Qt::StringLiterals;

namespace {

// Nobody listens there; nothing is called.
const std::string server = "http://127.0.0.1:9/v1";

} // namespace

class TestRunRows : public QObject {
    Q_OBJECT

  private slots:
    void earlierRunsAreRowsWithTheirState();
    void runsGoWithTheWorkspace();

  private:
    static void addRun(ArenaFixture& fixture, const std::string& name, RunState state,
                       const std::string& kind = "arena") {
        RunSpec spec;
        spec.set = fixture.arena.set;
        spec.fighters = {fixture.arena.alpha, fixture.arena.beta};
        spec.judges = {fixture.arena.judge};
        const std::string parameters = writeRunSpec(spec);
        valueOf(fixture.session.workspace()->write<RunId>([&](Appender& appender) {
            RunIn in;
            in.kind = kind;
            in.name = name;
            in.parameters = parameters;
            in.state = state;
            return appender.run(in);
        }));
    }
};

void TestRunRows::earlierRunsAreRowsWithTheirState() {
    ArenaFixture fixture(server);
    fixture.open();
    JobsFeed feed(fixture.executor);
    RunDesk desk(fixture.desk);
    JobsModel model(feed, nullptr, std::make_shared<SystemClock>());
    const QAbstractItemModelTester tester(&model);
    model.setRuns(&desk);
    addRun(fixture, "killed", RunState::Running);
    addRun(fixture, "halted", RunState::Stopped);
    addRun(fixture, "broken", RunState::Failed);
    addRun(fixture, "made elsewhere", RunState::Done, "simulation");
    QTRY_COMPARE(model.rowCount(), 3);
    QHash<QString, QString> told;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        told.insert(index.data().toString(), index.data(JobsModel::DetailRole).toString());
        const RunId run = runOfRow(desk, index.data(JobsModel::IdRole).toULongLong());
        QVERIFY(run.valid());
        QCOMPARE(QString::fromStdString(desk.known(run)->info.name), index.data().toString());
        QVERIFY(desk.known(run)->resumable());
    }
    QCOMPARE(told.value(u"killed"_s), u"Interrupted"_s);
    QCOMPARE(told.value(u"halted"_s), u"Stopped"_s);
    QVERIFY(told.contains(u"broken"_s));
    QCOMPARE(model.count(JobsModel::Show::Running), 0); // nothing runs by itself
}

void TestRunRows::runsGoWithTheWorkspace() {
    ArenaFixture fixture(server);
    fixture.open();
    JobsFeed feed(fixture.executor);
    RunDesk desk(fixture.desk);
    JobsModel model(feed, nullptr, std::make_shared<SystemClock>());
    model.setRuns(&desk);
    addRun(fixture, "halted", RunState::Stopped);
    QTRY_COMPARE(model.rowCount(), 1);
    fixture.session.close();
    QTRY_COMPARE(model.rowCount(), 0);
    QVERIFY(!runOfRow(desk, 3).valid());
}

QTEST_MAIN(TestRunRows)
#include "tst_run_rows.moc"
