#include "core/base/random.h"
#include "core/rating/bootstrap.h"
#include "core/rating/bradley_terry.h"
#include "golden.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace agon;
using namespace agon::rating;
using namespace agon::test;

namespace {

std::map<std::string, double> ratingsByName(const Comparisons& c,
                                            const BradleyTerryOptions& options = {},
                                            Ties ties = Ties::Half) {
    const auto fit = fitBradleyTerry(countPairs(c, ties).pairs, options);
    std::map<std::string, double> out;
    if (!fit)
        return out;
    const auto ratings = ratingsOf(fit->theta, std::nullopt);
    for (std::size_t m = 0; m < ratings.size(); ++m)
        out[c.models[m]] = ratings[m];
    return out;
}

double furthest(const std::map<std::string, double>& x, const std::map<std::string, double>& y) {
    double most = x.size() == y.size() ? 0 : 1e9;
    for (const auto& [name, value] : x)
        most = std::max(most, std::abs(value - y.at(name)));
    return most;
}

// A random arena in which everybody meets everybody.
Comparisons randomArena(int models, int battles, std::uint64_t seed) {
    Random random(seed);
    ComparisonsBuilder out;
    for (int i = 0; i < battles; ++i) {
        const auto n = static_cast<std::uint64_t>(models);
        const auto a = random.below(n);
        const auto b = (a + 1 + random.below(n - 1)) % n;
        const double d = (static_cast<double>(a) - static_cast<double>(b)) * 0.3;
        const bool tie = random.uniform() < 0.2;
        const bool win = random.uniform() < 1 / (1 + std::exp(-d));
        out.add("m" + std::to_string(a), "m" + std::to_string(b), tie ? 0.5F : win ? 1.0F : 0.0F);
    }
    return out.comparisons();
}

} // namespace

class TestBradleyTerry : public QObject {
    Q_OBJECT

  private slots:
    void twoModelsInClosedForm();
    void fourModels_data();
    void fourModels();
    void arenaRankExample();
    void evalicaGolden_data();
    void evalicaGolden();
    void pandaLm();
    void likelihoodIsFlatAtTheFit();
    void softPreferences();
    void symmetries();
    void extremeCounts();
    void longChain();
    void ratesOnlyTheComponent();
    void priorRatesEverybody();
    void anchorShifts();
    void refitsAsItFits();
};

void TestBradleyTerry::twoModelsInClosedForm() {
    const auto r = ratingsByName(ComparisonsBuilder().series("x", "y", 3, 1).comparisons());
    const double half = 200 * std::log10(3.0);
    QVERIFY(std::abs(r.at("x") - (1000 + half)) < 1e-9);
    QVERIFY(std::abs(r.at("y") - (1000 - half)) < 1e-9);
}

void TestBradleyTerry::fourModels_data() {
    QTest::addColumn<bool>("drop");
    QTest::addColumn<double>("prior");
    QTest::addColumn<QList<double>>("expected"); // a, b, c, d; see tables.h for their origin
    QTest::newRow("ties as half") << false << 0.0
                                  << QList<double>{1087.305815158, 933.749422642, 1125.418019132,
                                                   853.526743069};
    QTest::newRow("ties dropped") << true << 0.0
                                  << QList<double>{1122.917260594, 935.288241410, 1163.498020161,
                                                   778.296477836};
    QTest::newRow("prior of two") << false << 2.0
                                  << QList<double>{1077.850272447, 938.397462347, 1117.098048283,
                                                   866.654216923};
}

void TestBradleyTerry::fourModels() {
    QFETCH(bool, drop);
    QFETCH(double, prior);
    QFETCH(QList<double>, expected);
    BradleyTerryOptions options;
    options.prior = prior;
    const auto r = ratingsByName(test::fourModels(), options, drop ? Ties::Drop : Ties::Half);
    const char* names[] = {"a", "b", "c", "d"};
    for (int i = 0; i < 4; ++i)
        QVERIFY(std::abs(r.at(names[i]) - expected[i]) < 2e-9 * 1000);
}

// The example of Wikipedia's article on the model, which arena-rank tests against: p to 3 digits.
void TestBradleyTerry::arenaRankExample() {
    const Comparisons c = ComparisonsBuilder()
                              .series("A", "B", 2, 3)
                              .series("A", "D", 1, 4)
                              .series("B", "C", 5, 3)
                              .series("C", "D", 1, 3)
                              .comparisons();
    const auto r = ratingsByName(c);
    const std::map<std::string, double> p{{"A", 0.640}, {"B", 1.043}, {"C", 0.660}, {"D", 2.270}};
    for (const auto& [name, value] : p)
        QVERIFY(std::abs(std::pow(10, (r.at(name) - 1000) / 400) - value) < 1e-3);
}

void TestBradleyTerry::evalicaGolden_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("food") << QStringLiteral("food");
    QTest::newRow("simple") << QStringLiteral("simple");
}

// evalica 0.4.2, its golden files: algorithm bradley_terry, p that add up to 1.
void TestBradleyTerry::evalicaGolden() {
    QFETCH(QString, name);
    const auto comparisons = evalicaComparisons(name);
    if (!comparisons)
        QSKIP("the shared data is not here");
    const auto golden = test::evalicaGolden(name, QStringLiteral("bradley_terry"));
    const auto ratings = ratingsByName(*comparisons);
    QCOMPARE(golden.size(), ratings.size());
    double sum = 0;
    for (const auto& [model, rating] : ratings)
        sum += std::pow(10, rating / 400);
    for (const auto& [model, rating] : ratings) {
        const double p = std::pow(10, rating / 400) / sum;
        QVERIFY2(std::abs(p / golden.at(model) - 1) < 1e-6, model.c_str());
    }
}

// The majority of three annotators; values of rating-reference.md, to 3 digits.
void TestBradleyTerry::pandaLm() {
    QFile file(sharedFile(QStringLiteral("pandalm/testset-v1.json")));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the shared data is not here");
    ComparisonsBuilder builder;
    const auto rows = QJsonDocument::fromJson(file.readAll()).array();
    for (const auto& value : rows) {
        const QJsonObject row = value.toObject();
        const auto models = row[QStringLiteral("cmp_key")].toString().split(QLatin1Char('_'));
        Verdict votes[3];
        for (int i = 0; i < 3; ++i) {
            const int vote = row[QStringLiteral("annotator%1").arg(i + 1)].toInt();
            votes[i] = vote == 1 ? Verdict::A : vote == 2 ? Verdict::B : Verdict::Tie;
        }
        const Verdict verdict = foldVotes(votes).verdict;
        builder.add(models[0].toStdString(), models[1].toStdString(),
                    verdict == Verdict::A   ? 1.0F
                    : verdict == Verdict::B ? 0.0F
                                            : 0.5F);
    }
    const std::map<std::string, double> expected{{"llama-7b", 1125.827},
                                                 {"pythia-6.9b", 1012.788},
                                                 {"bloom-7b", 996.839},
                                                 {"opt-7b", 957.790},
                                                 {"cerebras-gpt-6.7B", 906.756}};
    QVERIFY(furthest(ratingsByName(builder.comparisons()), expected) < 6e-4);
}

void TestBradleyTerry::likelihoodIsFlatAtTheFit() {
    const Comparisons c = randomArena(12, 3000, 5);
    const PairTable pairs = countPairs(c, Ties::Half).pairs;
    const auto fit = fitBradleyTerry(pairs);
    QVERIFY(fit.has_value());
    std::vector<double> gradient(pairs.models, 0.0);
    for (std::size_t k = 0; k < pairs.size(); ++k) {
        const double d = fit->theta[pairs.first[k]] - fit->theta[pairs.second[k]];
        const double expected = (pairs.pointsFirst[k] + pairs.pointsSecond[k]) / (1 + std::exp(-d));
        gradient[pairs.first[k]] += pairs.pointsFirst[k] - expected;
        gradient[pairs.second[k]] -= pairs.pointsFirst[k] - expected;
    }
    for (const double g : gradient)
        QVERIFY(std::abs(g) < 1e-9);
}

void TestBradleyTerry::softPreferences() {
    // 4 battles at 0.75 say as much as 3 wins and 1 loss.
    const auto soft = ratingsByName(ComparisonsBuilder().add("x", "y", 0.75F, 4).comparisons());
    const auto hard = ratingsByName(ComparisonsBuilder().series("x", "y", 3, 1).comparisons());
    QVERIFY(furthest(soft, hard) < 1e-9);
}

void TestBradleyTerry::symmetries() {
    const Comparisons c = randomArena(9, 800, 3);
    const auto original = ratingsByName(c);

    Comparisons reversed = c;
    std::reverse(reversed.a.begin(), reversed.a.end());
    std::reverse(reversed.b.begin(), reversed.b.end());
    std::reverse(reversed.pointsA.begin(), reversed.pointsA.end());
    QVERIFY(furthest(original, ratingsByName(reversed)) < 1e-9);

    Comparisons renumbered = c; // model m becomes 8 - m
    std::reverse(renumbered.models.begin(), renumbered.models.end());
    for (auto& a : renumbered.a)
        a = static_cast<std::uint16_t>(8 - a);
    for (auto& b : renumbered.b)
        b = static_cast<std::uint16_t>(8 - b);
    QVERIFY(furthest(original, ratingsByName(renumbered)) < 1e-9);

    Comparisons swappedSides = c;
    std::swap(swappedSides.a, swappedSides.b);
    for (auto& points : swappedSides.pointsA)
        points = 1 - points;
    QVERIFY(furthest(original, ratingsByName(swappedSides)) < 1e-9);

    Comparisons doubled = c;
    doubled.a.insert(doubled.a.end(), c.a.begin(), c.a.end());
    doubled.b.insert(doubled.b.end(), c.b.begin(), c.b.end());
    doubled.pointsA.insert(doubled.pointsA.end(), c.pointsA.begin(), c.pointsA.end());
    QVERIFY(furthest(original, ratingsByName(doubled)) < 1e-9);

    Comparisons weighted = c;
    weighted.weight.assign(c.size(), 0.25F);
    QVERIFY(furthest(original, ratingsByName(weighted)) < 1e-9);
}

void TestBradleyTerry::extremeCounts() {
    const auto r = ratingsByName(ComparisonsBuilder().series("x", "y", 200000, 1).comparisons());
    QVERIFY(std::abs(r.at("x") - r.at("y") - 400 * std::log10(200000.0)) < 1e-6);
}

// Each beats the next 3 : 1, so that the whole ladder is known.
void TestBradleyTerry::longChain() {
    constexpr int models = 120;
    ComparisonsBuilder builder;
    for (int i = 0; i + 1 < models; ++i)
        builder.series("m" + std::to_string(i), "m" + std::to_string(i + 1), 3, 1);
    const auto r = ratingsByName(builder.comparisons());
    for (int i = 0; i + 1 < models; ++i) {
        const double d = r.at("m" + std::to_string(i)) - r.at("m" + std::to_string(i + 1));
        QVERIFY(std::abs(d - 400 * std::log10(3.0)) < 1e-6);
    }
}

void TestBradleyTerry::ratesOnlyTheComponent() {
    const Comparisons c = ComparisonsBuilder()
                              .series("x", "y", 3, 1)
                              .series("x", "loser", 5, 0)
                              .series("y", "loser", 5, 0)
                              .comparisons();
    const auto fit = fitBradleyTerry(countPairs(c, Ties::Half).pairs);
    QVERIFY(fit.has_value());
    QVERIFY(std::isnan(fit->theta[2]));
    QVERIFY(std::abs(fit->theta[0] - std::log(3.0) / 2) < 1e-9);
    QVERIFY(std::abs(fit->theta[0] + fit->theta[1]) < 1e-12);
}

void TestBradleyTerry::priorRatesEverybody() {
    BradleyTerryOptions options;
    options.prior = 1;
    const Comparisons c =
        ComparisonsBuilder().series("x", "y", 5, 0).add("p", "q", 1).comparisons();
    const auto fit = fitBradleyTerry(countPairs(c, Ties::Half).pairs, options);
    QVERIFY(fit.has_value());
    QVERIFY(fit->existence.allOk());
    QVERIFY(fit->theta[0] > fit->theta[2] && fit->theta[2] > 0);
    QVERIFY(std::abs(fit->theta[0] + fit->theta[1]) < 1e-9);
}

void TestBradleyTerry::anchorShifts() {
    const std::vector<double> theta{0.5, -0.5};
    const auto ratings = ratingsOf(theta, AnchorIndex{1, 1100});
    QCOMPARE(ratings[1], 1100.0);
    QVERIFY(std::abs(ratings[0] - 1100 - pointsPerTheta) < 1e-9);
    QVERIFY(std::abs(pointsPerTheta - 400 / std::log(10.0)) < 1e-12);
}

// Refitting other points from afar gives what fitting them anew gives.
void TestBradleyTerry::refitsAsItFits() {
    const PairTable start = countPairs(randomArena(10, 2000, 1), Ties::Half).pairs;
    const auto fit = fitBradleyTerry(start);
    QVERIFY(fit.has_value());
    Refitter refitter(start, {}, *fit);
    Random random(8);
    for (const double spread : {0.02, 0.5, 0.99}) {
        PairTable other = start;
        for (std::size_t k = 0; k < other.size(); ++k) {
            other.pointsFirst[k] *= 1 + spread * (2 * random.uniform() - 1);
            other.pointsSecond[k] *= 1 + spread * (2 * random.uniform() - 1);
        }
        const auto expected = fitBradleyTerry(other);
        QVERIFY(expected.has_value());
        const auto outcome = refitter.refit(other.pointsFirst, other.pointsSecond);
        QVERIFY(outcome.finite);
        for (std::size_t m = 0; m < other.models; ++m)
            QVERIFY(std::abs(outcome.theta[m] - expected->theta[m]) < 1e-8);
    }
}

QTEST_GUILESS_MAIN(TestBradleyTerry)
#include "tst_bradley_terry.moc"
