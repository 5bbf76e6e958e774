// Limits of an endpoint and the choice among replicas, at times that the test gives.
#include "core/llm/pace.h"
#include "core/llm/replicas.h"

#include <QTest>

using namespace agon;

class TestPace : public QObject {
    Q_OBJECT

  private:
    static EndpointLimits limits(int atOnce, std::optional<double> requests = {},
                                 std::optional<double> tokens = {}) {
        EndpointLimits out;
        out.atOnce = atOnce;
        out.requestsPerMinute = requests;
        out.tokensPerMinute = tokens;
        return out;
    }

  private slots:
    void noMoreAtOnceThanAllowed() {
        Pace pace(limits(2));
        QCOMPARE(*pace.waitFor(10, 0), 0.0);
        pace.sent(10, 0);
        pace.sent(10, 0);
        QVERIFY(!pace.waitFor(10, 0));
        pace.answered(10, {}, 1);
        QCOMPARE(*pace.waitFor(10, 1), 0.0);
    }
    void refusalsHalveOncePerRoundAndAnswersRaise() {
        Pace pace(limits(32));
        for (int i = 0; i < 32; ++i)
            pace.sent(1, 0);
        for (int i = 0; i < 8; ++i) // all of them on their way when the first was refused
            pace.refused(0, 2, 1);
        QCOMPARE(pace.allowed(), 16);
        QCOMPARE(pace.inFlight(), 24);
        pace.refused(1.5, 2, 2); // this one was sent afterwards
        QCOMPARE(pace.allowed(), 8);
        for (int i = 0; i < 8; ++i)
            pace.answered(1, 1, 3);
        QCOMPARE(pace.allowed(), 9);
    }
    void neverBelowOneNorAboveTheLimit() {
        Pace pace(limits(2));
        for (int i = 0; i < 10; ++i) {
            pace.sent(1, i);
            pace.refused(i, 0, i + 0.5);
        }
        QCOMPARE(pace.allowed(), 1);
        for (int i = 0; i < 100; ++i) {
            pace.sent(1, 20);
            pace.answered(1, 1, 20);
        }
        QCOMPARE(pace.allowed(), 2);
    }
    void restsAsTheServerAsks() {
        Pace pace(limits(4));
        pace.sent(1, 10);
        pace.refused(10, 5, 11);
        QCOMPARE(*pace.waitFor(1, 11), 5.0);
        QCOMPARE(*pace.waitFor(1, 14), 2.0);
        QCOMPARE(*pace.waitFor(1, 17), 0.0);
        pace.sent(1, 17);
        pace.refused(17, 1, 18); // a shorter rest does not end a longer one
        QCOMPARE(pace.restingSeconds(18), 1.0);
    }
    void requestsAMinuteAreHeldOverAnyLongTime() {
        constexpr double perMinute = 600;
        Pace pace(limits(1000, perMinute));
        double now = 0;
        int sent = 0;
        while (now < 600) {
            const auto wait = pace.waitFor(1, now);
            QVERIFY(wait);
            now += *wait;
            pace.sent(1, now);
            pace.answered(1, 1, now);
            ++sent;
        }
        QVERIFY2(sent <= 6000 + 102 && sent >= 6000, qPrintable(QString::number(sent)));
    }
    void tokensThatWereNotUsedAreGivenBack() {
        Pace pace(limits(10, {}, 6000)); // 100 a second, 1000 held
        pace.sent(1000, 0);
        QCOMPARE(*pace.waitFor(500, 0), 5.0);
        pace.answered(1000, 200, 0);
        QCOMPARE(*pace.waitFor(500, 0), 0.0);
        pace.sent(500, 0);
        pace.answered(500, 1500, 0); // more than thought: a debt of 700
        QCOMPARE(*pace.waitFor(100, 0), 8.0);
    }
    void whatIsLargerThanTheBudgetGoesWhenItIsFull() {
        Pace pace(limits(10, {}, 600)); // holds 100
        QCOMPARE(*pace.waitFor(5000, 0), 0.0);
        pace.sent(5000, 0);
        QCOMPARE(*pace.waitFor(5000, 0), 500.0);
    }
    void aPersonsNumberHoldsAtOnce() {
        Pace pace(limits(32));
        pace.sent(1, 1);
        pace.refused(1, 0, 2);
        QCOMPARE(pace.allowed(), 16);
        pace.setAtOnce(4);
        QCOMPARE(pace.allowed(), 4);
        pace.setAtOnce(0);
        QCOMPARE(pace.allowed(), 1);
    }

    void whatTheServerSaysIsLeftIsKeptTo_data() {
        QTest::addColumn<double>("requests"); // left; -1: not said
        QTest::addColumn<double>("tokens");
        QTest::addColumn<double>("reset"); // seconds; -1: not said
        QTest::addColumn<double>("wait");  // of a call of 100 tokens, of 1000 a minute
        QTest::newRow("enough") << 5.0 << 500.0 << 20.0 << 0.0;
        QTest::newRow("just enough") << 1.0 << 100.0 << 20.0 << 0.0;
        QTest::newRow("no requests") << 0.0 << 500.0 << 20.0 << 20.0;
        QTest::newRow("no tokens") << 5.0 << 0.0 << 20.0 << 20.0;
        QTest::newRow("fewer tokens than it needs") << 5.0 << 99.0 << 0.25 << 0.25;
        QTest::newRow("tomorrow") << 0.0 << 500.0 << 86400.0 << 60.0;
        QTest::newRow("no time said") << 0.0 << 0.0 << -1.0 << 0.0;
        QTest::newRow("nothing said") << -1.0 << -1.0 << 20.0 << 0.0;
    }
    void whatTheServerSaysIsLeftIsKeptTo() {
        QFETCH(double, requests);
        QFETCH(double, tokens);
        QFETCH(double, reset);
        QFETCH(double, wait);
        const auto said = [](double value) {
            return value < 0 ? std::nullopt : std::optional(value);
        };
        Pace pace(limits(10));
        RateAllowances told;
        told.requests = {said(60), said(requests), said(reset)};
        told.tokens = {said(1000), said(tokens), said(reset)};
        pace.told(told, 100);
        QCOMPARE(*pace.waitFor(100, 100), wait);
        QCOMPARE(*pace.waitFor(100, 100 + wait), 0.0);
    }
    void whatWasSentSinceCounts() {
        Pace pace(limits(10));
        RateAllowances told;
        told.requests = {60.0, 2.0, 30.0};
        pace.told(told, 0);
        pace.sent(1, 1);
        QCOMPARE(*pace.waitFor(1, 1), 0.0);
        pace.sent(1, 1);
        QCOMPARE(*pace.waitFor(1, 10), 20.0);
        told.requests = {60.0, 8.0, 20.0}; // the server knows better
        pace.told(told, 10);
        QCOMPARE(*pace.waitFor(1, 10), 0.0);
        pace.told({}, 10); // an answer that says nothing changes nothing
        QCOMPARE(*pace.waitFor(1, 10), 0.0);
    }
    void whatIsMoreThanTheServersLimitGoesWhenAllOfItIsLeft() {
        Pace pace(limits(10));
        RateAllowances told;
        told.tokens = {1000.0, 1000.0, 1.0};
        pace.told(told, 0);
        QCOMPARE(*pace.waitFor(5000, 0), 0.0);
        told.tokens = {1000.0, 999.0, 1.0};
        pace.told(told, 0);
        QCOMPARE(*pace.waitFor(5000, 0), 1.0);
    }
    void anthropicCountsWhatGoesInAndOutApart() {
        Pace pace(limits(10));
        RateAllowances told;
        told.outputTokens = {1000.0, 0.0, 7.0};
        pace.told(told, 0);
        QCOMPARE(*pace.waitFor(1, 0), 7.0);
    }

    void theLeastLoadedReplicaIsAskedFirst() {
        Replicas replicas(3);
        for (int i = 0; i < 9; ++i)
            replicas.began(replicas.choose(i), i);
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(replicas.inFlight(i), 3);
        replicas.ended(1, true, 10);
        QCOMPARE(replicas.choose(10), std::size_t{1});
    }
    void aFailingReplicaRestsAndIsTriedAgain() {
        Replicas replicas(2);
        replicas.began(0, 0);
        replicas.ended(0, false, 0);
        QCOMPARE(replicas.choose(0.5), std::size_t{1});
        for (int i = 0; i < 5; ++i)
            replicas.began(1, 0.5);
        QCOMPARE(replicas.choose(0.5), std::size_t{1}); // loaded, but awake
        QCOMPARE(replicas.choose(1.5), std::size_t{0});
        replicas.began(0, 1.5);
        replicas.ended(0, false, 2);
        QCOMPARE(replicas.restingSeconds(0, 2), 2.0); // twice as long
        replicas.began(0, 5);
        replicas.ended(0, true, 5);
        QCOMPARE(replicas.restingSeconds(0, 5), 0.0);
    }
    void failuresTogetherCountOnce() {
        Replicas replicas(1);
        for (int i = 0; i < 50; ++i)
            replicas.began(0, 0);
        for (int i = 0; i < 50; ++i)
            replicas.ended(0, false, 1);
        QCOMPARE(replicas.restingSeconds(0, 1), 1.0);
        QCOMPARE(replicas.choose(1), std::size_t{0}); // nobody else to ask
    }
};

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
