#include "core/rating/elo.h"
#include "golden.h"

#include <QTest>

#include <cmath>

using namespace agon;
using namespace agon::rating;
using namespace agon::test;

class TestElo : public QObject {
    Q_OBJECT

  private slots:
    void firstBattleByHand();
    void evalicaGolden_data();
    void evalicaGolden();
    void orderMatters();
    void dropsTies();
    void repeatsInPlace();
};

void TestElo::firstBattleByHand() {
    const auto win = onlineElo(ComparisonsBuilder().add("x", "y", 1).comparisons());
    QCOMPARE(win[0], 1002.0);
    QCOMPARE(win[1], 998.0);
    const auto tie = onlineElo(ComparisonsBuilder().add("x", "y", 0.5F).comparisons());
    QCOMPARE(tie[0], 1000.0);
    Comparisons halved = ComparisonsBuilder().add("x", "y", 1).comparisons();
    halved.weight = {0.5F};
    QCOMPARE(onlineElo(halved)[0], 1001.0);
}

void TestElo::evalicaGolden_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("food") << QStringLiteral("food");
    QTest::newRow("simple") << QStringLiteral("simple");
}

// evalica 0.4.2, its golden files: algorithm elo, K = 4.
void TestElo::evalicaGolden() {
    QFETCH(QString, name);
    const auto comparisons = evalicaComparisons(name);
    if (!comparisons)
        QSKIP("the shared data is not here");
    const auto golden = test::evalicaGolden(name, QStringLiteral("elo"));
    const auto ratings = onlineElo(*comparisons);
    QCOMPARE(golden.size(), ratings.size());
    for (std::size_t m = 0; m < ratings.size(); ++m)
        QVERIFY(std::abs(ratings[m] - golden.at(comparisons->models[m])) < 1e-9);
}

void TestElo::orderMatters() {
    const auto forth =
        onlineElo(ComparisonsBuilder().add("x", "y", 1).add("x", "y", 0).comparisons());
    const auto back =
        onlineElo(ComparisonsBuilder().add("x", "y", 0).add("x", "y", 1).comparisons());
    QVERIFY(forth[0] < 1000);
    QVERIFY(back[0] > 1000);
    QVERIFY(std::abs(forth[0] + forth[1] - 2000) < 1e-9);
}

void TestElo::dropsTies() {
    const auto all = fourModels();
    EloOptions options;
    options.ties = Ties::Drop;
    ComparisonsBuilder decided;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all.pointsA[i] != 0.5F)
            decided.add(all.models[all.a[i]], all.models[all.b[i]], all.pointsA[i]);
    QCOMPARE(onlineElo(all, options), onlineElo(decided.comparisons()));
}

void TestElo::repeatsInPlace() {
    const Comparisons c = ComparisonsBuilder().add("x", "y", 1).add("y", "z", 1).comparisons();
    const std::vector<std::uint32_t> repeats{2, 1};
    const auto expected =
        onlineElo(ComparisonsBuilder().add("x", "y", 1, 2).add("y", "z", 1).comparisons());
    QCOMPARE(onlineElo(c, {}, repeats, {}), expected);
    const std::vector<std::uint32_t> unit{1, 0};
    const std::vector<std::uint32_t> swapped{1, 2};
    QCOMPARE(onlineElo(c, {}, swapped, unit), expected);
}

QTEST_GUILESS_MAIN(TestElo)
#include "tst_elo.moc"
