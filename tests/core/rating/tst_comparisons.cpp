#include "core/rating/comparisons.h"
#include "core/rating/pair_table.h"
#include "tables.h"

#include <QTest>

using namespace agon;
using namespace agon::rating;
using namespace agon::test;

class TestComparisons : public QObject {
    Q_OBJECT

  private slots:
    void countsWhatIsLeftOut();
    void keepsTheOrderOfTheData();
    void separatesGames();
    void peopleDecideSeparatedBattles();
    void clustersByInstruction();
    void knowsNoClusterWithoutInstructions();
    void foldsGamesByBattle();
    void countsPairs();
    void countsSparseAsDense();
};

namespace {

Comparisons comparisonsOf(const TableBuilder& builder, const Policy& policy = {}) {
    return comparisonsFrom(builder.table(), deriveVerdicts(builder.table(), policy), policy,
                           allRows(builder.table()));
}

} // namespace

void TestComparisons::countsWhatIsLeftOut() {
    TableBuilder builder;
    builder.battle("x", "y").game("j", Verdict::A);
    builder.battle("x", "y").game("j", Verdict::Invalid);
    builder.battle("x", "x").game("j", Verdict::Tie);
    builder.battle("x", "y").game("j", Verdict::Bad);
    builder.battle("x", "y"); // nobody has judged
    builder.battle("x", "y").game("j", Verdict::B, Order::AB, 0.2F);
    const Comparisons c = comparisonsOf(builder);
    QCOMPARE(c.size(), std::size_t{3});
    QCOMPARE(c.invalid, 1);
    QCOMPARE(c.selfBattles, 1);
    QCOMPARE(c.bad, 1);
    QCOMPARE(c.pointsA, (std::vector<float>{1, 0.5F, 0.2F}));
    QCOMPARE(c.models, (std::vector<std::string>{"x", "y"}));
    QVERIFY(c.weight.empty());
}

void TestComparisons::keepsTheOrderOfTheData() {
    TableBuilder builder;
    builder.model("unused");
    builder.battle("x", "y").position(2).game("j", Verdict::A);
    builder.battle("z", "y").position(0).game("j", Verdict::B);
    builder.battle("x", "z").position(1).game("j", Verdict::Tie);
    const Comparisons c = comparisonsOf(builder);
    QCOMPARE(c.models, (std::vector<std::string>{"z", "y", "x"}));
    QCOMPARE(c.a, (std::vector<std::uint16_t>{0, 2, 2}));
    QCOMPARE(c.b, (std::vector<std::uint16_t>{1, 0, 1}));
    QCOMPARE(c.pointsA, (std::vector<float>{0, 0.5F, 1}));
}

void TestComparisons::separatesGames() {
    TableBuilder builder;
    builder.battle("x", "y").game("j", Verdict::A).game("j", Verdict::B, Order::BA);
    builder.battle("x", "y").game("j", Verdict::A).game("j", Verdict::Invalid, Order::BA);
    builder.battle("x", "y").game("j", Verdict::Invalid);
    Policy policy;
    policy.merge = Merge::Separate;
    const Comparisons c = comparisonsOf(builder, policy);
    QCOMPARE(c.pointsA, (std::vector<float>{1, 0, 1}));
    QCOMPARE(c.weight, (std::vector<float>{0.5F, 0.5F, 1}));
    QCOMPARE(c.battle, (std::vector<std::uint32_t>{0, 0, 1}));
    QCOMPARE(c.battleCount(), std::size_t{2});
    QCOMPARE(c.invalid, 1);
}

void TestComparisons::peopleDecideSeparatedBattles() {
    TableBuilder builder;
    builder.battle("x", "y").game("j", Verdict::A).game("j", Verdict::A, Order::BA);
    builder.vote("anna", Verdict::B);
    builder.battle("x", "y").game("j", Verdict::A).game("other", Verdict::B);
    Policy policy;
    policy.merge = Merge::Separate;
    policy.judges = {builder.model("j")};
    const Comparisons c = comparisonsOf(builder, policy);
    QCOMPARE(c.pointsA, (std::vector<float>{0, 1})); // the other judge is not asked
    QCOMPARE(c.weight, (std::vector<float>{1, 1}));
    policy.overrides = Overrides::Only;
    QCOMPARE(comparisonsOf(builder, policy).pointsA, (std::vector<float>{0}));
}

void TestComparisons::clustersByInstruction() {
    TableBuilder builder;
    builder.battle("x", "y", 900).game("j", Verdict::A);
    builder.battle("x", "y", 7).game("j", Verdict::A);
    builder.battle("x", "z", 900).game("j", Verdict::A);
    builder.battle("x", "z", 0).game("j", Verdict::A);
    builder.battle("x", "z", 0).game("j", Verdict::A);
    const Comparisons c = comparisonsOf(builder);
    QCOMPARE(c.cluster, (std::vector<std::uint32_t>{0, 1, 0, 2, 3}));
    QCOMPARE(c.clusters, 4U);
}

void TestComparisons::knowsNoClusterWithoutInstructions() {
    TableBuilder builder;
    builder.battle("x", "y").game("j", Verdict::A);
    builder.battle("x", "y").game("j", Verdict::B);
    const Comparisons c = comparisonsOf(builder);
    QVERIFY(c.cluster.empty());
    QCOMPARE(c.clusters, 0U);
}

void TestComparisons::foldsGamesByBattle() {
    TableBuilder builder;
    builder.battle("x", "y", 1).game("j", Verdict::A).game("j", Verdict::Tie, Order::BA);
    builder.battle("y", "x", 2).game("j", Verdict::A);
    Policy policy;
    policy.merge = Merge::Separate;
    const Comparisons folded = foldedByBattle(comparisonsOf(builder, policy));
    QCOMPARE(folded.pointsA, (std::vector<float>{0.75F, 1}));
    QCOMPARE(folded.a, (std::vector<std::uint16_t>{0, 1}));
    QCOMPARE(folded.cluster, (std::vector<std::uint32_t>{0, 1}));
    QVERIFY(folded.weight.empty());
}

void TestComparisons::countsPairs() {
    Comparisons c = ComparisonsBuilder()
                        .series("x", "y", 3, 1, 2)
                        .add("y", "x", 1, 2)
                        .add("z", "y", 0.25F)
                        .comparisons();
    const CountedPairs counted = countPairs(c, Ties::Half);
    QCOMPARE(counted.pairs.size(), std::size_t{2});
    QCOMPARE(counted.pairs.pointsFirst, (std::vector<double>{4, 0.75}));
    QCOMPARE(counted.pairs.pointsSecond, (std::vector<double>{4, 0.25}));
    QCOMPARE(counted.pairs.find(1, 0), std::size_t{0});
    QCOMPARE(counted.pairs.find(1, 2), std::size_t{1});
    QCOMPARE(counted.pairs.find(0, 2), counted.pairs.size());
    const auto records = recordsOf(counted);
    QCOMPARE(records[0].wins, 3);
    QCOMPARE(records[0].losses, 3);
    QCOMPARE(records[0].ties, 2);
    QCOMPARE(records[1].wins, 4); // the soft one leans to y
    QCOMPARE(records[2].losses, 1);
    const CountedPairs decided = countPairs(c, Ties::Drop);
    QCOMPARE(decided.pairs.pointsFirst, (std::vector<double>{3, 0.75}));
    QCOMPARE(decided.pairs.pointsSecond, (std::vector<double>{3, 0.25}));
}

void TestComparisons::countsSparseAsDense() {
    // More names than are counted in a square, the same few battles.
    Comparisons few = fourModels();
    Comparisons many = few;
    for (int i = 0; i < 2000; ++i)
        many.models.push_back("absent " + std::to_string(i));
    for (const Ties ties : {Ties::Half, Ties::Drop}) {
        const CountedPairs dense = countPairs(few, ties);
        const CountedPairs sparse = countPairs(many, ties);
        QCOMPARE(sparse.pairs.first, dense.pairs.first);
        QCOMPARE(sparse.pairs.second, dense.pairs.second);
        QCOMPARE(sparse.pairs.pointsFirst, dense.pairs.pointsFirst);
        QCOMPARE(sparse.pairs.pointsSecond, dense.pairs.pointsSecond);
        QCOMPARE(sparse.cells.size(), dense.cells.size());
    }
}

QTEST_GUILESS_MAIN(TestComparisons)
#include "tst_comparisons.moc"
