#include "core/rating/existence.h"
#include "core/rating/pair_table.h"
#include "tables.h"

#include <QStringList>
#include <QTest>

#include <optional>

using namespace agon;
using namespace agon::rating;
using namespace agon::test;

class TestExistence : public QObject {
    Q_OBJECT

  private slots:
    void statuses_data();
    void statuses();
};

// Battles are written "x>y" (x won), "x=y" (tie), several models of one letter each.
void TestExistence::statuses_data() {
    QTest::addColumn<QString>("battles");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("expected"); // "model status component"
    QTest::newRow("one tie") << "x=y"
                             << ""
                             << "x ok 1, y ok 1";
    QTest::newRow("one win says nothing finite") << "x>y"
                                                 << ""
                                                 << "x unbounded_above 1, y unbounded_below 1";
    QTest::newRow("one win, anchored") << "x>y"
                                       << "y"
                                       << "x unbounded_above 1, y ok 1";
    QTest::newRow("circle") << "x>y y>z z>x"
                            << ""
                            << "x ok 1, y ok 1, z ok 1";
    QTest::newRow("never won") << "x>y y>x x>z y>z"
                               << ""
                               << "x ok 1, y ok 1, z unbounded_below 1";
    QTest::newRow("never lost") << "x>y y>x z>x"
                                << ""
                                << "x ok 1, y ok 1, z unbounded_above 1";
    QTest::newRow("below by way of another")
        << "x=y x>p p>q"
        << ""
        << "x ok 1, y ok 1, p unbounded_below 1, q unbounded_below 1";
    QTest::newRow("two islands, the larger is rated")
        << "p=q x=y y=z"
        << ""
        << "p disconnected 2, q disconnected 2, x ok 1, y ok 1, z ok 1";
    QTest::newRow("two islands, anchored in the smaller")
        << "p=q x=y y=z"
        << "q"
        << "p ok 1, q ok 1, x disconnected 2, y disconnected 2, z disconnected 2";
    QTest::newRow("three islands") << "x=y y=z p>q r=s"
                                   << ""
                                   << "x ok 1, y ok 1, z ok 1, p disconnected 2, q disconnected 2, "
                                      "r disconnected 3, s disconnected 3";
    QTest::newRow("equal islands, more battles are rated")
        << "p=q x=y x=y"
        << ""
        << "p disconnected 2, q disconnected 2, x ok 1, y ok 1";
    QTest::newRow("side branch: both lost to a third, no path between them")
        << "x=y p>x p>q"
        << ""
        << "x ok 1, y ok 1, p unbounded_above 1, q disconnected 2";
    QTest::newRow("two groups, one always better")
        << "x=y y=z x>p y>q p=q"
        << ""
        << "x ok 1, y ok 1, z ok 1, p unbounded_below 1, q unbounded_below 1";
    QTest::newRow("ladder of three") << "x>y y>z"
                                     << ""
                                     << "x unbounded_above 1, y ok 1, z unbounded_below 1";
}

void TestExistence::statuses() {
    QFETCH(QString, battles);
    QFETCH(QString, reference);
    QFETCH(QString, expected);
    ComparisonsBuilder builder;
    for (const QString& battle : battles.split(QLatin1Char(' ')))
        builder.add(battle.left(1).toStdString(), battle.mid(2).toStdString(),
                    battle[1] == QLatin1Char('>') ? 1.0F : 0.5F);
    const Comparisons& c = builder.comparisons();
    const PairTable pairs = countPairs(c, Ties::Half).pairs;
    std::optional<std::uint32_t> index;
    for (std::uint32_t m = 0; m < c.models.size(); ++m)
        if (c.models[m] == reference.toStdString())
            index = m;
    const Existence existence = examineExistence(
        pairs.models, {pairs.first, pairs.second, pairs.pointsFirst, pairs.pointsSecond}, index);
    QStringList out;
    for (std::size_t m = 0; m < c.models.size(); ++m) {
        const std::string_view name = statusName(existence.status[m]);
        out << QStringLiteral("%1 %2 %3")
                   .arg(QString::fromStdString(c.models[m]),
                        QString::fromUtf8(name.data(), static_cast<int>(name.size())))
                   .arg(existence.component[m]);
    }
    QCOMPARE(out.join(QStringLiteral(", ")), expected);
}

QTEST_GUILESS_MAIN(TestExistence)
#include "tst_existence.moc"
