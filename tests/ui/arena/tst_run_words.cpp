// What is said of a run: errors with what became of them, pace, price.
#include "ui/arena/run_words.h"

#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

class TestRunWords : public QObject {
    Q_OBJECT

  private slots:
    void errorsComeMostFrequentFirst();
    void everyCauseHasWords_data();
    void everyCauseHasWords();
    void whatIsOnItsWayIsNotDoubtfulWhileItRuns();
    void cachedAndFailedStandApart();
    void aPriceThatIsNotWholeSaysSo();
};

void TestRunWords::errorsComeMostFrequentFirst() {
    RunStatus status;
    status.errors = {{{1}, "judge", "malformed", 3, "no verdict"},
                     {{2}, "rival", "timed_out", 9, "no answer within 120 s"}};
    EndpointActivity busy;
    busy.rateLimited = 212;
    status.endpoints = {busy};
    const QList<RunError> errors = runErrors(status);
    QCOMPARE(errors.size(), 3);
    QCOMPARE(errors[0].times, 212);
    QCOMPARE(errors[0].became, u"tried again"_s);
    QCOMPARE(errors[1].cause, u"No answer in time"_s);
    QCOMPARE(errors[1].model, u"rival"_s);
    QVERIFY(!errors[1].invalid);
    QVERIFY(errors[2].invalid);
}

void TestRunWords::everyCauseHasWords_data() {
    QTest::addColumn<int>("failure");
    for (int i = 0; i <= static_cast<int>(CallFailure::Cancelled); ++i)
        QTest::addRow("%d", i) << i;
}

void TestRunWords::everyCauseHasWords() {
    QFETCH(int, failure);
    const std::string name(callFailureName(static_cast<CallFailure>(failure)));
    RunStatus status;
    status.errors = {{{1}, "m", name, 1, {}}};
    const RunError error = runErrors(status).front();
    QVERIFY2(error.cause != QString::fromStdString(name), name.c_str());
    QVERIFY(!error.became.isEmpty());
}

void TestRunWords::whatIsOnItsWayIsNotDoubtfulWhileItRuns() {
    RunStatus status;
    status.sums.begun = 32;
    QVERIFY(!runFacts(status).join(u' ').contains(u"billed"_s));
    status.state = RunState::Stopped;
    QVERIFY(runFacts(status).contains(u"32 possibly billed without an answer"_s));
}

void TestRunWords::cachedAndFailedStandApart() {
    CallCounts counts{9200, 7912, 88, 2};
    QCOMPARE(countWords(counts), u"8,000 of 9,200, 7,912 cached, 2 came to nothing"_s);
    QCOMPARE(shareDone(counts), 8002.0 / 9200);
    QVERIFY(shareDone({}) < 0);
}

void TestRunWords::aPriceThatIsNotWholeSaysSo() {
    RunStatus status;
    status.sums.cost = 31.42;
    status.maxCost = 60;
    QCOMPARE(priceWords(status), u"$31.42 of $60.00"_s);
    status.sums.costKnown = false;
    QCOMPARE(priceWords(status), u"$31.42 and more of $60.00"_s);
}

QTEST_MAIN(TestRunWords)
#include "tst_run_words.moc"
