#include "core/rating/agreement.h"
#include "golden.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace agon;
using namespace agon::rating;
using namespace agon::test;

namespace {

QJsonArray jsonRows(const QString& path) {
    QFile file(sharedFile(path));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).array();
}

Verdict pandaVerdict(int number) {
    return number == 1 ? Verdict::A : number == 2 ? Verdict::B : Verdict::Tie;
}

Result<Agreement> between(const BattleTable& table, std::string_view x, std::string_view y) {
    return agreementBetween(table, TRY(resolveSource(table, x)), TRY(resolveSource(table, y)),
                            allRows(table));
}

} // namespace

class TestAgreement : public QObject {
    Q_OBJECT

  private slots:
    void kappaByHand();
    void whatDoesNotCount();
    void undefined();
    void sources();
    void pandaLm();
};

void TestAgreement::kappaByHand() {
    // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: the textbook's κ = 0.4.
    std::vector<Verdict> x;
    std::vector<Verdict> y;
    const auto add = [&](Verdict first, Verdict second, int times) {
        x.insert(x.end(), static_cast<std::size_t>(times), first);
        y.insert(y.end(), static_cast<std::size_t>(times), second);
    };
    add(Verdict::A, Verdict::A, 20);
    add(Verdict::A, Verdict::B, 5);
    add(Verdict::B, Verdict::A, 10);
    add(Verdict::B, Verdict::B, 15);
    const Agreement textbook = agreementOf(x, y);
    QCOMPARE(textbook.battles, 50);
    QCOMPARE(*textbook.agreement, 70.0);
    QCOMPARE(*textbook.kappa, 0.4);
    add(Verdict::Tie, Verdict::Bad, 10); // the same
    add(Verdict::A, Verdict::Tie, 40);
    const Agreement withTies = agreementOf(x, y);
    QCOMPARE(*withTies.agreement, 45.0);
    QCOMPARE(*withTies.agreementWithoutTies, 70.0);
    QCOMPARE(withTies.confusion[0][2], 40);
    // Rows 65, 25, 10, columns 30, 20, 50: chance is 0.295.
    QVERIFY(std::abs(*withTies.kappa - (0.45 - 0.295) / (1 - 0.295)) < 1e-12);
    const Agreement turned = agreementOf(y, x);
    QCOMPARE(*turned.kappa, *withTies.kappa);
    QCOMPARE(turned.confusion[2][0], 40);
}

void TestAgreement::whatDoesNotCount() {
    const std::vector<Verdict> x{Verdict::A, Verdict::Invalid, Verdict::None, Verdict::B};
    const std::vector<Verdict> y{Verdict::A, Verdict::A, Verdict::A, Verdict::None};
    QCOMPARE(agreementOf(x, y).battles, 1);
}

void TestAgreement::undefined() {
    QVERIFY(!agreementOf({}, {}).agreement);
    const std::vector<Verdict> x{Verdict::Tie, Verdict::Tie};
    const Agreement alike = agreementOf(x, x);
    QCOMPARE(*alike.agreement, 100.0);
    QVERIFY(!alike.agreementWithoutTies);
    QVERIFY(!alike.kappa); // chance alone agrees always
}

void TestAgreement::sources() {
    TableBuilder builder;
    builder.battle("x", "y").game("gpt", Verdict::A).game("anna", Verdict::B);
    builder.vote("anna", Verdict::B).vote("ben", Verdict::B).vote("carl", Verdict::A);
    builder.battle("x", "y").game("gpt", Verdict::Tie);
    builder.vote("ben", Verdict::Bad);
    const BattleTable& table = builder.table();
    std::vector<std::string> names;
    for (const VerdictSource source : sourcesOf(table))
        names.push_back(sourceName(table, source));
    QCOMPARE(names, (std::vector<std::string>{"judge:gpt", "judge:anna", "human", "human:anna",
                                              "human:ben", "human:carl"}));
    for (const VerdictSource source : sourcesOf(table))
        QVERIFY(resolveSource(table, sourceName(table, source)).value() == source);
    QCOMPARE(sourceName(table, resolveSource(table, "gpt").value()), std::string("judge:gpt"));
    QVERIFY(resolveSource(table, "anna").error().code == ErrorCode::InvalidInput);
    const auto nobody = resolveSource(table, "nobody");
    QVERIFY(nobody.error().code == ErrorCode::NotFound);
    QVERIFY(nobody.error().message.find("judge:gpt, ") != std::string::npos);

    using V = std::vector<Verdict>;
    const auto says = [&](std::string_view name) {
        return verdictsOf(table, resolveSource(table, name).value());
    };
    QCOMPARE(says("judge:gpt"), (V{Verdict::A, Verdict::Tie}));
    QCOMPARE(says("human"), (V{Verdict::B, Verdict::Bad}));
    QCOMPARE(says("human:carl"), (V{Verdict::A, Verdict::None}));
    QCOMPARE(between(table, "gpt", "human")->battles, 2);
    QCOMPARE(*between(table, "gpt", "human")->agreement, 50.0);
    QVERIFY(!between(table, "human:carl", "human:nobody"));
    const std::vector<std::uint32_t> second{1};
    QVERIFY(!agreementBetween(table, resolveSource(table, "gpt").value(),
                              resolveSource(table, "carl").value(), second));
}

// Published by PandaLM: Cohen's κ of its annotators .852, .879, .862; its GPT-3.5 judge against
// their majority 71.6 %, κ .493, over the 974 rows that parse.
void TestAgreement::pandaLm() {
    const auto people = jsonRows(QStringLiteral("pandalm/testset-v1.json"));
    const auto judged = jsonRows(QStringLiteral("pandalm/gpt-3.5-turbo-testset-v1.json"));
    if (people.isEmpty() || judged.isEmpty())
        QSKIP("the shared data is not here");
    std::map<int, QString> said;
    for (const auto& value : judged)
        said[value.toObject()[QStringLiteral("idx")].toInt()] =
            value.toObject()[QStringLiteral("gpt_result")].toString();
    TableBuilder builder;
    for (const auto& value : people) {
        const QJsonObject row = value.toObject();
        const QString result = said[row[QStringLiteral("idx")].toInt()];
        builder.battle("one", "two");
        builder.game("gpt-3.5", result == QStringLiteral("1")     ? Verdict::A
                                : result == QStringLiteral("2")   ? Verdict::B
                                : result == QStringLiteral("Tie") ? Verdict::Tie
                                                                  : Verdict::Invalid);
        for (int i = 1; i <= 3; ++i)
            builder.vote(std::to_string(i),
                         pandaVerdict(row[QStringLiteral("annotator%1").arg(i)].toInt()));
    }
    const BattleTable& table = builder.table();
    QVERIFY(std::abs(*between(table, "1", "2")->kappa - 0.852) < 0.0005);
    QVERIFY(std::abs(*between(table, "1", "3")->kappa - 0.879) < 0.0005);
    QVERIFY(std::abs(*between(table, "2", "3")->kappa - 0.862) < 0.0005);
    const auto judge = between(table, "judge:gpt-3.5", "human");
    QCOMPARE(judge->battles, 974);
    QVERIFY(std::abs(*judge->agreement - 71.6) < 0.05);
    QVERIFY(std::abs(*judge->kappa - 0.493) < 0.0005);
}

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
