// The figures that others have published, from their own files, where those lie beside the
// checkout.
#include "tests/integration/agonctl_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString shared = QStringLiteral(AGON_SHARED_DATA);

QStringList filesIn(const QString& folder) {
    QStringList out;
    const auto entries = QDir(shared + u'/' + folder).entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo& entry : entries)
        out.push_back(entry.filePath());
    return out;
}

} // namespace

class TestRealData : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir m_folder;

    QString imported(const QString& name, const QStringList& files) {
        const QString path = m_folder.filePath(name);
        if (QFile::exists(path))
            return path;
        if (agonctl({u"new"_s, path}).exit != 0)
            qFatal("cannot make a workspace");
        const Said said = agonctl(QStringList{u"import"_s, path} + files);
        if (said.exit != 0)
            qFatal("import ended with %d: %s", said.exit, said.err.constData());
        return path;
    }

  private slots:
    void initTestCase() {
        if (!QDir(shared).exists())
            QSKIP("../shared/data is not there");
    }

    void alpacaEvalLeaderboard_data() {
        QTest::addColumn<double>("winRate");
        QTest::addColumn<double>("standardError");
        QTest::addColumn<int>("total");
        // cot_leaderboard.csv of alpaca_eval; the last row is not in it
        QTest::newRow("Mixtral-8x7B-Instruct-v0.1")
            << 19.937888198757765 << 1.4076743478646596 << 805;
        QTest::newRow("gemini-pro") << 17.039800995024876 << 1.320962077510413 << 804;
        QTest::newRow("vicuna-33b-v1.3") << 13.354037267080743 << 1.1948045933988172 << 805;
        QTest::newRow("alpaca-7b") << 2.422360248447205 << 0.5314153465076921 << 805;
        QTest::newRow("gpt-3.5-turbo-0301") << 6.646 << 0.876 << 805;
    }
    void alpacaEvalLeaderboard() {
        QFETCH(double, winRate);
        QFETCH(double, standardError);
        QFETCH(int, total);
        const QString path =
            imported(u"alpaca.agon"_s, filesIn(u"alpaca_eval/annotations_cot"_s) +
                                           filesIn(u"alpaca_eval/model_outputs"_s));
        const Said said =
            agonctl({u"winrate"_s, path, u"--against"_s, u"gpt4_1106_preview"_s, u"--json"_s});
        QCOMPARE(said.exit, 0);
        bool found = false;
        for (const auto& value : said.json().array()) {
            const QJsonObject row = value.toObject();
            if (row[u"model"_s].toString() != QString::fromLatin1(QTest::currentDataTag()))
                continue;
            found = true;
            QVERIFY(qAbs(row[u"win_rate"_s].toDouble() - winRate) < 0.01);
            QVERIFY(qAbs(row[u"standard_error"_s].toDouble() - standardError) < 0.01);
            QCOMPARE(row[u"total"_s].toInt(), total);
            QCOMPARE(row[u"invalid"_s].toInt(), 805 - total);
        }
        QVERIFY(found);
    }

    void alpacaEvalModels() {
        const QString path =
            imported(u"alpaca.agon"_s, filesIn(u"alpaca_eval/annotations_cot"_s) +
                                           filesIn(u"alpaca_eval/model_outputs"_s));
        int llama = 0;
        int null = 0;
        for (const auto& value : agonctl({u"models"_s, path, u"--json"_s}).json().array()) {
            if (value[u"name"_s].toString() == u"llama-2-70b-chat-hf")
                llama = value[u"responses"_s].toInt();
            if (value[u"name"_s].toString() == u"example")
                null = value[u"responses"_s].toInt();
        }
        QCOMPARE(llama, 804);
        QCOMPARE(null, 805);
    }

    void pandalmAgreement_data() {
        QTest::addColumn<QStringList>("sources");
        QTest::addColumn<int>("battles");
        QTest::addColumn<double>("kappa");
        QTest::newRow("1 and 2") << QStringList{u"human:annotator1"_s, u"human:annotator2"_s} << 999
                                 << 0.852;
        QTest::newRow("1 and 3") << QStringList{u"human:annotator1"_s, u"human:annotator3"_s} << 999
                                 << 0.879;
        QTest::newRow("2 and 3") << QStringList{u"human:annotator2"_s, u"human:annotator3"_s} << 999
                                 << 0.862;
        QTest::newRow("judge and majority")
            << QStringList{u"gpt-3.5-turbo"_s, u"human"_s} << 974 << 0.493;
    }
    void pandalmAgreement() {
        QFETCH(QStringList, sources);
        QFETCH(int, battles);
        QFETCH(double, kappa);
        const QString path = imported(u"pandalm.agon"_s, filesIn(u"pandalm"_s));
        if (QByteArray(QTest::currentDataTag()).startsWith('1'))
            qSwap(sources[0], sources[1]); // κ is symmetric
        const QJsonObject said =
            agonctl(QStringList{u"agree"_s, path, u"--json"_s, u"--between"_s} + sources)
                .json()
                .object();
        QCOMPARE(said[u"battles"_s].toInt(), battles);
        QVERIFY2(qAbs(said[u"kappa"_s].toDouble() - kappa) < 0.0005,
                 qPrintable(QString::number(said[u"kappa"_s].toDouble())));
        if (battles == 974)
            QVERIFY(qAbs(said[u"agreement"_s].toDouble() - 71.6) < 0.05);
    }

    // rating-reference.md B8
    void pandalmRatings() {
        const QString path = imported(u"pandalm.agon"_s, filesIn(u"pandalm"_s));
        const QHash<QString, double> expected{{u"llama-7b"_s, 1125.827},
                                              {u"pythia-6.9b"_s, 1012.788},
                                              {u"bloom-7b"_s, 996.839},
                                              {u"opt-7b"_s, 957.790},
                                              {u"cerebras-gpt-6.7B"_s, 906.756}};
        const Said said = agonctl({u"rate"_s, path, u"--overrides"_s, u"only"_s, u"--intervals"_s,
                                   u"none"_s, u"--json"_s});
        const QJsonArray models = said.json()[u"groups"_s][0][u"models"_s].toArray();
        QCOMPARE(models.size(), expected.size());
        for (const auto& model : models)
            QVERIFY2(qAbs(model[u"rating"_s].toDouble() -
                          expected.value(model[u"name"_s].toString())) < 0.001,
                     qPrintable(model[u"name"_s].toString()));
    }

    void mtBenchPairs() {
        const QString path = imported(u"mt.agon"_s, filesIn(u"mt_bench_pair/model_judgment"_s) +
                                                        filesIn(u"mt_bench_pair"_s) +
                                                        filesIn(u"mt_bench_pair/model_answer"_s));
        const auto count = [&](const QString& where) {
            return agonctl({u"battles"_s, path, u"--json"_s, u"--where"_s, where})
                .json()
                .array()
                .size();
        };
        QCOMPARE(count(u""_s), 75);
        QCOMPARE(count(u"verdict:invalid"_s), 2);
        QCOMPARE(count(u"flip:yes"_s), 18);
        QCOMPARE(count(u"-category:writing"_s) + count(u"category:writing"_s), 75);
    }

    void evalicaGolden_data() {
        QTest::addColumn<QString>("stem");
        QTest::newRow("food") << u"food"_s;
        QTest::newRow("simple") << u"simple"_s;
    }
    void evalicaGolden() {
        QFETCH(QString, stem);
        const QString path =
            imported(stem + u".agon"_s, {shared + u"/evalica/"_s + stem + u".csv"_s});
        QHash<QString, double> elo;
        QHash<QString, double> bt;
        QFile golden(shared + u"/evalica/"_s + stem + u"-golden.csv"_s);
        QVERIFY(golden.open(QIODevice::ReadOnly));
        while (!golden.atEnd()) {
            const QStringList fields = QString::fromUtf8(golden.readLine()).trimmed().split(u',');
            if (fields[0] == u"elo")
                elo[fields[1]] = fields[2].toDouble();
            if (fields[0] == u"bradley_terry")
                bt[fields[1]] = fields[2].toDouble();
        }
        const auto rate = [&](const QString& method) {
            return agonctl({u"rate"_s, path, u"--method"_s, method, u"--intervals"_s, u"none"_s,
                            u"--json"_s})
                .json()[u"groups"_s][0][u"models"_s]
                .toArray();
        };
        for (const auto& model : rate(u"elo"_s))
            QVERIFY(qAbs(model[u"rating"_s].toDouble() - elo[model[u"name"_s].toString()]) < 1e-9);
        // evalica prints strengths that add up to 1
        double sum = 0;
        const QJsonArray models = rate(u"bt"_s);
        const auto strength = [](const QJsonValue& model) {
            return std::pow(10, (model[u"rating"_s].toDouble() - 1000) / 400);
        };
        for (const auto& model : models)
            sum += strength(model);
        for (const auto& model : models) {
            const double expected = bt[model[u"name"_s].toString()];
            const double relative = strength(model) / sum / expected - 1;
            QVERIFY2(qAbs(relative) < 1e-6, qPrintable(QString::number(relative)));
        }
    }
};

QTEST_GUILESS_MAIN(TestRealData)
#include "tst_real_data.moc"
