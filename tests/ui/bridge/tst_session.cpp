#include "tests/ui/bridge/workspace_fixture.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/bridge/latest.h"
#include "ui/bridge/session.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;

class TestSession : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void opensAndLoadsTheTable();
    void saysWhyAFileCannotBeOpened();
    void openingAgainBeforeTheAnswerWins();
    void closesWithoutKeepingTheFile();

    void aVotePatchesOnlyItsBattle();
    void undoAndRedoAppendEvents();
    void quickVotesAndUndosKeepTheirOrder();
    void flagsCanBeTakenBack();
    void aReadOnlyWorkspaceRefusesVotes();

    void newBattlesReloadTheTable();
    void policyDerivesAllRowsAgain();
    void staleAnswersAreDropped();
    void theNewestQuestionWins();
    void closingStopsWhatRuns();

  private:
    void open();
    [[nodiscard]] Verdict verdictOf(std::int64_t battle) const;
    [[nodiscard]] std::vector<Override> events(std::int64_t battle);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Executor> m_executor;
    std::unique_ptr<Session> m_session;
    QString m_path;
};

void TestSession::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("small.agon"));
    test::makeWorkspace(m_path, 8);
    const auto clock = std::make_shared<SystemClock>();
    m_executor = std::make_unique<Executor>(2, clock);
    m_session = std::make_unique<Session>(*m_executor, clock);
    m_session->setAnnotator(QStringLiteral("mira"));
}

void TestSession::cleanup() {
    m_session.reset();
    m_executor.reset();
    m_folder.reset();
}

void TestSession::open() {
    m_session->open(m_path);
    QTRY_VERIFY(m_session->table() != nullptr);
}

Verdict TestSession::verdictOf(std::int64_t battle) const {
    return m_session->verdicts()->verdict[*m_session->table()->rowOf(BattleId{battle})];
}

std::vector<Override> TestSession::events(std::int64_t battle) {
    return *m_session->workspace()->read<std::vector<Override>>(
        [battle](Reader& reader) { return reader.overrides(BattleId{battle}); });
}

void TestSession::opensAndLoadsTheTable() {
    const QSignalSpy opened(m_session.get(), &Session::opened);
    const QSignalSpy changed(m_session.get(), &Session::tableChanged);
    open();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_session->table()->size(), std::size_t{8});
    QCOMPARE(m_session->name(), QStringLiteral("small.agon"));
    QCOMPARE(verdictOf(1), Verdict::A);
    QCOMPARE(verdictOf(2), Verdict::B);
}

void TestSession::saysWhyAFileCannotBeOpened() {
    const QSignalSpy failed(m_session.get(), &Session::openFailed);
    m_session->open(m_folder->filePath(QStringLiteral("absent.agon")));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::NotFound);
    QVERIFY(!m_session->isOpen());
    QVERIFY(!m_session->isOpening());
}

void TestSession::openingAgainBeforeTheAnswerWins() {
    const QString other = m_folder->filePath(QStringLiteral("other.agon"));
    test::makeWorkspace(other, 3);
    const QSignalSpy opened(m_session.get(), &Session::opened);
    m_session->open(m_path);
    m_session->open(other);
    QTRY_VERIFY(m_session->table() != nullptr);
    QCOMPARE(m_session->name(), QStringLiteral("other.agon"));
    QCOMPARE(m_session->table()->size(), std::size_t{3});
    QCOMPARE(opened.size(), 1);
}

void TestSession::closesWithoutKeepingTheFile() {
    open();
    const std::weak_ptr<Workspace> workspace = m_session->workspace();
    const QSignalSpy closed(m_session.get(), &Session::closed);
    m_session->close();
    QCOMPARE(closed.size(), 1);
    QVERIFY(!m_session->isOpen());
    QVERIFY(!m_session->table());
    QTRY_VERIFY(workspace.expired());
    QTRY_VERIFY(!QFile::exists(m_path + QStringLiteral("-wal"))); // its destructor is still at it
}

void TestSession::aVotePatchesOnlyItsBattle() {
    open();
    const auto tableBefore = m_session->table();
    const QSignalSpy reloaded(m_session.get(), &Session::tableChanged);
    QSignalSpy changed(m_session.get(), &Session::verdictsChanged);
    m_session->vote(BattleId{1}, Verdict::B, QStringLiteral("wrong sign"), false);
    QCOMPARE(verdictOf(1), Verdict::A); // not before it is committed
    QTRY_COMPARE(verdictOf(1), Verdict::B);
    QCOMPARE(changed.size(), 1);
    const auto ids = changed[0][0].value<std::vector<BattleId>>();
    QCOMPARE(ids, std::vector<BattleId>{BattleId{1}});
    QVERIFY(reloaded.isEmpty());
    QVERIFY(tableBefore != m_session->table()); // who holds the old one keeps what it saw
    QVERIFY(tableBefore->votes.empty());
    const auto stored = events(1);
    QCOMPARE(stored.size(), std::size_t{1});
    QCOMPARE(stored[0].by, std::string("mira"));
    QCOMPARE(stored[0].note, std::string("wrong sign"));
    QVERIFY(m_session->savedAt().known());
    QCOMPARE(m_session->writesPending(), 0);
}

void TestSession::undoAndRedoAppendEvents() {
    open();
    m_session->vote(BattleId{1}, Verdict::Tie, {}, false);
    QTRY_COMPARE(verdictOf(1), Verdict::Tie);
    m_session->vote(BattleId{1}, Verdict::B, {}, false);
    QTRY_COMPARE(verdictOf(1), Verdict::B);

    QSignalSpy moved(m_session.get(), &Session::historyMoved);
    m_session->undo();
    QTRY_COMPARE(verdictOf(1), Verdict::Tie);
    QTRY_COMPARE(moved.size(), 1);
    QCOMPARE(moved[0][0].value<BattleId>(), BattleId{1});
    m_session->undo();
    QTRY_COMPARE(verdictOf(1), Verdict::A); // the judge's
    QVERIFY(!m_session->history().canUndo());
    m_session->redo();
    QTRY_COMPARE(verdictOf(1), Verdict::Tie);

    const auto stored = events(1);
    QCOMPARE(stored.size(), std::size_t{5}); // nothing was deleted
    QCOMPARE(stored[2].undoes, std::optional(stored[1].id));
    QCOMPARE(stored[3].undoes, std::optional(stored[0].id));
    QVERIFY(!stored[4].undoes);
}

void TestSession::quickVotesAndUndosKeepTheirOrder() {
    open();
    // Faster than the writer: no answer is waited for.
    for (int i = 0; i < 20; ++i) {
        m_session->vote(BattleId{2}, Verdict::A, {}, false);
        m_session->undo();
        m_session->vote(BattleId{2}, Verdict::Bad, {}, false);
        m_session->vote(BattleId{3}, Verdict::Tie, {}, false);
        m_session->undo();
    }
    QTRY_COMPARE(m_session->writesPending(), 0);
    QTRY_COMPARE(verdictOf(2), Verdict::Bad);
    QTRY_COMPARE(verdictOf(3), Verdict::A);
    QCOMPARE(events(2).size(), std::size_t{60});
    for (int i = 0; i < 20; ++i)
        m_session->undo();
    QVERIFY(!m_session->history().canUndo());
    QTRY_COMPARE(m_session->writesPending(), 0);
    QTRY_COMPARE(verdictOf(2), Verdict::B);
}

void TestSession::flagsCanBeTakenBack() {
    open();
    const auto flagged = [this] {
        const auto row = *m_session->table()->rowOf(BattleId{4});
        return (m_session->table()->facts[row] & facts::flagged) != 0;
    };
    m_session->flag(BattleId{4}, true);
    QTRY_VERIFY(flagged());
    QCOMPARE(m_session->history().undoName(), QStringLiteral("Flag #4"));
    m_session->undo();
    QTRY_VERIFY(!flagged());
    m_session->redo();
    QTRY_VERIFY(flagged());
}

void TestSession::aReadOnlyWorkspaceRefusesVotes() {
    const auto writer = Workspace::open(m_path.toStdString());
    QVERIFY(writer && !(*writer)->readOnly());
    open();
    QVERIFY(!m_session->readOnlyReason().isEmpty());
    const QSignalSpy failed(m_session.get(), &Session::failed);
    m_session->vote(BattleId{1}, Verdict::B, {}, false);
    QCOMPARE(failed.size(), 1);
    QVERIFY(!m_session->history().canUndo());
}

void TestSession::newBattlesReloadTheTable() {
    open();
    const QSignalSpy changed(m_session.get(), &Session::tableChanged);
    QVERIFY(test::addBattle(*m_session->workspace(), 100));
    QTRY_COMPARE(m_session->table()->size(), std::size_t{9});
    QVERIFY(!changed.isEmpty());
}

void TestSession::policyDerivesAllRowsAgain() {
    open();
    m_session->vote(BattleId{1}, Verdict::B, {}, false);
    QTRY_COMPARE(verdictOf(1), Verdict::B);
    QSignalSpy changed(m_session.get(), &Session::verdictsChanged);
    Policy policy = m_session->policy();
    policy.overrides = Overrides::Off;
    m_session->setPolicy(policy);
    QTRY_COMPARE(verdictOf(1), Verdict::A);
    QVERIFY(changed.back()[0].value<std::vector<BattleId>>().empty());
    // Two changes in a row: the last one holds, whatever was under way.
    policy.overrides = Overrides::Only;
    m_session->setPolicy(policy);
    policy.overrides = Overrides::On;
    m_session->setPolicy(policy);
    QTRY_COMPARE(verdictOf(1), Verdict::B);
    QTRY_COMPARE(verdictOf(2), Verdict::B);
}

void TestSession::staleAnswersAreDropped() {
    const QString other = m_folder->filePath(QStringLiteral("other.agon"));
    test::makeWorkspace(other, 3);
    open();
    std::atomic<bool> answered = false;
    bool delivered = false;
    m_session->run<int>(
        JobSpec{"slow", true},
        [&](Workspace&, const JobContext&) -> Result<int> {
            answered = true;
            return 1;
        },
        this, [&](const Result<int>&) { delivered = true; });
    while (!answered)
        std::this_thread::yield();
    m_session->open(other); // before the answer could be delivered
    QTRY_VERIFY(m_session->table() != nullptr);
    QCOMPARE(m_session->name(), QStringLiteral("other.agon"));
    QVERIFY(!delivered);
}

void TestSession::theNewestQuestionWins() {
    open();
    Latest latest;
    QList<int> answers;
    for (int i = 0; i < 10; ++i)
        latest.run<int>(
            *m_session, JobSpec{{}, false},
            [i](Workspace&, const JobContext&) -> Result<int> { return i; }, this,
            [&](const Result<int>& answer) { answers.append(*answer); });
    QTRY_COMPARE(answers, QList<int>{9});
}

void TestSession::closingStopsWhatRuns() {
    open();
    const JobsFeed feed(*m_executor);
    std::atomic<bool> running = false;
    m_session->run<void>(
        JobSpec{"endless", true},
        [&](Workspace&, const JobContext& context) -> Result<void> {
            running = true;
            while (!context.stop.stop_requested())
                std::this_thread::yield();
            return cancelled();
        },
        this, [](const Result<void>&) {});
    while (!running)
        std::this_thread::yield();
    QTRY_COMPARE(feed.running(), 1);
    m_session->close();
    QTRY_COMPARE(feed.running(), 0);
    QCOMPARE(feed.jobs().back().state, JobState::Cancelled);
}

QTEST_MAIN(TestSession)
#include "tst_session.moc"
