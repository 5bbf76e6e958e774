#include "core/rating/multinomial.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace agon;
using namespace agon::rating;

class TestMultinomial : public QObject {
    Q_OBJECT

  private slots:
    void aliasFollowsTheOdds();
    void moments_data();
    void moments();
    void distributionOfOneCell();
    void repeatable();
};

void TestMultinomial::aliasFollowsTheOdds() {
    const std::vector<double> weights{1, 0, 3, 6, 0};
    const AliasTable table(weights);
    std::vector<double> counts(weights.size());
    Random random(4);
    constexpr int draws = 200000;
    for (int i = 0; i < draws; ++i)
        counts.at(table.sample(random)) += 1;
    for (std::size_t k = 0; k < weights.size(); ++k) {
        const double p = weights[k] / 10;
        QVERIFY(std::abs(counts[k] - draws * p) <= 5 * std::sqrt(draws * p * (1 - p)));
    }
}

void TestMultinomial::moments_data() {
    QTest::addColumn<QList<int>>("cells");
    QTest::newRow("few draws, one by one") << QList<int>{1, 1, 2, 1};
    QTest::newRow("one cell") << QList<int>{500};
    QTest::newRow("small cells") << QList<int>(300, 1);
    QTest::newRow("mixed") << QList<int>{1, 5, 5, 40, 40, 40, 300, 2000, 0, 7};
    QTest::newRow("large cells") << QList<int>{200000, 500000, 1000000};
}

// Sum, means, variances n·p·(1-p) and the covariance -n·p·q of two cells, within five standard
// errors.
void TestMultinomial::moments() {
    QFETCH(QList<int>, cells);
    std::vector<std::uint32_t> multiplicities(cells.begin(), cells.end());
    const Multinomial multinomial(multiplicities);
    const auto n = static_cast<double>(multinomial.draws());
    constexpr int rounds = 6000;
    const std::size_t size = multiplicities.size();
    std::vector<double> sum(size);
    std::vector<double> squares(size);
    double products = 0;
    std::vector<std::uint32_t> counts(size);
    const auto mean = [&](std::size_t k) {
        return static_cast<double>(multiplicities[k]);
    };
    for (int round = 0; round < rounds; ++round) {
        Random random(17, static_cast<std::uint64_t>(round));
        multinomial.draw(random, counts);
        QCOMPARE(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}),
                 multinomial.draws());
        for (std::size_t k = 0; k < size; ++k) {
            const double d = counts[k] - mean(k);
            sum[k] += d;
            squares[k] += d * d;
        }
        products += (counts[0] - mean(0)) * (counts[size - 1] - mean(size - 1));
    }
    for (std::size_t k = 0; k < size; ++k) {
        const double variance = mean(k) * (1 - mean(k) / n);
        QVERIFY(std::abs(sum[k] / rounds) <= 5 * std::sqrt(variance / rounds));
        // The fourth moment of a binomial is 3·variance² + variance·(1 - 6·p·q).
        const double spread = std::sqrt((2 * variance * variance + variance) / rounds);
        QVERIFY(std::abs(squares[k] / rounds - variance) <= 5 * spread);
    }
    if (size > 1) {
        const double covariance = -mean(0) * mean(size - 1) / n;
        const double scale =
            std::sqrt(mean(0) * mean(size - 1) * 2 / rounds) + 1 / std::sqrt(rounds);
        QVERIFY(std::abs(products / rounds - covariance) <= 5 * scale);
    }
}

// χ² of a cell's counts against the binomial masses.
void TestMultinomial::distributionOfOneCell() {
    const std::vector<std::uint32_t> multiplicities{6, 94, 100};
    const Multinomial multinomial(multiplicities);
    constexpr int rounds = 40000;
    std::vector<double> seen(30);
    std::vector<std::uint32_t> counts(3);
    Random random(99);
    for (int round = 0; round < rounds; ++round) {
        multinomial.draw(random, counts);
        seen[std::min<std::size_t>(counts[0], seen.size() - 1)] += 1;
    }
    const double p = 6.0 / 200;
    double chi = 0;
    int cells = 0;
    for (std::size_t k = 0; k < 16; ++k) {
        const auto x = static_cast<double>(k);
        const double mass = std::exp(std::lgamma(201) - std::lgamma(x + 1) - std::lgamma(201 - x) +
                                     x * std::log(p) + (200 - x) * std::log1p(-p));
        chi += std::pow(seen[k] - rounds * mass, 2) / (rounds * mass);
        ++cells;
    }
    QVERIFY2(chi < cells + 5 * std::sqrt(2.0 * cells), qPrintable(QString::number(chi)));
}

void TestMultinomial::repeatable() {
    const std::vector<std::uint32_t> multiplicities(50, 20);
    const Multinomial multinomial(multiplicities);
    std::vector<std::uint32_t> first(50);
    std::vector<std::uint32_t> second(50);
    Random one(7, 3);
    Random two(7, 3);
    Random three(7, 4);
    multinomial.draw(one, first);
    multinomial.draw(two, second);
    QCOMPARE(first, second);
    multinomial.draw(three, second);
    QVERIFY(first != second);
}

QTEST_GUILESS_MAIN(TestMultinomial)
#include "tst_multinomial.moc"
