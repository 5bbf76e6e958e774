// Runs on the GUI's side: permission, progress, stop and resume, the ones of a killed program.
#include "core/store/run_appender.h"
#include "tests/ui/arena/arena_fixture.h"
#include "tests/ui/arena/arena_server.h"
#include "ui/arena/run_desk.h"
#include "ui/arena/run_detail.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QtTest/QTest>

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>

using namespace agon;
using namespace agon::ui;
using namespace agon::test;
using namespace Qt::StringLiterals;

class TestRunDesk : public QObject {
    Q_OBJECT

  private slots:
    void runsAfterAPersonSaidYes();
    void nothingIsSentAfterANo();
    void whatCannotRunIsRefused();
    void oneSittingAtATime();
    void aStoppedRunIsResumed();
    void aKilledRunIsInterruptedAndNotResumedByItself();
    void theDetailPausesAndShowsErrors();

  private:
    static RunSpec specOf(const ArenaFixture& fixture) {
        RunSpec out;
        out.set = fixture.arena.set;
        out.fighters = {fixture.arena.alpha, fixture.caller};
        out.judges = {fixture.arena.judge};
        out.atOnce = 2;
        return out;
    }
};

namespace {

// Holds every request until it is opened.
class Gate {
  public:
    ~Gate() { open(); }
    void wait() {
        std::unique_lock lock(m_mutex);
        m_opened.wait(lock, [this] { return m_open; });
    }
    void open() {
        {
            const std::scoped_lock lock(m_mutex);
            m_open = true;
        }
        m_opened.notify_all();
    }

  private:
    std::mutex m_mutex;
    std::condition_variable m_opened;
    bool m_open = false;
};

} // namespace

void TestRunDesk::runsAfterAPersonSaidYes() {
    RawPeer peer([](const std::string&, const std::string& body) { return arenaAnswer(body); });
    ArenaFixture fixture(peer.url("/v1"));
    fixture.open();
    RunDesk desk(fixture.desk);
    QWidget window;
    const QSignalSpy started(&desk, &RunDesk::started);
    const QSignalSpy ended(&desk, &RunDesk::ended);
    desk.start(specOf(fixture), {}, &window);
    QTRY_VERIFY(pressInBox(window, u"Allow"_s));
    QTRY_COMPARE(started.size(), 1);
    QTRY_COMPARE(ended.size(), 1);
    const auto last = ended[0][0].value<RunStatus>();
    QVERIFY2(last.state == RunState::Done, last.message.c_str());
    QCOMPARE(last.tally.answers.done, 2);
    QCOMPARE(last.tally.games.done, 4);
    QCOMPARE(last.tally.battles, 2);
    QTRY_COMPARE(desk.runs().size(), std::size_t{1});
    QVERIFY(!desk.busy());
    QTRY_VERIFY(desk.runs()[0].info.state == RunState::Done);
    QVERIFY(desk.runs()[0].info.name.starts_with("small · 2 models"));
    QVERIFY(!desk.runs()[0].resumable()); // nothing is left of it
    QVERIFY(desk.runOf(started[0][0].toULongLong()) == last.run);
}

void TestRunDesk::nothingIsSentAfterANo() {
    RawPeer peer([](const std::string&, const std::string& body) { return arenaAnswer(body); });
    ArenaFixture fixture(peer.url("/v1"));
    fixture.open();
    RunDesk desk(fixture.desk);
    QWidget window;
    desk.start(specOf(fixture), {}, &window);
    QTRY_VERIFY(pressInBox(window, u"Cancel"_s));
    QTRY_VERIFY(!desk.busy());
    QCOMPARE(peer.requests(), 0);
    QVERIFY(desk.runs().empty());
}

void TestRunDesk::whatCannotRunIsRefused() {
    RawPeer peer([](const std::string&, const std::string& body) { return arenaAnswer(body); });
    ArenaFixture fixture(peer.url("/v1"));
    fixture.open();
    RunDesk desk(fixture.desk);
    QWidget window;
    const QSignalSpy refused(&desk, &RunDesk::refused);
    RunSpec spec = specOf(fixture);
    spec.judges.clear();
    desk.start(spec, {}, &window);
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(refused[0][0].toString().contains(u"judge"_s));
    desk.resume({12}, &window);
    QCOMPARE(refused.size(), 2);
}

void TestRunDesk::oneSittingAtATime() {
    Gate gate;
    RawPeer peer([&](const std::string&, const std::string& body) {
        gate.wait();
        return arenaAnswer(body);
    });
    ArenaFixture fixture(peer.url("/v1"));
    fixture.open();
    fixture.allow();
    RunDesk desk(fixture.desk);
    QWidget window;
    const QSignalSpy refused(&desk, &RunDesk::refused);
    const QSignalSpy ended(&desk, &RunDesk::ended);
    desk.start(specOf(fixture), {}, &window);
    desk.start(specOf(fixture), {}, &window);
    QCOMPARE(refused.size(), 1);
    QTRY_VERIFY(desk.active() != nullptr);
    desk.start(specOf(fixture), {}, &window);
    QCOMPARE(refused.size(), 2);
    gate.open();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<RunStatus>().tally.games.done, 4);
}

void TestRunDesk::aStoppedRunIsResumed() {
    Gate gate;
    RawPeer peer([&](const std::string&, const std::string& body) {
        if (body.find("judge-api") != std::string::npos)
            gate.wait();
        return arenaAnswer(body);
    });
    ArenaFixture fixture(peer.url("/v1"));
    fixture.open();
    fixture.allow();
    RunDesk desk(fixture.desk);
    QWidget window;
    const QSignalSpy ended(&desk, &RunDesk::ended);
    desk.start(specOf(fixture), {}, &window);
    QTRY_VERIFY(desk.active() && desk.active()->tally.answers.done == 2);
    desk.stop();
    QTRY_VERIFY(desk.active() && desk.active()->stopping);
    gate.open();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(ended[0][0].value<RunStatus>().state == RunState::Stopped);
    QTRY_VERIFY(desk.runs().size() == 1 && desk.runs()[0].info.state == RunState::Stopped);
    QVERIFY(desk.runs()[0].resumable());
    const int before = peer.requests();
    desk.resume(desk.runs()[0].info.id, &window);
    QTRY_COMPARE(ended.size(), 2);
    const auto last = ended[1][0].value<RunStatus>();
    QVERIFY2(last.state == RunState::Done, last.message.c_str());
    QCOMPARE(last.tally.answers.cached, 4); // all, those of the first sitting included
    QCOMPARE(peer.requests() + last.tally.games.cached, before + 4);
    QCOMPARE(desk.runs().size(), std::size_t{1}); // the same run, another sitting
}

void TestRunDesk::aKilledRunIsInterruptedAndNotResumedByItself() {
    RawPeer peer([](const std::string&, const std::string& body) { return arenaAnswer(body); });
    ArenaFixture fixture(peer.url("/v1"));
    fixture.open();
    fixture.allow();
    const std::string spec = writeRunSpec(specOf(fixture));
    valueOf(fixture.session.workspace()->write<void>([&](Appender& appender) -> Result<void> {
        RunIn in;
        in.kind = "arena";
        in.name = "left alone";
        in.parameters = spec;
        in.state = RunState::Running;
        const RunId run = TRY(appender.run(in));
        CallIn call;
        call.run = run;
        call.model = fixture.caller;
        TRY(RunAppender(appender).beginCall(call));
        return {};
    }));
    RunDesk desk(fixture.desk);
    RunDetail detail(desk);
    QTRY_COMPARE(desk.runs().size(), std::size_t{1});
    const RunId run = desk.runs()[0].info.id;
    QVERIFY(desk.runs()[0].interrupted());
    QVERIFY(!desk.busy());
    detail.show(run, u"left alone"_s);
    QTRY_VERIFY(desk.status(run) != nullptr);
    QCOMPARE(desk.status(run)->sums.possiblyBilled(), 1);
    QCOMPARE(peer.requests(), 0);
    const QSignalSpy ended(&desk, &RunDesk::ended);
    for (auto* button : detail.findChildren<QPushButton*>())
        if (button->text() == u"Resume"_s) {
            QVERIFY(button->isVisibleTo(&detail));
            button->click();
        }
    QTRY_COMPARE(ended.size(), 1);
    const auto last = ended[0][0].value<RunStatus>();
    QVERIFY2(last.state == RunState::Done, last.message.c_str());
    QCOMPARE(last.sums.lost, 1);
}

void TestRunDesk::theDetailPausesAndShowsErrors() {
    std::atomic<int> judged = 0;
    std::promise<void> looked; // nobody is answered before this test has seen the run
    const std::shared_future<void> seen(looked.get_future());
    RawPeer peer([&, seen](const std::string&, const std::string& body) {
        seen.wait();
        if (body.find("judge-api") != std::string::npos && ++judged == 1)
            return saidText("I would rather not say.");
        return arenaAnswer(body);
    });
    ArenaFixture fixture(peer.url("/v1"), 30);
    fixture.open();
    fixture.allow();
    RunDesk desk(fixture.desk);
    RunDetail detail(desk);
    QWidget window;
    connect(&desk, &RunDesk::statusChanged, &detail,
            [&](RunId run) { detail.show(run, u"the run"_s); });
    const QSignalSpy ended(&desk, &RunDesk::ended);
    auto release = qScopeGuard([&] { looked.set_value(); });
    desk.start(specOf(fixture), {}, &window);
    QTRY_VERIFY(desk.active() != nullptr);
    desk.pause(true);
    QTRY_VERIFY(desk.active()->paused);
    desk.setAtOnce(7);
    desk.pause(false);
    release.dismiss();
    looked.set_value();
    QTRY_COMPARE(ended.size(), 1);
    const auto last = ended[0][0].value<RunStatus>();
    QCOMPARE(last.atOnce, 7);
    QCOMPARE(last.tally.games.done, 60);
    QCOMPARE(last.errors.size(), std::size_t{1});
    QCOMPARE(last.errors[0].cause, std::string("malformed"));
    QTRY_VERIFY(!detail.findChildren<QTableWidget*>().isEmpty());
    bool told = false;
    for (const auto* table : detail.findChildren<QTableWidget*>())
        for (int row = 0; row < table->rowCount(); ++row)
            told |= table->item(row, 0)->text().contains(u"No verdict in the reply, judge"_s);
    QVERIFY(told);
}

QTEST_MAIN(TestRunDesk)
#include "tst_run_desk.moc"
