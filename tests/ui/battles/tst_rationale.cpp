// What the rationale says beyond the games: juries, and what a vote did to the ratings.
#include "tests/ui/battles/review_fixture.h"
#include "ui/battles/jury_rationale.h"
#include "ui/battles/rerating.h"
#include "ui/battles/rerating_bar.h"

#include <QSignalSpy>
#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

namespace {

const Game someGame;

JudgeRationale judge(std::int64_t id, Verdict verdict, float pointsA, float scoreA, float scoreB) {
    JudgeRationale out;
    out.judge = {id};
    out.name = u"judge %1"_s.arg(id);
    out.merged.verdict = verdict;
    out.merged.pointsA = pointsA;
    out.merged.scoreA = scoreA;
    out.merged.scoreB = scoreB;
    out.merged.gap = std::abs(scoreA - scoreB);
    out.games.push_back(&someGame);
    return out;
}

const float none = std::numeric_limits<float>::quiet_NaN();

} // namespace

class TestRationale : public QObject {
    Q_OBJECT

  private slots:
    void jurySaysHowItWasFolded_data();
    void jurySaysHowItWasFolded();
    void onlyJudgesThatCountMakeAJury();
    void aVoteIsRatedIn();
    void otherRatingsForgetTheVote();
    void anotherPolicyIsNoVote();
    void theFirstRatingsAreNoVote();
    void aFlagIsNoVote();

  private:
    QHash<QString, double> ratings(double alpha, double beta) {
        return {{u"alpha"_s, alpha}, {u"beta"_s, beta}};
    }
};

void TestRationale::jurySaysHowItWasFolded_data() {
    QTest::addColumn<QList<int>>("verdicts");
    QTest::addColumn<int>("rule");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const QList<Verdict>& verdicts, Jury rule,
                        Verdict verdict, const QString& words) {
        QList<int> given;
        for (const Verdict one : verdicts)
            given.append(static_cast<int>(one));
        QTest::newRow(name) << given << int(rule) << int(verdict) << words;
    };
    using enum Verdict;
    row("two against one", {A, B, A}, Jury::Majority, A, u"2 of 3 judges prefer A."_s);
    row("one against one", {A, B}, Jury::Majority, Tie, u"no verdict has more votes"_s);
    row("ties", {Tie, Tie, B}, Jury::Majority, Tie, u"2 of 3 judges see a tie."_s);
    row("one unreadable", {B, B, Invalid}, Jury::Majority, B,
        u"2 of 2 judges prefer B. One judge"_s);
    row("none readable", {Invalid, Invalid}, Jury::Majority, Invalid, u"No judge gave"_s);
    row("mean", {A, B, A}, Jury::Mean, A, u"A gets 0.67 of the point, 3 judges"_s);
}

void TestRationale::jurySaysHowItWasFolded() {
    QFETCH(QList<int>, verdicts);
    QFETCH(int, rule);
    QFETCH(int, verdict);
    QFETCH(QString, words);
    std::vector<JudgeRationale> judges;
    for (const int given : verdicts) {
        const auto one = static_cast<Verdict>(given);
        const float points = one == Verdict::A ? 1.F : one == Verdict::B ? 0.F : 0.5F;
        judges.push_back(judge(std::ssize(judges) + 1, one, points, none, none));
    }
    const auto jury = juryOf(judges, static_cast<Jury>(rule), {});
    QVERIFY(jury);
    QCOMPARE(static_cast<int>(jury->merged.verdict), verdict);
    QVERIFY2(jurySentence(*jury).contains(words), qPrintable(jurySentence(*jury)));
}

void TestRationale::onlyJudgesThatCountMakeAJury() {
    const std::vector<JudgeRationale> judges{judge(1, Verdict::A, 1, 8, 6),
                                             judge(2, Verdict::A, 1, 9, 6),
                                             judge(3, Verdict::B, 0, 5, 6)};
    QVERIFY(!juryOf({judges.front()}, Jury::Majority, {}));
    QVERIFY(!juryOf(judges, Jury::Majority, {ModelId{2}}));
    const auto two = juryOf(judges, Jury::Majority, {ModelId{1}, ModelId{2}});
    QVERIFY(two);
    QCOMPARE(two->judges.size(), std::size_t{2});
    QCOMPARE(two->merged.scoreA, 8.5F);
}

void TestRationale::aVoteIsRatedIn() {
    test::ReviewFixture fixture;
    Rerating rerating(fixture.session);
    ReratingBar bar;
    fixture.open();
    rerating.setRatings(ratings(1242, 1114));
    QVERIFY(!rerating.at().known());
    bar.show(rerating, u"alpha"_s, u"beta"_s);
    QVERIFY(bar.isHidden());

    QSignalSpy derived(&fixture.session, &Session::verdictsChanged);
    fixture.session.vote({1}, Verdict::B, {}, false);
    QTRY_COMPARE(derived.size(), 1);
    rerating.setRatings(ratings(1241.2, 1115));
    rerating.setRatings(ratings(1241.2, 1115)); // the intervals have followed
    QCOMPARE(rerating.at(), fixture.session.savedAt());
    QCOMPARE(rerating.moveOf(u"alpha"_s).before, std::optional(1242.0));
    QCOMPARE(rerating.moveOf(u"alpha"_s).after, std::optional(1241.2));
    QVERIFY(!rerating.moveOf(u"nobody"_s).after);
    bar.show(rerating, u"alpha"_s, u"beta"_s);
    QVERIFY(!bar.isHidden());
    QVERIFY2(bar.text().contains(u"alpha from 1242 to 1241"_s), qPrintable(bar.text()));

    // Taken back, it moves back.
    fixture.session.undo();
    QTRY_COMPARE(derived.size(), 2);
    rerating.setRatings(ratings(1242, 1114));
    QVERIFY(rerating.at().known());
    QCOMPARE(rerating.moveOf(u"beta"_s).before, std::optional(1115.0));
    fixture.session.close();
    QVERIFY(!rerating.at().known());
}

void TestRationale::otherRatingsForgetTheVote() {
    test::ReviewFixture fixture;
    Rerating rerating(fixture.session);
    fixture.open();
    rerating.setRatings(ratings(1242, 1114));
    QSignalSpy derived(&fixture.session, &Session::verdictsChanged);
    fixture.session.vote({1}, Verdict::B, {}, false);
    QTRY_COMPARE(derived.size(), 1);
    rerating.setRatings(ratings(1241, 1115));
    QVERIFY(rerating.at().known());
    rerating.setRatings(ratings(1000, 900)); // another anchor
    QVERIFY(!rerating.at().known());
}

// What a vote did is said again once there are ratings of the same kind before it.
void TestRationale::anotherPolicyIsNoVote() {
    test::ReviewFixture fixture;
    Rerating rerating(fixture.session);
    fixture.open();
    rerating.setRatings(ratings(1242, 1114));
    QSignalSpy derived(&fixture.session, &Session::verdictsChanged);
    Policy policy = fixture.session.policy();
    policy.merge = policy.merge == Merge::Agree ? Merge::Mean : Merge::Agree;
    fixture.session.setPolicy(policy);
    QTRY_COMPARE(derived.size(), 1);
    fixture.session.vote({1}, Verdict::B, {}, false); // before the ratings are there
    QTRY_COMPARE(derived.size(), 2);
    rerating.setRatings(ratings(1000, 900));
    QVERIFY(!rerating.at().known());
    fixture.session.vote({2}, Verdict::B, {}, false);
    QTRY_COMPARE(derived.size(), 3);
    rerating.setRatings(ratings(998, 902));
    QVERIFY(rerating.at().known());
    QCOMPARE(rerating.moveOf(u"alpha"_s).before, std::optional(1000.0));
    rerating.forget(); // another anchor
    QVERIFY(!rerating.at().known());
    fixture.session.vote({4}, Verdict::A, {}, false);
    QTRY_COMPARE(derived.size(), 4);
    rerating.setRatings(ratings(1500, 1400));
    QVERIFY(!rerating.at().known());
}

void TestRationale::theFirstRatingsAreNoVote() {
    test::ReviewFixture fixture;
    Rerating rerating(fixture.session);
    fixture.open();
    QSignalSpy derived(&fixture.session, &Session::verdictsChanged);
    fixture.session.vote({1}, Verdict::B, {}, false);
    QTRY_COMPARE(derived.size(), 1);
    rerating.setRatings(ratings(1242, 1114));
    QVERIFY(!rerating.at().known());
}

void TestRationale::aFlagIsNoVote() {
    test::ReviewFixture fixture;
    Rerating rerating(fixture.session);
    fixture.open();
    rerating.setRatings(ratings(1242, 1114));
    QSignalSpy derived(&fixture.session, &Session::verdictsChanged);
    fixture.session.flag({1}, true);
    QTRY_COMPARE(derived.size(), 1);
    rerating.setRatings(ratings(1242, 1114));
    QVERIFY(!rerating.at().known());
}

QTEST_MAIN(TestRationale)
#include "tst_rationale.moc"
