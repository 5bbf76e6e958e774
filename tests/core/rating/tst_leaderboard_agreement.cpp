#include "core/rating/leaderboard_agreement.h"
#include "golden.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace agon;
using namespace agon::rating;
using namespace agon::test;

using Board = std::vector<LeaderboardEntry>;

class TestLeaderboardAgreement : public QObject {
    Q_OBJECT

  private slots:
    void byHand();
    void tiedRanks();
    void touchingIsNotSeparated();
    void paperTable3_data();
    void paperTable3();
    void errors_data();
    void errors();
};

void TestLeaderboardAgreement::byHand() {
    const Board reference{{"a", 1300, 1290, 1310},
                          {"b", 1200, 1190, 1210},
                          {"c", 1100, 1090, 1110},
                          {"d", 1095, 1085, 1105},
                          {"other", 900, 890, 910}};
    const Board ours{{"a", 50, 48, 52},
                     {"b", 60, 58, 62},
                     {"c", 40, 30, 49},
                     {"d", 30, 29, 31},
                     {"mine", 1, 0, 2}};
    const auto result = compareLeaderboards(ours, reference);
    QVERIFY(result.has_value());
    QCOMPARE(result->models, 4);
    QCOMPARE(result->pairs, 6);
    QCOMPARE(result->separated, 5); // all but c, d
    // a-b reversed, a-c overlaps, a-d, b-c, b-d agree.
    QCOMPARE(result->humanAgreement, 40.0);
    QVERIFY(std::abs(result->differentiation - 100.0 * 4 / 6) < 1e-9);
    QVERIFY(std::abs(result->spearman - 80.0) < 1e-9); // one swap of neighbours among four
    QVERIFY(std::abs(result->average - (40.0 + 400.0 / 6 + 80.0) / 3) < 1e-9);
    QCOMPARE(result->unmatched, (std::vector<std::string>{"mine", "other"}));
}

void TestLeaderboardAgreement::tiedRanks() {
    const Board x{{"a", 3, 3, 3}, {"b", 2, 2, 2}, {"c", 2, 2, 2}, {"d", 1, 1, 1}};
    const Board y{{"a", 9, 9, 9}, {"b", 8, 8, 8}, {"c", 7, 7, 7}, {"d", 6, 6, 6}};
    // Ranks 4, 2.5, 2.5, 1 against 4, 3, 2, 1: 4.5 / √(4.5 · 5).
    QVERIFY(std::abs(compareLeaderboards(x, y)->spearman - 100 * 4.5 / std::sqrt(22.5)) < 1e-9);
}

void TestLeaderboardAgreement::touchingIsNotSeparated() {
    const Board x{{"a", 3, 2, 4}, {"b", 1, 0, 2}};
    const Board y{{"a", 3, 2.5, 4}, {"b", 1, 0, 2}};
    QCOMPARE(compareLeaderboards(x, y)->differentiation, 0.0);
    QCOMPARE(compareLeaderboards(y, y)->differentiation, 100.0);
}

void TestLeaderboardAgreement::paperTable3_data() {
    QTest::addColumn<QString>("set");
    for (const char* set : {"mix", "diverse", "hard"})
        QTest::newRow(set) << QString::fromUtf8(set);
}

// Table 3 of arXiv 2407.10627 from its Table 4.
void TestLeaderboardAgreement::paperTable3() {
    QFETCH(QString, set);
    QFile file(sharedFile(QStringLiteral("paper/figures.json")));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the shared data is not here");
    const QJsonObject figures = QJsonDocument::fromJson(file.readAll()).object();
    Board ours;
    Board reference;
    for (const auto& value : figures[QStringLiteral("table4_23_models")].toArray()) {
        const QJsonObject row = value.toObject();
        const auto entry = [&](const QString& column) {
            const QJsonObject cell = row[column].toObject();
            const double elo = cell[QStringLiteral("elo")].toDouble();
            return LeaderboardEntry{row[QStringLiteral("model")].toString().toStdString(), elo,
                                    elo - cell[QStringLiteral("minus")].toDouble(),
                                    elo + cell[QStringLiteral("plus")].toDouble()};
        };
        ours.push_back(entry(set));
        reference.push_back(entry(QStringLiteral("lmsys")));
    }
    const auto result = compareLeaderboards(ours, reference);
    QVERIFY(result.has_value());
    QCOMPARE(result->models, 23);
    QCOMPARE(result->pairs, 253);
    QCOMPARE(result->separated, 224);
    const QJsonObject expected =
        figures[QStringLiteral("table3_expected")].toObject()[set].toObject();
    const auto near = [&](double value, const QString& name) {
        return std::abs(value - expected[name].toDouble()) < 0.02;
    };
    QVERIFY(near(result->spearman, QStringLiteral("spearman")));
    QVERIFY(near(result->humanAgreement, QStringLiteral("agreement")));
    QVERIFY(near(result->differentiation, QStringLiteral("differentiation")));
    QVERIFY(near(result->average, QStringLiteral("avg")));
}

void TestLeaderboardAgreement::errors_data() {
    QTest::addColumn<QString>("message");
    QTest::newRow("nan") << "reference leaderboard, model \"a\": the rating is not a finite number";
    QTest::newRow("unordered") << "does not contain the rating";
    QTest::newRow("bound") << "not a number";
    QTest::newRow("twice") << "listed twice";
    QTest::newRow("strangers") << "no model in common";
    QTest::newRow("one") << "one model in common";
    QTest::newRow("nothing separated") << "separates no two models";
    QTest::newRow("all alike") << "all ratings of a leaderboard are alike";
}

void TestLeaderboardAgreement::errors() {
    QFETCH(QString, message);
    const QString what = QString::fromUtf8(QTest::currentDataTag());
    Board ours{{"a", 3, 3, 3}, {"b", 1, 1, 1}};
    Board reference = ours;
    if (what == QStringLiteral("nan"))
        reference[0].rating = std::nan("");
    if (what == QStringLiteral("unordered"))
        reference[0].lower = 4;
    if (what == QStringLiteral("bound"))
        ours[1].upper = std::nan("");
    if (what == QStringLiteral("twice"))
        ours.push_back(ours[0]);
    if (what == QStringLiteral("strangers"))
        reference[0].model = reference[1].model = "c", reference.pop_back();
    if (what == QStringLiteral("one"))
        reference.pop_back();
    if (what == QStringLiteral("nothing separated"))
        reference[0].lower = 0;
    if (what == QStringLiteral("all alike"))
        ours[0] = {"a", 1, 1, 1};
    const auto result = compareLeaderboards(ours, reference);
    QVERIFY(!result);
    const QString text = QString::fromStdString(result.error().message);
    QVERIFY2(text.contains(message), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestLeaderboardAgreement)
#include "tst_leaderboard_agreement.moc"
