#include "core/rating/judge_quality.h"
#include "tables.h"

#include <QTest>

using namespace agon;
using namespace agon::rating;
using namespace agon::test;

class TestJudgeQuality : public QObject {
    Q_OBJECT

  private slots:
    void flips();
    void firstPosition();
    void longerWins();
    void selfPreference();
    void nothingToMeasure();
};

namespace {

std::vector<JudgeQuality> qualityOf(const TableBuilder& builder) {
    return judgeQuality(builder.table(), allRows(builder.table()));
}

} // namespace

void TestJudgeQuality::flips() {
    TableBuilder builder;
    builder.battle("x", "y").game("j", Verdict::A).game("j", Verdict::B, Order::BA);
    builder.battle("x", "y").game("j", Verdict::A).game("j", Verdict::A, Order::BA);
    builder.battle("x", "y").game("j", Verdict::A).game("j", Verdict::Tie, Order::BA);
    builder.battle("x", "y").game("j", Verdict::Tie).game("j", Verdict::Bad, Order::BA);
    builder.battle("x", "y").game("j", Verdict::A).game("j", Verdict::Invalid, Order::BA);
    builder.battle("x", "y").game("j", Verdict::A);
    builder.battle("x", "y").game("k", Verdict::A);
    const auto quality = qualityOf(builder);
    QCOMPARE(quality.size(), std::size_t{2});
    QCOMPARE(quality[0].judge, std::string("j"));
    QCOMPARE(quality[0].games, 11);
    QCOMPARE(quality[0].invalid, 1);
    QCOMPARE(*quality[0].flipRate, 25.0);
    QCOMPARE(quality[1].games, 1);
    QVERIFY(!quality[1].flipRate);
}

void TestJudgeQuality::firstPosition() {
    TableBuilder builder;
    builder.battle("x", "y").game("j", Verdict::A).game("j", Verdict::B, Order::BA); // first, first
    builder.battle("x", "y").game("j", Verdict::B).game("j", Verdict::Tie, Order::BA);
    builder.battle("x", "y").game("j", Verdict::A, Order::BA);
    QCOMPARE(*qualityOf(builder)[0].firstPositionRate, 50.0);
}

void TestJudgeQuality::longerWins() {
    TableBuilder builder;
    builder.battle("x", "y").lengths(111, 100).game("j", Verdict::A);
    builder.battle("x", "y").lengths(100, 200).game("j", Verdict::B);
    builder.battle("x", "y").lengths(100, 200).game("j", Verdict::B);
    builder.battle("x", "y").lengths(100, 200).game("j", Verdict::A);
    builder.battle("x", "y").lengths(110, 100).game("j", Verdict::B); // not more than 10 %
    builder.battle("x", "y").lengths(0, 100).game("j", Verdict::A);   // length not known
    builder.battle("x", "y").lengths(50, 100).game("j", Verdict::Tie);
    // A battle counts once, by its merged verdict.
    builder.battle("x", "y")
        .lengths(100, 300)
        .game("j", Verdict::A)
        .game("j", Verdict::B, Order::BA);
    QCOMPARE(*qualityOf(builder)[0].longerWinsRate, 75.0);
}

void TestJudgeQuality::selfPreference() {
    TableBuilder builder;
    builder.model("gpt-4", "gpt");
    builder.model("gpt-3.5", "gpt");
    builder.model("claude", "claude");
    // The judge gives its family 1 and 1, others give it 0 and ½.
    builder.battle("gpt-3.5", "llama").game("gpt-4", Verdict::A).game("claude", Verdict::B);
    builder.battle("llama", "gpt-4").game("gpt-4", Verdict::B).game("claude", Verdict::A);
    builder.vote("anna", Verdict::B);
    builder.battle("gpt-4", "gpt-3.5")
        .game("gpt-4", Verdict::A)
        .game("claude", Verdict::B);                            // both kin
    builder.battle("gpt-4", "llama").game("gpt-4", Verdict::B); // alone
    builder.battle("gpt-4", "llama").game("gpt-4", Verdict::Invalid).game("claude", Verdict::B);
    const auto quality = qualityOf(builder);
    QCOMPARE(quality[0].judge, std::string("claude"));
    QVERIFY(!quality[0].selfPreference);
    QCOMPARE(*quality[1].selfPreference, 75.0);
}

void TestJudgeQuality::nothingToMeasure() {
    TableBuilder builder;
    builder.battle("x", "y").game("j", Verdict::Invalid);
    const auto quality = qualityOf(builder);
    QCOMPARE(quality[0].invalid, 1);
    QVERIFY(!quality[0].flipRate && !quality[0].firstPositionRate && !quality[0].longerWinsRate &&
            !quality[0].selfPreference);
    QVERIFY(qualityOf(TableBuilder()).empty());
}

QTEST_GUILESS_MAIN(TestJudgeQuality)
#include "tst_judge_quality.moc"
