// Columns as loaded, verdicts as derived, votes as patched, orders as sorted.
#include "core/battles/policy.h"
#include "core/battles/sort.h"
#include "tests/support/small_arena.h"
#include "tests/support/temporary_workspace.h"

#include <cmath>

using namespace agon;

namespace {

Added<OverrideId> vote(Workspace& workspace, BattleId battle, std::optional<Verdict> verdict,
                       const char* by) {
    return valueOf(workspace.write<Added<OverrideId>>([&](Appender& appender) {
        VoteIn in;
        in.verdict = verdict;
        in.by = by;
        return appender.vote({battle, false}, in);
    }));
}

void judge(Workspace& workspace, BattleId battle, const char* name, Verdict verdict, Order order) {
    VERIFY_OK(workspace.write<Added<GameId>>([&](Appender& appender) -> Result<Added<GameId>> {
        GameIn game;
        game.judge = TRY(appender.model(name));
        game.verdict = verdict;
        game.order = order;
        return appender.game({battle, false}, game);
    }));
}

} // namespace

class TestBattleTable : public QObject {
    Q_OBJECT

  private slots:
    void loads() {
        TemporaryWorkspace workspace;
        const auto arena =
            valueOf(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 3); }));
        judge(*workspace, arena.battles[0], "judge", Verdict::B, Order::AB); // supersedes
        const auto table = valueOf(loadBattleTable(*workspace, {}));
        QCOMPARE(table->size(), std::size_t{3});
        QCOMPARE(table->models[table->modelA[1]].name, std::string("alpha"));
        QCOMPARE(table->categories[table->category[0]], std::string("even"));
        QCOMPARE(table->categories[table->category[1]], std::string("odd"));
        QCOMPARE(table->sets[table->set[2]], std::string("small"));
        QCOMPARE(table->gameBegin, (std::vector<std::uint32_t>{0, 2, 4, 6}));
        QCOMPARE(table->games[0].verdict, Verdict::B);
        QCOMPARE(table->lengthA[0], 19U);
        QCOMPARE(table->judges.size(), std::size_t{1});
        QCOMPARE(table->rowOf(arena.battles[2]), 2U);
        QVERIFY(!table->rowOf({99}));
    }

    void anEmptyWorkspaceIsAnEmptyTable() {
        TemporaryWorkspace workspace;
        const auto table = valueOf(loadBattleTable(*workspace, {}));
        QCOMPARE(table->size(), std::size_t{0});
        QVERIFY(deriveVerdicts(*table, {}).verdict.empty());
    }

    void theOrderOfTheDataIsItsTime() {
        TemporaryWorkspace workspace;
        VERIFY_OK(workspace->write<void>([](Appender& appender) -> Result<void> {
            const auto set = TRY(appender.set("rows"));
            const auto a = TRY(appender.model("a"));
            const auto b = TRY(appender.model("b"));
            std::int64_t row = 0;
            for (const std::int64_t at : {300, 100, 200})
                TRY(appender.bareBattle({set, row++, 7, a, b, "", {at}}));
            return {};
        }));
        const auto table = valueOf(loadBattleTable(*workspace, {}));
        QCOMPARE(table->position, (std::vector<std::uint32_t>{2, 0, 1}));
        QVERIFY((table->facts[0] & facts::bare) != 0);
        QCOMPARE(table->instruction[0], 0U);
    }

    void humanVerdictsCountAndTheJudgesStay() {
        TemporaryWorkspace workspace;
        const auto arena =
            valueOf(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 2); }));
        vote(*workspace, arena.battles[0], Verdict::B, "mira");
        auto table = valueOf(loadBattleTable(*workspace, {}));
        RowVerdict row = deriveRow(*table, 0, {});
        QCOMPARE(row.verdict, Verdict::B);
        QCOMPARE(row.judgeVerdict, Verdict::A);
        QCOMPARE(row.bits, derived::byHuman | derived::reviewed | derived::conflict);
        QCOMPARE(row.gap, 2.0F);

        Policy off;
        off.overrides = Overrides::Off;
        QCOMPARE(deriveRow(*table, 0, off).verdict, Verdict::A);
        Policy only;
        only.overrides = Overrides::Only;
        QCOMPARE(deriveRow(*table, 0, only).verdict, Verdict::B);
        QCOMPARE(deriveRow(*table, 1, only).verdict, Verdict::None);

        // a second annotator splits it; a clear withdraws only one's own
        vote(*workspace, arena.battles[0], Verdict::A, "jonas");
        table = valueOf(reloadVotes(*table, *workspace, {arena.battles[0]}));
        row = deriveRow(*table, 0, {});
        QCOMPARE(row.verdict, Verdict::Tie);
        QVERIFY((row.bits & derived::divided) != 0);
        vote(*workspace, arena.battles[0], std::nullopt, "mira");
        table = valueOf(reloadVotes(*table, *workspace, {arena.battles[0]}));
        QCOMPARE(deriveRow(*table, 0, {}).verdict, Verdict::A);
        QCOMPARE(table->annotators, (std::vector<std::string>{"mira", "jonas"}));
    }

    void patchingIsTheSameAsLoading() {
        TemporaryWorkspace workspace;
        const auto arena =
            valueOf(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 20); }));
        auto table = valueOf(loadBattleTable(*workspace, {}));
        Verdicts verdicts = deriveVerdicts(*table, {});
        for (std::size_t i = 0; i < arena.battles.size(); i += 3) {
            vote(*workspace, arena.battles[i], i % 2 == 0 ? Verdict::B : Verdict::Bad, "mira");
            VERIFY_OK(workspace->write<void>(
                [&](Appender& a) { return a.flag(arena.battles[i], true, "mira"); }));
            table = valueOf(reloadVotes(*table, *workspace, {arena.battles[i]}));
            const std::uint32_t row[] = {*table->rowOf(arena.battles[i])};
            verdicts = rederive(verdicts, *table, {}, row);
        }
        const auto fresh = valueOf(loadBattleTable(*workspace, {}));
        const Verdicts expected = deriveVerdicts(*fresh, {});
        QCOMPARE(table->facts, fresh->facts);
        QCOMPARE(verdicts.verdict, expected.verdict);
        QCOMPARE(verdicts.bits, expected.bits);
        QCOMPARE(verdicts.pointsA, expected.pointsA);
    }

    void judgesAreChosenAndDisagree() {
        TemporaryWorkspace workspace;
        const auto arena =
            valueOf(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 1); }));
        judge(*workspace, arena.battles[0], "second", Verdict::B, Order::AB);
        const auto table = valueOf(loadBattleTable(*workspace, {}));
        QCOMPARE(deriveRow(*table, 0, {}).verdict, Verdict::Tie);
        QVERIFY((deriveRow(*table, 0, {}).bits & derived::disagree) != 0);
        Policy second;
        second.judges = {*table->modelIndex("second")};
        QCOMPARE(deriveRow(*table, 0, second).verdict, Verdict::B);
        QVERIFY(std::isnan(deriveRow(*table, 0, second).gap));
    }

    void sorts_data() {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<std::vector<std::uint32_t>>("rows");
        using Rows = std::vector<std::uint32_t>;
        QTest::newRow("id") << QByteArray("id") << Rows{0, 1, 2, 3};
        QTest::newRow("id, last first") << QByteArray("-id") << Rows{3, 2, 1, 0};
        QTest::newRow("gap, none last") << QByteArray("gap") << Rows{0, 2, 3, 1};
        QTest::newRow("gap, largest first, none last") << QByteArray("-gap") << Rows{0, 2, 3, 1};
        QTest::newRow("category") << QByteArray("category") << Rows{0, 2, 1, 3};
        QTest::newRow("information") << QByteArray("information") << Rows{1, 2, 3, 0};
        QTest::newRow("changed") << QByteArray("changed") << Rows{0, 1, 2, 3};
    }
    void sorts() {
        QFETCH(QByteArray, key);
        QFETCH(std::vector<std::uint32_t>, rows);
        TemporaryWorkspace workspace;
        const auto arena =
            valueOf(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 4); }));
        vote(*workspace, arena.battles[0], Verdict::B, "mira");               // settled
        judge(*workspace, arena.battles[1], "second", Verdict::B, Order::AB); // disagree, no gap
        const auto table = valueOf(loadBattleTable(*workspace, {}));
        const Verdicts verdicts = deriveVerdicts(*table, {});
        std::vector<std::uint32_t> sorted{3, 1, 0, 2};
        sortRows(sorted, *table, verdicts, valueOf(parseSort(key.toStdString())));
        QCOMPARE(sorted, rows);
    }

    // Every column of a table of battles can be sorted; what is not known is last both ways.
    void sortsByColumn_data() {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<std::vector<std::uint32_t>>("rows");
        using Rows = std::vector<std::uint32_t>;
        QTest::newRow("instruction") << QByteArray("instruction") << Rows{1, 3, 2, 0};
        QTest::newRow("-instruction") << QByteArray("-instruction") << Rows{2, 1, 3, 0};
        QTest::newRow("set") << QByteArray("set") << Rows{1, 2, 3, 0};
        QTest::newRow("turn") << QByteArray("turn") << Rows{0, 1, 3, 2};
        QTest::newRow("iteration") << QByteArray("iteration") << Rows{2, 3, 1, 0};
        QTest::newRow("-iteration") << QByteArray("-iteration") << Rows{1, 3, 2, 0};
        QTest::newRow("verdict") << QByteArray("verdict") << Rows{2, 3, 1, 0};
        QTest::newRow("flip") << QByteArray("flip") << Rows{1, 0, 2, 3};
        QTest::newRow("length_a") << QByteArray("length_a") << Rows{3, 0, 1, 2};
        QTest::newRow("-length_a") << QByteArray("-length_a") << Rows{1, 0, 3, 2};
        QTest::newRow("length_b") << QByteArray("length_b") << Rows{0, 1, 2, 3};
    }
    void sortsByColumn() {
        QFETCH(QByteArray, key);
        QFETCH(std::vector<std::uint32_t>, rows);
        BattleTable table;
        table.id = {1, 2, 3, 4};
        table.instruction = {0, 7, 9, 7};
        table.sets = {"beta", "alpha"};
        table.set = {0, 1, 1, 1};
        table.turn = {1, 1, 2, 1};
        table.iteration = {-1, 2, 1, 1};
        table.stage = {0, 1, 1, 2};
        table.lengthA = {20, 30, 0, 10};
        table.lengthB = {1, 2, 3, 4};
        Verdicts verdicts;
        verdicts.verdict = {Verdict::None, Verdict::B, Verdict::A, Verdict::Tie};
        verdicts.bits = {0, derived::flip, 0, 0};
        std::vector<std::uint32_t> sorted{3, 1, 0, 2};
        sortRows(sorted, table, verdicts, valueOf(parseSort(key.toStdString())));
        QCOMPARE(sorted, rows);
        QVERIFY(sortKeyNames().find(key.startsWith('-') ? key.mid(1).toStdString()
                                                        : key.toStdString()) != std::string::npos);
    }

    void aRandomOrderIsSeededAndKeptWhenBattlesCome() {
        TemporaryWorkspace workspace;
        const auto order = [&](int count, const char* key) {
            valueOf(
                workspace->write<SmallArena>([&](Appender& a) { return addSmallArena(a, count); }));
            const auto table = valueOf(loadBattleTable(*workspace, {}));
            std::vector<std::uint32_t> rows(table->size());
            for (std::uint32_t i = 0; i < rows.size(); ++i)
                rows[i] = i;
            sortRows(rows, *table, deriveVerdicts(*table, {}), valueOf(parseSort(key)));
            return rows;
        };
        const auto before = order(20, "random:7");
        QCOMPARE(order(20, "random:7"), before);
        QVERIFY(order(20, "random:8") != before);
        auto after = order(25, "random:7");
        std::erase_if(after, [](std::uint32_t row) { return row >= 20; });
        QCOMPARE(after, before);
    }

    void refusesUnknownSortKeys() {
        for (const char* key : {"", "gapp", "random:", "random:x", "random:1x", "random7", "--id"})
            QVERIFY2(!parseSort(key), key);
    }
};

QTEST_GUILESS_MAIN(TestBattleTable)
#include "tst_battle_table.moc"
