#include "ui/bridge/vote_history.h"

#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;

class TestVoteHistory : public QObject {
    Q_OBJECT

  private slots:
    void namesWhatComesNext();
    void aNewStepForgetsWhatCouldBeRedone();
    void latestVoteSkipsWhatWasTakenBack();
    void forgetsAStepThatWasNeverStored();
};

namespace {

VoteHistory::Step vote(std::int64_t battle, Verdict verdict) {
    VoteHistory::Step step;
    step.battle = BattleId{battle};
    step.verdict = verdict;
    step.event = std::make_shared<std::optional<OverrideId>>();
    return step;
}

} // namespace

void TestVoteHistory::namesWhatComesNext() {
    VoteHistory history;
    QVERIFY(!history.canUndo());
    QVERIFY(history.undoName().isEmpty());
    history.push(vote(391, Verdict::A));
    QCOMPARE(history.undoName(), QStringLiteral("“A better” on #391"));
    history.stepBack();
    QVERIFY(!history.canUndo());
    QCOMPARE(history.redoName(), QStringLiteral("“A better” on #391"));
    auto blind = vote(7, Verdict::B);
    blind.blind = true;
    QVERIFY(!stepName(blind).contains(u'B' + QStringLiteral(" better")));
}

void TestVoteHistory::aNewStepForgetsWhatCouldBeRedone() {
    VoteHistory history;
    history.push(vote(1, Verdict::A));
    history.push(vote(2, Verdict::A));
    history.stepBack();
    history.push(vote(3, Verdict::A));
    QVERIFY(!history.canRedo());
    QCOMPARE(history.stepBack().battle, BattleId{3});
    QCOMPARE(history.stepBack().battle, BattleId{1});
    QVERIFY(!history.canUndo());
}

void TestVoteHistory::latestVoteSkipsWhatWasTakenBack() {
    VoteHistory history;
    history.push(vote(1, Verdict::A));
    history.push(vote(1, Verdict::B));
    QCOMPARE(history.latestVote(BattleId{1})->verdict, Verdict::B);
    history.stepBack();
    QCOMPARE(history.latestVote(BattleId{1})->verdict, Verdict::A);
    history.stepBack();
    QVERIFY(!history.latestVote(BattleId{1}));
}

void TestVoteHistory::forgetsAStepThatWasNeverStored() {
    VoteHistory history;
    const auto lost = vote(2, Verdict::Tie);
    history.push(vote(1, Verdict::A));
    history.push(lost);
    history.push(vote(3, Verdict::B));
    history.forget(lost);
    QCOMPARE(history.stepBack().battle, BattleId{3});
    QCOMPARE(history.stepBack().battle, BattleId{1});
    QVERIFY(!history.canUndo());
    QCOMPARE(history.stepForward().battle, BattleId{1});
}

QTEST_MAIN(TestVoteHistory)
#include "tst_vote_history.moc"
