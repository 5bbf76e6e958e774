// The list of battles: all rows counted, words by pages, few rows moved; at 100,000 rows too.
#include "tests/ui/battles/review_fixture.h"
#include "ui/battles/battle_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest/QTest>

#include <numeric>

using namespace agon;
using namespace agon::ui;

namespace {

std::shared_ptr<const BattleTable> tableOf(std::uint32_t rows) {
    auto table = std::make_shared<BattleTable>();
    for (std::uint32_t i = 0; i < rows; ++i) {
        table->id.push_back(i + 1);
        table->gameBegin.push_back(i);
        table->games.push_back(
            {8, 7.5F, std::numeric_limits<float>::quiet_NaN(), 2, Order::AB, Verdict::A});
    }
    table->gameBegin.push_back(rows);
    table->instruction.assign(rows, 1);
    table->position.assign(rows, 0);
    table->lengthA.assign(rows, 10);
    table->lengthB.assign(rows, 10);
    table->modelA.assign(rows, 0);
    table->modelB.assign(rows, 1);
    table->set.assign(rows, 0);
    table->category.assign(rows, 1);
    table->turn.assign(rows, 1);
    table->iteration.assign(rows, -1);
    table->stage.assign(rows, 0);
    table->facts.assign(rows, 0);
    table->models.resize(3);
    table->sets = {"set"};
    table->categories = {"", "Coding"};
    return table;
}

std::shared_ptr<const Verdicts> verdictsOf(const BattleTable& table) {
    return std::make_shared<const Verdicts>(deriveVerdicts(table, {}));
}

std::shared_ptr<const BattleOrder> allOf(const BattleTable& table) {
    return indexedOrder(table, table.id);
}

std::vector<std::uint32_t> idsOf(const BattleListModel& model) {
    std::vector<std::uint32_t> out;
    for (int row = 0; row < model.rowCount(); ++row)
        out.push_back(static_cast<std::uint32_t>(model.battle(row).value));
    return out;
}

} // namespace

class TestBattleListModel : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        m_fixture = std::make_unique<test::ReviewFixture>();
        m_heads = std::make_unique<HeadCache>(m_fixture->session);
        m_model = std::make_unique<BattleListModel>(*m_heads);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup() {
        m_tester.reset();
        m_model.reset();
        m_heads.reset();
        m_fixture.reset();
    }

    void countsAllRows() {
        const auto table = tableOf(100'000);
        m_model->setRows(table, verdictsOf(*table), allOf(*table));
        QCOMPARE(m_model->rowCount(), 100'000);
        const QModelIndex last = m_model->index(99'999);
        QCOMPARE(last.data(BattleListModel::IdRole).toLongLong(), 100'000);
        QCOMPARE(last.data(BattleListModel::FactsRole).toString(),
                 QStringLiteral("#100000 · Coding · gap 0.5"));
        QCOMPARE(last.data(BattleListModel::HeadRole).toString(), QString()); // not here yet
    }

    void movesAsFewRowsAsWillDo_data() {
        QTest::addColumn<QList<int>>("before");
        QTest::addColumn<QList<int>>("after");
        QTest::addColumn<int>("removed");
        QTest::addColumn<int>("inserted");
        QTest::newRow("same") << QList{1, 2, 3} << QList{1, 2, 3} << 0 << 0;
        QTest::newRow("one goes") << QList{1, 2, 3, 4} << QList{1, 3, 4} << 1 << 0;
        QTest::newRow("one comes") << QList{1, 3} << QList{1, 2, 3} << 0 << 1;
        QTest::newRow("first goes") << QList{1, 2} << QList{2} << 1 << 0;
        QTest::newRow("last comes") << QList{1} << QList{1, 2} << 0 << 1;
        QTest::newRow("all go") << QList{1, 2} << QList<int>{} << 2 << 0;
        QTest::newRow("repeats at the border") << QList{5, 5, 6} << QList{5, 6} << 1 << 0;
        QTest::newRow("turned round") << QList{1, 2, 3} << QList{3, 2, 1} << 3 << 3;
    }
    void movesAsFewRowsAsWillDo() {
        QFETCH(QList<int>, before);
        QFETCH(QList<int>, after);
        QFETCH(int, removed);
        QFETCH(int, inserted);
        const auto table = tableOf(10);
        const auto ids = [](const QList<int>& list) {
            return std::vector<std::uint32_t>(list.begin(), list.end());
        };
        m_model->setRows(table, verdictsOf(*table), shortOrder(ids(before)));
        QSignalSpy removing(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserting(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_model->setRows(table, verdictsOf(*table), shortOrder(ids(after)));
        QCOMPARE(idsOf(*m_model), ids(after));
        const auto rows = [](const QSignalSpy& spy) {
            int sum = 0;
            for (const QList<QVariant>& call : spy)
                sum += call[2].toInt() - call[1].toInt() + 1;
            return sum;
        };
        QCOMPARE(rows(removing), removed);
        QCOMPARE(rows(inserting), inserted);
    }

    // Rows that go leave the others findable, with and without an index of all rows.
    void findsRowsAfterSomeWent_data() {
        QTest::addColumn<bool>("indexed");
        QTest::newRow("indexed") << true;
        QTest::newRow("looked through") << false;
    }
    void findsRowsAfterSomeWent() {
        QFETCH(bool, indexed);
        const auto table = tableOf(8);
        const std::vector<std::uint32_t> ids{8, 3, 1, 7, 5, 2, 4};
        m_model->setRows(table, verdictsOf(*table),
                         indexed ? indexedOrder(*table, ids) : shortOrder(ids));
        for (const std::uint32_t gone : {1U, 7U, 8U, 4U}) {
            m_model->remove({gone});
            QCOMPARE(m_model->rowOf({gone}), -1);
        }
        QCOMPARE(idsOf(*m_model), (std::vector<std::uint32_t>{3, 5, 2}));
        for (const std::uint32_t id : idsOf(*m_model))
            QCOMPARE(m_model->battle(m_model->rowOf({id})).value, std::int64_t{id});
        QCOMPARE(m_model->rowOf({6}), -1); // never listed
        QCOMPARE(m_model->rowOf({99}), -1);
    }

    // Battles were read again, and what was listed stands in other rows of the new table.
    void findsRowsOfAnOlderTable() {
        const auto table = tableOf(8);
        m_model->setRows(table, verdictsOf(*table), allOf(*table));
        auto newer = std::make_shared<BattleTable>(*table);
        newer->id = {2, 3, 5, 6, 8, 10, 11, 12};
        m_model->setVerdicts(newer, verdictsOf(*newer));
        QCOMPARE(m_model->rowOf({3}), 2);
        QCOMPARE(m_model->rowOf({8}), 7);
        QCOMPARE(m_model->rowOf({12}), -1);
    }

    void fetchesWordsOfAPage() {
        m_fixture->open();
        const auto table = m_fixture->session.table();
        m_model->setRows(table, m_fixture->session.verdicts(), allOf(*table));
        QSignalSpy arrived(m_heads.get(), &HeadCache::arrived);
        QCOMPARE(m_model->index(0).data(BattleListModel::HeadRole).toString(), QString());
        QCOMPARE(m_model->index(1).data(BattleListModel::HeadRole).toString(), QString());
        QTRY_COMPARE(arrived.size(), 1); // one question for both
        QCOMPARE(m_model->index(1).data(BattleListModel::HeadRole).toString(),
                 QStringLiteral("What is number 2?"));
        QCOMPARE(m_model->index(7).data(BattleListModel::HeadRole).toString(),
                 QStringLiteral("And why?")); // the turn that was judged
        QVERIFY(arrived.size() == 1);
    }

    void saysWhatIsUnusual_data() {
        QTest::addColumn<int>("battle");
        QTest::addColumn<QString>("facts");
        QTest::addColumn<int>("judge");
        QTest::newRow("scores") << 1 << QStringLiteral("#1 · odd · gap 2.0") << int(Verdict::A);
        QTest::newRow("flip") << 3 << QStringLiteral("#3 · odd · gap 0.0") << int(Verdict::Tie);
        QTest::newRow("unreadable")
            << 5 << QStringLiteral("#5 · odd · 1 reply unreadable") << int(Verdict::Invalid);
        QTest::newRow("without texts")
            << 6 << QStringLiteral("#6 · small · not judged") << int(Verdict::None);
        QTest::newRow("itself") << 7 << QStringLiteral("#7 · odd · against itself · gap 2.0")
                                << int(Verdict::A);
    }
    void saysWhatIsUnusual() {
        QFETCH(int, battle);
        m_fixture->open();
        const auto table = m_fixture->session.table();
        m_model->setRows(table, m_fixture->session.verdicts(), allOf(*table));
        const QModelIndex index = m_model->index(battle - 1);
        QTEST(index.data(BattleListModel::FactsRole).toString(), "facts");
        QTEST(index.data(BattleListModel::JudgeRole).toInt(), "judge");
        QCOMPARE(index.data(BattleListModel::FlipRole).toBool(), battle == 3);
        if (battle == 6)
            QCOMPARE(index.data(BattleListModel::HeadRole).toString(),
                     QStringLiteral("alpha against beta"));
        QVERIFY(!index.data(Qt::AccessibleTextRole).toString().isEmpty());
    }

  private:
    std::unique_ptr<test::ReviewFixture> m_fixture;
    std::unique_ptr<HeadCache> m_heads;
    std::unique_ptr<BattleListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestBattleListModel)
#include "tst_battle_list_model.moc"
