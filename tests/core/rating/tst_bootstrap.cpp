#include "core/base/random.h"
#include "core/rating/bootstrap.h"
#include "tables.h"

#include <QTest>

#include <cmath>

using namespace agon;
using namespace agon::rating;
using namespace agon::test;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// Models of known strength on shared instructions; every pair meets once on each. With `echo` all
// pairs' battles on an instruction are decided by one common draw, so that they are one
// observation.
Comparisons arena(std::uint32_t instructions, bool echo, std::uint64_t seed) {
    Random random(seed);
    Comparisons out;
    out.models = {"m0", "m1", "m2", "m3"};
    for (std::uint32_t k = 0; k < instructions; ++k) {
        const double common = random.uniform();
        for (std::uint16_t a = 0; a < 4; ++a)
            for (std::uint16_t b = a; ++b < 4;) {
                const double p = 1 / (1 + std::exp((a - b) * 0.4));
                out.a.push_back(a);
                out.b.push_back(b);
                out.pointsA.push_back((echo ? common : random.uniform()) < p ? 1.0F : 0.0F);
                out.cluster.push_back(k);
            }
    }
    out.clusters = instructions;
    return out;
}

Rounds roundsOf(const Comparisons& c, const BootstrapOptions& options) {
    BradleyTerryOptions fitOptions{options.prior, std::nullopt};
    if (options.anchor)
        fitOptions.reference = options.anchor->model;
    const auto fit = fitBradleyTerry(countPairs(foldedByBattle(c), options.ties).pairs, fitOptions);
    auto rounds = bootstrapBradleyTerry(c, fit.value(), options);
    return std::move(rounds).value();
}

double width(const Interval& interval) {
    return interval.upper - interval.lower;
}

} // namespace

class TestBootstrap : public QObject {
    Q_OBJECT

  private slots:
    void quantiles();
    void sameNumbersOnAnyThreads_data();
    void sameNumbersOnAnyThreads();
    void widthsAreTheTheoretical();
    void clusteredIsWiderWhereInstructionsAreShared();
    void clusterPathsAgree();
    void anchorStandsStill();
    void divergentRounds();
    void unboundedInEveryRound();
    void fallsBackToBattles();
    void gamesOfABattleStayTogether();
    void differencesComeFromTheSameRounds();
    void priorMakesRoundsFinite();
    void elo();
    void cancels();
    void reportsProgress();
};

// numpy.percentile of the same values.
void TestBootstrap::quantiles() {
    const Interval i = percentileInterval({5, 1, 4, 2, 3});
    QCOMPARE(i.median, 3.0);
    QVERIFY(std::abs(i.lower - 1.1) < 1e-12);
    QVERIFY(std::abs(i.upper - 4.9) < 1e-12);
    const Interval unknown = percentileInterval({1, 2, std::nan(""), 3});
    QCOMPARE(unknown.median, 2.0);
    QCOMPARE(unknown.lower, -infinity);
    QCOMPARE(unknown.upper, infinity);
    std::vector<double> many(1000, 7.0);
    many[3] = -infinity;
    QCOMPARE(percentileInterval(many).lower, 7.0); // one round in a thousand is beyond 2.5 %
    many.assign(100, 7.0);
    for (std::size_t k = 0; k < 3; ++k)
        many[k] = infinity;
    QCOMPARE(percentileInterval(many).upper, infinity);
    QCOMPARE(percentileInterval(many).median, 7.0);
}

void TestBootstrap::sameNumbersOnAnyThreads_data() {
    QTest::addColumn<int>("unit");
    QTest::newRow("instruction") << static_cast<int>(Unit::Instruction);
    QTest::newRow("battle") << static_cast<int>(Unit::Battle);
}

void TestBootstrap::sameNumbersOnAnyThreads() {
    QFETCH(int, unit);
    const Comparisons c = arena(60, false, 1);
    BootstrapOptions options;
    options.rounds = 45; // not a multiple of a block
    options.unit = static_cast<Unit>(unit);
    options.seed = 12;
    options.threads = 1;
    const Rounds alone = roundsOf(c, options);
    options.threads = 4;
    const Rounds together = roundsOf(c, options);
    QCOMPARE(alone.rating, together.rating);
    options.seed = 13;
    QVERIFY(roundsOf(c, options).rating != alone.rating);
    options.seed = 12;
    options.rounds = 20; // the first rounds do not depend on how many follow
    const Rounds fewer = roundsOf(c, options);
    QVERIFY(std::equal(fewer.rating.begin(), fewer.rating.end(), alone.rating.begin()));
}

// Two models, n battles: the log odds have the deviation √(1/wins + 1/losses).
void TestBootstrap::widthsAreTheTheoretical() {
    Comparisons c = ComparisonsBuilder().series("x", "y", 600, 400).comparisons();
    for (std::uint32_t k = 0; k < c.size(); ++k)
        c.cluster.push_back(k / 2); // clusters of two equal outcomes: twice the variance
    c.clusters = static_cast<std::uint32_t>(c.size() / 2);
    BootstrapOptions options;
    options.rounds = 4000;
    options.unit = Unit::Battle;
    const double sd = pointsPerTheta * std::sqrt(1.0 / 600 + 1.0 / 400);
    const double expected = 2 * 1.959964 * sd;
    const double byBattle = width(roundsOf(c, options).difference(0, 1));
    QVERIFY2(std::abs(byBattle / expected - 1) < 0.05, qPrintable(QString::number(byBattle)));
    options.unit = Unit::Instruction;
    const double byInstruction = width(roundsOf(c, options).difference(0, 1));
    QVERIFY2(std::abs(byInstruction / expected / std::sqrt(2.0) - 1) < 0.05,
             qPrintable(QString::number(byInstruction)));
}

void TestBootstrap::clusteredIsWiderWhereInstructionsAreShared() {
    BootstrapOptions options;
    options.rounds = 600;
    const auto ratio = [&](const Comparisons& c) {
        options.unit = Unit::Instruction;
        const double clustered = width(roundsOf(c, options).difference(0, 3));
        options.unit = Unit::Battle;
        return clustered / width(roundsOf(c, options).difference(0, 3));
    };
    const double echoed = ratio(arena(200, true, 2));
    const double independent = ratio(arena(200, false, 2));
    QVERIFY2(echoed > 1.3, qPrintable(QString::number(echoed)));
    QVERIFY2(std::abs(independent - 1) < 0.15, qPrintable(QString::number(independent)));
}

// Every battle an instruction of its own is the bootstrap by battle.
void TestBootstrap::clusterPathsAgree() {
    Comparisons c = arena(80, false, 4);
    for (std::uint32_t k = 0; k < c.size(); ++k)
        c.cluster[k] = k;
    c.clusters = static_cast<std::uint32_t>(c.size());
    BootstrapOptions options;
    options.rounds = 50;
    const Rounds clustered = roundsOf(c, options);
    options.unit = Unit::Battle;
    QCOMPARE(clustered.rating, roundsOf(c, options).rating);
    QVERIFY(clustered.unit == Unit::Instruction);
}

void TestBootstrap::anchorStandsStill() {
    BootstrapOptions options;
    options.rounds = 40;
    options.anchor = AnchorIndex{2, 1100};
    const Rounds rounds = roundsOf(arena(60, false, 1), options);
    for (std::size_t r = 0; r < rounds.rounds; ++r)
        QCOMPARE(rounds.at(r, 2), 1100.0);
    QCOMPARE(width(rounds.interval(2)), 0.0);
    options.anchor.reset();
    const Rounds centred = roundsOf(arena(60, false, 1), options);
    for (std::size_t r = 0; r < centred.rounds; ++r)
        QVERIFY(std::abs(centred.at(r, 0) + centred.at(r, 1) + centred.at(r, 2) + centred.at(r, 3) -
                         4000) < 1e-6);
}

// y won once in n battles: a share (1 - 1/n)^n ≈ 1/e of the rounds has no win of y.
void TestBootstrap::divergentRounds() {
    const Comparisons c = ComparisonsBuilder().series("x", "y", 199, 1).comparisons();
    BootstrapOptions options;
    options.rounds = 4000;
    options.unit = Unit::Battle;
    options.anchor = AnchorIndex{0, 1000};
    const Rounds rounds = roundsOf(c, options);
    const double share = static_cast<double>(rounds.divergent) / 4000;
    QVERIFY2(std::abs(share - std::pow(1 - 1.0 / 200, 200)) < 0.04,
             qPrintable(QString::number(share)));
    const Interval y = rounds.interval(1);
    QCOMPARE(y.lower, -infinity);
    QVERIFY(std::isfinite(y.median) && std::isfinite(y.upper));
    QVERIFY(std::isfinite(rounds.interval(0).lower));
}

// A model that is unbounded in the data does not make rounds divergent.
void TestBootstrap::unboundedInEveryRound() {
    const Comparisons c =
        ComparisonsBuilder().series("x", "y", 50, 50).series("x", "z", 30, 0).comparisons();
    BootstrapOptions options;
    options.rounds = 40;
    options.unit = Unit::Battle;
    const Rounds rounds = roundsOf(c, options);
    QCOMPARE(rounds.divergent, 0);
    for (std::size_t r = 0; r < rounds.rounds; ++r) {
        QVERIFY(std::isfinite(rounds.at(r, 0)));
        QCOMPARE(rounds.at(r, 2), -infinity);
    }
}

void TestBootstrap::fallsBackToBattles() {
    BootstrapOptions options;
    options.rounds = 10;
    QVERIFY(roundsOf(fourModels(), options).unit == Unit::Battle);
    options.unit = Unit::Game;
    QVERIFY(roundsOf(fourModels(), options).unit == Unit::Battle);
}

// Two equal games a battle: by battle twice the variance of by game.
void TestBootstrap::gamesOfABattleStayTogether() {
    Comparisons c = ComparisonsBuilder().series("x", "y", 600, 400).comparisons();
    c.weight.assign(c.size(), 0.5F);
    for (std::uint32_t k = 0; k < c.size(); ++k)
        c.battle.push_back(k / 2);
    c.battles = static_cast<std::uint32_t>(c.size() / 2);
    BootstrapOptions options;
    options.rounds = 4000;
    options.unit = Unit::Game;
    const Rounds games = roundsOf(c, options);
    QVERIFY(games.unit == Unit::Game);
    options.unit = Unit::Battle;
    const double ratio =
        width(roundsOf(c, options).difference(0, 1)) / width(games.difference(0, 1));
    QVERIFY2(std::abs(ratio / std::sqrt(2.0) - 1) < 0.06, qPrintable(QString::number(ratio)));
}

void TestBootstrap::differencesComeFromTheSameRounds() {
    Rounds rounds;
    rounds.rounds = 3;
    rounds.models = 2;
    rounds.rating = {1000, 990, 1100, 1090, 1200, 1190};
    QCOMPARE(width(rounds.difference(0, 1)), 0.0);
    QCOMPARE(rounds.difference(1, 0).median, -10.0);
    rounds.rating = {infinity, infinity, 1100, 1090, 1200, 1190};
    QCOMPARE(rounds.difference(0, 1).lower, -infinity); // nothing is known of the first round
    QCOMPARE(rounds.difference(0, 1).upper, infinity);
}

void TestBootstrap::priorMakesRoundsFinite() {
    const Comparisons c = ComparisonsBuilder().series("x", "y", 19, 1).comparisons();
    BootstrapOptions options;
    options.rounds = 100;
    options.prior = 0.5;
    const Rounds rounds = roundsOf(c, options);
    QCOMPARE(rounds.divergent, 0);
    QVERIFY(std::isfinite(rounds.interval(1).lower));
}

void TestBootstrap::elo() {
    BootstrapOptions options;
    options.rounds = 60;
    options.threads = 1;
    options.anchor = AnchorIndex{0, 1100};
    const Comparisons c = arena(100, false, 6);
    const auto alone = bootstrapElo(c, {}, options);
    QVERIFY(alone.has_value());
    options.threads = 3;
    QCOMPARE(bootstrapElo(c, {}, options)->rating, alone->rating);
    QCOMPARE(alone->interval(0).median, 1100.0);
    QVERIFY(width(alone->interval(3)) > 0);
    QVERIFY(alone->unit == Unit::Instruction);
}

void TestBootstrap::cancels() {
    std::stop_source stop;
    stop.request_stop();
    const Comparisons c = arena(50, false, 1);
    const auto fit = fitBradleyTerry(countPairs(c, Ties::Half).pairs);
    const auto rounds = bootstrapBradleyTerry(c, *fit, {}, stop.get_token());
    QVERIFY(!rounds);
    QVERIFY(rounds.error().code == ErrorCode::Cancelled);
}

void TestBootstrap::reportsProgress() {
    const Comparisons c = arena(50, false, 1);
    const auto fit = fitBradleyTerry(countPairs(c, Ties::Half).pairs);
    BootstrapOptions options;
    options.threads = 1;
    Progress last;
    const auto rounds =
        bootstrapBradleyTerry(c, *fit, options, {}, [&](const Progress& p) { last = p; });
    QVERIFY(rounds.has_value());
    QCOMPARE(last.done, 100U);
    QCOMPARE(last.total, 100U);
}

QTEST_GUILESS_MAIN(TestBootstrap)
#include "tst_bootstrap.moc"
