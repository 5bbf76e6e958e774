#include "core/rating/winrate.h"
#include "golden.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace agon;
using namespace agon::rating;
using namespace agon::test;

class TestWinRate : public QObject {
    Q_OBJECT

  private slots:
    void byHand();
    void unknownModel();
    void alpacaEval_data();
    void alpacaEval();
};

namespace {

Result<std::vector<WinRate>> ratesOf(const TableBuilder& builder, std::string_view against) {
    return winRates(builder.table(), deriveVerdicts(builder.table(), {}), allRows(builder.table()),
                    against);
}

} // namespace

void TestWinRate::byHand() {
    TableBuilder builder;
    builder.battle("x", "base").game("j", Verdict::A);
    builder.battle("base", "x").game("j", Verdict::A);
    builder.battle("base", "x").game("j", Verdict::B);
    builder.battle("x", "base").game("j", Verdict::Bad);
    builder.battle("x", "base").game("j", Verdict::Invalid);
    builder.battle("x", "base"); // nobody has judged
    builder.battle("x", "y").game("j", Verdict::B);
    builder.battle("base", "base").game("j", Verdict::A);
    builder.battle("y", "base").game("j", Verdict::B, Order::AB, 0.25F);
    const auto rates = ratesOf(builder, "base");
    QVERIFY(rates.has_value());
    QCOMPARE(rates->size(), std::size_t{2});
    const WinRate& x = rates->at(0);
    QCOMPARE(x.model, std::string("x"));
    QCOMPARE(x.wins, 2);
    QCOMPARE(x.losses, 1);
    QCOMPARE(x.ties, 1);
    QCOMPARE(x.invalid, 1);
    QCOMPARE(x.total, 4);
    QCOMPARE(x.winRate, 62.5);
    // Points 1, 0, 1, ½: the squares about 0.625 add up to 0.6875.
    QVERIFY(std::abs(x.standardError - 100 * std::sqrt(0.6875 / 3 / 4)) < 1e-9);
    const WinRate& y = rates->at(1);
    QCOMPARE(y.winRate, 25.0);
    QCOMPARE(y.losses, 1);
    QVERIFY(std::isnan(y.standardError));
}

void TestWinRate::unknownModel() {
    TableBuilder builder;
    builder.battle("x", "y").game("j", Verdict::A);
    QVERIFY(ratesOf(builder, "z").error().code == ErrorCode::NotFound);
    builder.battle("z", "z").game("j", Verdict::A);
    QVERIFY(ratesOf(builder, "z").error().code == ErrorCode::InvalidInput);
}

void TestWinRate::alpacaEval_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<double>("winRate");
    QTest::addColumn<double>("standardError");
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("wins");
    // cot_leaderboard.csv of AlpacaEval; the last from its annotations, which it does not list.
    QTest::newRow("Mixtral-8x7B-Instruct-v0.1")
        << "Mixtral-8x7B-Instruct-v0.1" << 19.937888198757765 << 1.4076743478646596 << 805 << 160;
    QTest::newRow("gemini-pro") << "gemini-pro" << 17.039800995024876 << 1.320962077510413 << 804
                                << 135;
    QTest::newRow("vicuna-33b-v1.3")
        << "vicuna-33b-v1.3" << 13.354037267080743 << 1.1948045933988172 << 805 << 106;
    QTest::newRow("alpaca-7b") << "alpaca-7b" << 2.422360248447205 << 0.5314153465076921 << 805
                               << 18;
    QTest::newRow("gpt-3.5-turbo-0301") << "gpt-3.5-turbo-0301" << 6.646 << 0.876 << 805 << -1;
}

void TestWinRate::alpacaEval() {
    QFETCH(QString, model);
    QFETCH(double, winRate);
    QFETCH(double, standardError);
    QFETCH(int, total);
    QFETCH(int, wins);
    QFile file(sharedFile(QStringLiteral("alpaca_eval/annotations_cot/%1.json").arg(model)));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the shared data is not here");
    TableBuilder builder;
    QByteArray bytes = file.readAll();
    bytes.replace("NaN", "null");
    const auto rows = QJsonDocument::fromJson(bytes).array();
    QVERIFY(!rows.isEmpty());
    for (const auto& value : rows) {
        const QJsonObject row = value.toObject();
        const QJsonValue preference = row[QStringLiteral("preference")];
        builder.battle(row[QStringLiteral("generator_1")].toString().toStdString(),
                       row[QStringLiteral("generator_2")].toString().toStdString());
        if (const double p = preference.toDouble(-1); p >= 1 && p <= 2)
            builder.game("judge",
                         p > 1.5   ? Verdict::B
                         : p < 1.5 ? Verdict::A
                                   : Verdict::Tie,
                         Order::AB, static_cast<float>(2 - p));
        else if (p == 0)
            builder.game("judge", Verdict::Tie, Order::AB, 0.5F);
        else
            builder.game("judge", Verdict::Invalid);
    }
    const auto rates = ratesOf(builder, "gpt4_1106_preview");
    QVERIFY(rates.has_value());
    QCOMPARE(rates->size(), std::size_t{1});
    const WinRate& rate = rates->front();
    QCOMPARE(QString::fromStdString(rate.model), model);
    QCOMPARE(rate.total, total);
    QVERIFY2(std::abs(rate.winRate - winRate) < 0.001,
             qPrintable(QString::number(rate.winRate, 'g', 10)));
    QVERIFY(std::abs(rate.standardError - standardError) < 0.001);
    if (wins >= 0)
        QCOMPARE(rate.wins, wins);
}

QTEST_GUILESS_MAIN(TestWinRate)
#include "tst_winrate.moc"
