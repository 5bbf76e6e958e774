// The review without a screen: queue and votes over a real workspace.
#include "tests/ui/battles/review_fixture.h"
#include "ui/battles/review_desk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

namespace {

QList<qint64> idsOf(const BattleListModel& model) {
    QList<qint64> out;
    for (int row = 0; row < model.rowCount(); ++row)
        out.append(model.battle(row).value);
    return out;
}

} // namespace

class TestReview : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void opensTheFirstBattle();
    void aVoteOpensTheNext();
    void undoReturns();
    void staysWhenToldTo();
    void theReasonIsKeptWithTheVote();
    void aCommentAloneIsNoVote();
    void swappedSidesVoteForTheRightModel();
    void theSameVoteTwiceIsOne();
    void clearsAVote();
    void flags();
    void skippedBattlesComeLast();
    void staleBattlesAreDropped();
    void nextOnesArePrepared();

    void aRefusedFilterKeepsTheRows_data();
    void aRefusedFilterKeepsTheRows();
    void termsAreAddedAndRemoved();
    void countsFacets_data();
    void countsFacets();
    void facetsEditTheTerms();
    void aFilterWithoutHitsSaysWhy();
    void sorts();
    void reviewedStayOnTop();
    void newBattlesJoinTheQueue();
    void anotherWorkspaceStartsAfresh();

  private:
    [[nodiscard]] BattleQueue& queue() { return m_desk->queue; }
    [[nodiscard]] BattleReview& review() { return m_desk->review; }
    void openBattle(std::int64_t battle);
    void filter(const QString& text);
    [[nodiscard]] QList<qint64> next() const;
    [[nodiscard]] QList<qint64> reviewed() const;

    std::unique_ptr<test::ReviewFixture> m_fixture;
    std::unique_ptr<ReviewDesk> m_desk;
};

void TestReview::init() {
    m_fixture = std::make_unique<test::ReviewFixture>();
    m_desk = std::make_unique<ReviewDesk>(m_fixture->session, *m_fixture->settings);
    QSignalSpy answered(&queue(), &BattleQueue::answered);
    m_fixture->open();
    QTRY_VERIFY(queue().answer());
    QTRY_VERIFY(review().battle());
}

void TestReview::cleanup() {
    m_desk.reset();
    m_fixture.reset();
}

void TestReview::openBattle(std::int64_t battle) {
    review().open({battle});
    QTRY_VERIFY(review().battle() && review().battle()->id.value == battle);
}

void TestReview::filter(const QString& text) {
    QSignalSpy answered(&queue(), &BattleQueue::answered);
    QVERIFY(queue().setFilter(text));
    QTRY_COMPARE(answered.size(), 1);
}

QList<qint64> TestReview::next() const {
    return idsOf(m_desk->queue.next());
}

QList<qint64> TestReview::reviewed() const {
    return idsOf(m_desk->queue.reviewed());
}

void TestReview::opensTheFirstBattle() {
    QCOMPARE(queue().filter().text(), std::string("reviewed:no"));
    QCOMPARE(next().size(), 8);
    QCOMPARE(review().current(), queue().next().battle(0));
    QCOMPARE(queue().positionOf(review().current()), std::optional(0));
    // what teaches most comes first: judges against each other, then the flip
    QCOMPARE(next().first(2), (QList<qint64>{4, 3}));
}

void TestReview::aVoteOpensTheNext() {
    filter(u"id<=4"_s);
    queue().setSort({SortKey::Id});
    QTRY_COMPARE(next(), (QList<qint64>{1, 2, 3, 4}));
    openBattle(1);
    review().vote(Verdict::B, {});
    QCOMPARE(review().current().value, 2); // at once, before the commit
    QTRY_COMPARE(reviewed(), QList<qint64>{1});
    QTRY_COMPARE(next(), (QList<qint64>{2, 3, 4}));
    const auto row = m_fixture->session.table()->rowOf({1});
    QCOMPARE(m_fixture->session.verdicts()->verdict[*row], Verdict::B);
    QCOMPARE(queue().sitting().count(), 1);
    QCOMPARE(queue().agreements(), 0);
    QTRY_VERIFY(review().battle());
    review().vote(Verdict::A, {});
    QTRY_COMPARE(queue().sitting().count(), 2);
    QCOMPARE(queue().agreements(), 1);
}

void TestReview::undoReturns() {
    openBattle(1);
    review().vote(Verdict::B, {});
    QTRY_COMPARE(reviewed(), QList<qint64>{1});
    const BattleId after = review().current();
    QVERIFY(after.value != 1);
    review().undo();
    QTRY_COMPARE(review().current().value, 1);
    QTRY_VERIFY(reviewed().isEmpty());
    QTRY_VERIFY(next().contains(1));
    QTRY_VERIFY(review().battle() && !review().myVote());
    QCOMPARE(m_fixture->events(1).size(), std::size_t{2}); // nothing is deleted
    m_fixture->session.redo();
    QTRY_COMPARE(reviewed(), QList<qint64>{1});
}

void TestReview::staysWhenToldTo() {
    review().setNextAfterVote(false);
    QVERIFY(!m_fixture->settings->flag(Setting::NextAfterVote)); // remembered
    openBattle(1);
    review().vote(Verdict::A, {});
    QCOMPARE(review().current().value, 1);
    QTRY_VERIFY(review().myVote());
    QCOMPARE(review().myVote()->verdict, Verdict::A);
    QTRY_COMPARE(reviewed(), QList<qint64>{1});
}

void TestReview::theReasonIsKeptWithTheVote() {
    openBattle(1);
    review().vote(Verdict::Tie, u"equally short"_s);
    QTRY_COMPARE(m_fixture->session.writesPending(), 0);
    QCOMPARE(m_fixture->events(1).back().note, std::string("equally short"));
    openBattle(1);
    review().comment(u"on second thoughts"_s);
    QTRY_COMPARE(m_fixture->session.writesPending(), 0);
    QCOMPARE(m_fixture->events(1).back().note, std::string("on second thoughts"));
    QCOMPARE(m_fixture->events(1).back().verdict, Verdict::Tie); // the vote stays
}

void TestReview::aCommentAloneIsNoVote() {
    openBattle(2);
    review().comment(u"look at this"_s);
    QTRY_COMPARE(m_fixture->session.writesPending(), 0);
    QCOMPARE(m_fixture->events(2).size(), std::size_t{1});
    QVERIFY(!m_fixture->events(2).back().verdict);
    QVERIFY(!review().myVote());
    QCOMPARE(queue().sitting().count(), 0);
}

void TestReview::swappedSidesVoteForTheRightModel() {
    review().setNextAfterVote(false);
    openBattle(1);
    QCOMPARE(review().left(), Side::A);
    review().swapSides();
    QCOMPARE(review().left(), Side::B);
    review().voteOnScreen(Verdict::A, {}); // what stands left: B, which is beta
    QTRY_VERIFY(review().myVote());
    QCOMPARE(review().myVote()->verdict, Verdict::B);
    const auto row = m_fixture->session.table()->rowOf({1});
    QCOMPARE(m_fixture->session.verdicts()->verdict[*row], Verdict::B);
    review().voteOnScreen(Verdict::Tie, {});
    QTRY_COMPARE(review().myVote()->verdict, Verdict::Tie);
}

void TestReview::theSameVoteTwiceIsOne() {
    review().setNextAfterVote(false);
    openBattle(1);
    review().vote(Verdict::A, {});
    QTRY_VERIFY(review().myVote());
    review().vote(Verdict::A, {});
    QTRY_COMPARE(m_fixture->session.writesPending(), 0);
    QCOMPARE(m_fixture->events(1).size(), std::size_t{1});
}

void TestReview::clearsAVote() {
    review().setNextAfterVote(false);
    openBattle(1);
    review().clearVote(); // there is none
    QCOMPARE(m_fixture->session.writesPending(), 0);
    review().vote(Verdict::A, {});
    QTRY_VERIFY(review().myVote());
    review().clearVote();
    QTRY_VERIFY(!review().myVote());
    QTRY_VERIFY(reviewed().isEmpty());
    QTRY_VERIFY(next().contains(1));
}

void TestReview::flags() {
    openBattle(1);
    QVERIFY(!review().isFlagged());
    review().toggleFlag();
    QTRY_VERIFY(review().isFlagged());
    filter(u"flagged:yes"_s);
    QCOMPARE(next(), QList<qint64>{1});
}

void TestReview::skippedBattlesComeLast() {
    queue().setSort({SortKey::Id});
    QTRY_COMPARE(next().first(), 1);
    openBattle(1);
    review().skip();
    QCOMPARE(review().current().value, 2);
    QTRY_COMPARE(next().last(), 1);
    QCOMPARE(next().first(), 2);
}

void TestReview::staleBattlesAreDropped() {
    QSignalSpy shown(&review(), &BattleReview::shown);
    for (const std::int64_t battle : {1, 2, 5, 7, 8})
        review().open({battle});
    QTRY_VERIFY(review().battle());
    QCOMPARE(review().battle()->id.value, 8);
    QCOMPARE(review().current().value, 8);
    QTRY_COMPARE(m_fixture->jobs.running(), 0);
    QCOMPARE(review().battle()->id.value, 8);
}

void TestReview::nextOnesArePrepared() {
    queue().setSort({SortKey::Id});
    QTRY_COMPARE(next().first(), 1);
    openBattle(1);
    BattleShelf shelf(m_fixture->session);
    QSignalSpy arrived(&shelf, &BattleShelf::arrived);
    shelf.keep({{1}, {2}});
    QTRY_COMPARE(arrived.size(), 2);
    auto prepared = shelf.find({2});
    QVERIFY(prepared && prepared->answerA && prepared->answerB);
    QCOMPARE(prepared->answerA->document->toPlainText(), u"It is 2, of course."_s);
    QCOMPARE(prepared->answerA->document->thread(), QThread::currentThread());
    shelf.keep({{2}, {3}});
    QVERIFY(!shelf.find({1}));
    QVERIFY(shelf.find({2}));
}

void TestReview::aRefusedFilterKeepsTheRows_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::newRow("no such field") << u"colour:red"_s << 0;
    QTest::newRow("value") << u"flip:maybe"_s << 5;
    QTest::newRow("letters before it are counted, not bytes") << u"\"ä\" gap>=x"_s << 9;
}

void TestReview::aRefusedFilterKeepsTheRows() {
    QFETCH(QString, text);
    const QList<qint64> before = next();
    QSignalSpy refused(&queue(), &BattleQueue::refused);
    QSignalSpy answered(&queue(), &BattleQueue::answered);
    QVERIFY(!queue().addTerms(text));
    QCOMPARE(refused.size(), 1);
    QTEST(refused[0][0].toInt(), "position");
    QVERIFY(!refused[0][1].toString().isEmpty());
    QCOMPARE(next(), before);
    QCOMPARE(queue().filter().text(), std::string("reviewed:no"));
    QCOMPARE(answered.size(), 0);
}

void TestReview::termsAreAddedAndRemoved() {
    QVERIFY(queue().addTerms(u"category:odd flip:no"_s));
    QTRY_COMPARE(next().size(), 3);          // 1, 5, 7
    QVERIFY(queue().addTerms(u"flip:no"_s)); // is there already
    QCOMPARE(queue().filter().terms.size(), std::size_t{3});
    queue().removeTerm(2);
    QTRY_COMPARE(next().size(), 4);
    QVERIFY(queue().addTerms(u"\"nobody knows why\""_s));
    QTRY_COMPARE(queue().answer()->matches, 0);
    queue().clearFilter();
    QTRY_COMPARE(next().size(), 8);
}

void TestReview::countsFacets_data() {
    QTest::addColumn<int>("facet");
    QTest::addColumn<qint64>("count");
    QTest::newRow("unreviewed") << int(Facet::Unreviewed) << qint64{7};
    QTest::newRow("flips") << int(Facet::FlipInconsistent) << qint64{1};
    QTest::newRow("judges disagree") << int(Facet::JudgesDisagree) << qint64{1};
    QTest::newRow("small gap") << int(Facet::SmallGap) << qint64{2}; // the flip; the jury's means
    QTest::newRow("against human") << int(Facet::AgainstHuman) << qint64{1};
    QTest::newRow("flagged") << int(Facet::Flagged) << qint64{1};
    QTest::newRow("invalid") << int(Facet::Invalid) << qint64{1};
}

void TestReview::countsFacets() {
    QFETCH(int, facet);
    QFETCH(qint64, count);
    openBattle(1);
    review().vote(Verdict::B, {});
    m_fixture->session.flag({2}, true);
    QTRY_COMPARE(m_fixture->session.writesPending(), 0);
    QTRY_COMPARE(queue().answer()->facets[static_cast<std::size_t>(facet)], count);
}

void TestReview::facetsEditTheTerms() {
    filter(u"set:small reviewed:no"_s);
    queue().choose(Facet::FlipInconsistent);
    QCOMPARE(queue().filter().text(), std::string("set:small flip:yes"));
    queue().choose(Facet::Unreviewed, true);
    QCOMPARE(queue().filter().text(), std::string("set:small flip:yes reviewed:no"));
    queue().choose(Facet::Invalid);
    QCOMPARE(queue().filter().text(), std::string("set:small verdict:invalid"));
    QVERIFY(queue().isActive(Facet::Invalid));
    queue().stepFacet(+1); // round to the first
    QVERIFY(queue().isActive(Facet::Unreviewed));
    queue().stepFacet(-1);
    QVERIFY(queue().isActive(Facet::Invalid));
    QTRY_COMPARE(next(), QList<qint64>{5});
    queue().choose(Facet::Invalid); // off
    QCOMPARE(queue().filter().text(), std::string("set:small"));
}

void TestReview::aFilterWithoutHitsSaysWhy() {
    filter(u"flip:yes category:even"_s);
    const QueueAnswer* answer = queue().answer();
    QCOMPARE(answer->matches, 0);
    QCOMPARE(answer->terms.size(), std::size_t{2});
    QCOMPARE(answer->terms[0].alone, 1);
    QCOMPARE(answer->terms[1].alone, 3); // 2, 4, 8
    QCOMPARE(answer->terms[0].without, 3);
    QCOMPARE(answer->terms[1].without, 1);
}

void TestReview::sorts() {
    queue().setSort({SortKey::Id, true});
    QTRY_COMPARE(next(), (QList<qint64>{8, 7, 6, 5, 4, 3, 2, 1}));
    QCOMPARE(review().current().value, 4); // what was open stays open
}

void TestReview::reviewedStayOnTop() {
    openBattle(2);
    review().vote(Verdict::A, {});
    openBattle(1);
    review().vote(Verdict::A, {});
    QTRY_COMPARE(reviewed(), (QList<qint64>{2, 1})); // in the order of the votes
    filter(u"id>=3"_s);
    QCOMPARE(reviewed(), (QList<qint64>{2, 1})); // whatever is filtered
    QCOMPARE(queue().neighbour({1}, +1)->value, next().first());
    QCOMPARE(queue().neighbour({1}, -1)->value, 2);
    QVERIFY(!queue().neighbour({2}, -1));
    QVERIFY(!queue().neighbour({next().last()}, +1));
}

void TestReview::newBattlesJoinTheQueue() {
    const QAbstractItemModelTester tester(&queue().next());
    const auto added =
        m_fixture->session.workspace()->write<void>([](Appender& appender) -> Result<void> {
            return appender
                .bareBattle({TRY(appender.set("small")),
                             99,
                             99,
                             TRY(appender.model("gamma")),
                             TRY(appender.model("alpha")),
                             "",
                             {}})
                .map([](auto) {});
        });
    QVERIFY(added);
    QTRY_COMPARE(next().size(), 9);
    filter(u"model:gamma"_s);
    QCOMPARE(next().size(), 1);
}

void TestReview::anotherWorkspaceStartsAfresh() {
    openBattle(1);
    review().vote(Verdict::A, {});
    QTRY_COMPARE(queue().sitting().count(), 1);
    m_fixture->session.close();
    QCOMPARE(queue().sitting().count(), 0);
    QVERIFY(!review().battle());
    QVERIFY(!review().current().valid());
    QCOMPARE(queue().count(), 0);
    m_fixture->open();
    QTRY_VERIFY(review().battle());
    QTRY_COMPARE(next().size(), 7);
}

QTEST_MAIN(TestReview)
#include "tst_review.moc"
