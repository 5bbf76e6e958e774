// Truth and judges: what is promised as exact is exact, what is chance has the promised chances.
#include "core/judge/merge.h"
#include "core/simulation/simulator.h"

#include <QTest>

#include <cmath>

using namespace agon;
using namespace agon::simulation;

namespace {

SimulatorSpec twoFighters(double first, double second) {
    SimulatorSpec spec;
    spec.seed = 20;
    spec.fighters.push_back({"first", "f", first, {}, {}});
    spec.fighters.push_back({"second", "s", second, {}, {}});
    return spec;
}

SimulatorSpec withJudge(JudgeSpec judge) {
    SimulatorSpec spec = twoFighters(1150, 1050);
    judge.name = "judge";
    judge.family = "j";
    spec.judges.push_back(judge);
    return spec;
}

// Four standard deviations of a share of n draws.
double tolerance(double share, int n) {
    return 4 * std::sqrt(std::max(share * (1 - share), 0.001) / n);
}

GameValue valueOf(const SimulatedGame& game) {
    GameValue out{game.verdict(), game.order, {}, {}, {}};
    out.scoreA = static_cast<float>(game.scoreA);
    out.scoreB = static_cast<float>(game.scoreB);
    out.preferenceA = std::numeric_limits<float>::quiet_NaN();
    return out;
}

Merged bothOrders(const Simulator& simulator, const Seen& a, const Seen& b, std::uint64_t battle) {
    const GameValue games[] = {valueOf(simulator.judge(0, a, b, Order::AB, battle)),
                               valueOf(simulator.judge(0, a, b, Order::BA, battle))};
    return mergeGames(games, Merge::Mean);
}

} // namespace

class TestSimulator : public QObject {
    Q_OBJECT

  private slots:
    void truthIsBradleyTerry_data() {
        QTest::addColumn<double>("ahead");
        QTest::newRow("equal") << 0.0;
        QTest::newRow("100 Elo") << 100.0;
        QTest::newRow("400 Elo: ten to one") << 400.0;
        QTest::newRow("behind") << -250.0;
    }
    void truthIsBradleyTerry() {
        QFETCH(double, ahead);
        const Simulator simulator(twoFighters(1000 + ahead, 1000));
        const double expected = 1 / (1 + std::pow(10, -ahead / 400));
        QVERIFY(std::abs(simulator.pairProbability(0, 1) - expected) < 1e-12);
        constexpr int n = 20000;
        int better = 0;
        for (std::uint32_t i = 0; i < n; ++i) {
            const Item item{i, Category::Math, 1};
            better += simulator.quality(0, item) > simulator.quality(1, item) ? 1 : 0;
        }
        QVERIFY(std::abs(static_cast<double>(better) / n - expected) < tolerance(expected, n));
    }

    void truthIsIntegratedOverInstructionsAndCategories() {
        SimulatorSpec spec = twoFighters(1100, 1000);
        spec.discriminationSpread = 0.5;
        spec.answerSpread = 100;
        spec.fighters[0].offsets[static_cast<std::size_t>(Category::Math)] = -200;
        const Simulator simulator(spec);
        QVERIFY(simulator.pairProbability(0, 1, Category::Math) < 0.5);
        QVERIFY(simulator.pairProbability(0, 1, Category::Coding) > 0.5);
        constexpr int n = 30000;
        int better = 0;
        for (std::uint32_t i = 0; i < n; ++i) {
            const Item item{i, static_cast<Category>(i % categoryCount), 1};
            better += simulator.quality(0, item) > simulator.quality(1, item) ? 1 : 0;
        }
        const double expected = simulator.pairProbability(0, 1);
        QVERIFY(std::abs(static_cast<double>(better) / n - expected) < tolerance(expected, n));
    }

    // What resampling by instruction is for.
    void battlesOfOneInstructionGoTogether() {
        SimulatorSpec spec = twoFighters(1000, 1000);
        spec.fighters.push_back({"third", "t", 1000, {}, {}});
        const Simulator simulator(spec);
        int both = 0;
        int one = 0;
        constexpr int n = 10000;
        for (std::uint32_t i = 0; i < n; ++i) {
            const Item item{i, Category::Stem, 1};
            const double own = simulator.quality(0, item);
            const bool first = own > simulator.quality(1, item);
            const bool second = own > simulator.quality(2, item);
            both += first && second ? 1 : 0;
            one += first ? 1 : 0;
        }
        // independent battles would both be won in a quarter; the best of three wins in a third
        QVERIFY(std::abs(static_cast<double>(one) / n - 0.5) < tolerance(0.5, n));
        QVERIFY(std::abs(static_cast<double>(both) / n - 1.0 / 3) < tolerance(1.0 / 3, n));
    }

    void difficultyIsSharedAndTurnsAreNot() {
        SimulatorSpec spec = twoFighters(1000, 1000);
        spec.answerSpread = 0;
        const Simulator simulator(spec);
        const Item first{3, Category::Math, 1};
        const Item other{4, Category::Math, 1};
        QCOMPARE(simulator.quality(0, first), simulator.quality(1, first));
        QVERIFY(simulator.quality(0, first) != simulator.quality(0, other));
        const Simulator lucky(twoFighters(1000, 1000));
        QVERIFY(lucky.quality(0, first) != lucky.quality(0, {3, Category::Math, 2}));
    }

    void doesNotDependOnWhoElseTakesPart() {
        SimulatorSpec spec = twoFighters(1000, 1100);
        const Simulator before(spec);
        spec.fighters.insert(spec.fighters.begin(), {"new", "n", 900, {}, {}});
        const Simulator after(spec);
        const Item item{17, Category::Writing, 1};
        QCOMPARE(after.quality(1, item), before.quality(0, item));
        QCOMPARE(after.quality(2, item), before.quality(1, item));
        spec.seed = 21;
        QVERIFY(Simulator(spec).quality(1, item) != before.quality(0, item));
    }

    void levelsRiseWithQualityInsideTheScale() {
        const Simulator simulator(twoFighters(1000, 1000));
        double before = 0;
        for (double quality = -500; quality < 3000; quality += 50) {
            const double level = simulator.levelOf(quality);
            QVERIFY(level > before && level > 0.9 && level < 10.1);
            before = level;
        }
        QCOMPARE(simulator.levelOf(1100), 5.5);
    }

    void aPerfectJudgeAgreesWithTheTruth() {
        const Simulator simulator(withJudge({}));
        int decided = 0;
        for (std::uint32_t i = 0; i < 3000; ++i) {
            const Item item{i, Category::Others, 1};
            const Seen a{simulator.level(0, item), 100, false};
            const Seen b{simulator.level(1, item), 900, false};
            const Merged merged = bothOrders(simulator, a, b, i);
            QVERIFY(!merged.flip);
            if (merged.verdict == Verdict::Tie)
                continue;
            ++decided;
            QCOMPARE(merged.verdict == Verdict::A,
                     simulator.quality(0, item) > simulator.quality(1, item));
        }
        QVERIFY(decided > 2000);
    }

    void theExpectedVerdictIsWhatHappens_data() {
        QTest::addColumn<double>("noise");
        QTest::addColumn<double>("position");
        QTest::addColumn<double>("length");
        QTest::addColumn<double>("own");
        QTest::addColumn<double>("levelA");
        QTest::addColumn<double>("levelB");
        QTest::newRow("noise only") << 0.8 << 0.0 << 0.0 << 0.0 << 6.1 << 5.7;
        QTest::newRow("position") << 0.5 << 1.0 << 0.0 << 0.0 << 5.0 << 5.4;
        QTest::newRow("length and family") << 0.7 << 0.2 << 0.4 << 0.3 << 6.0 << 7.0;
        QTest::newRow("at the scale's end") << 1.0 << 0.0 << 0.0 << 0.0 << 9.7 << 9.0;
        QTest::newRow("no noise") << 0.0 << 0.3 << 0.0 << 0.0 << 6.0 << 5.0;
    }
    void theExpectedVerdictIsWhatHappens() {
        QFETCH(double, noise);
        QFETCH(double, position);
        QFETCH(double, length);
        QFETCH(double, own);
        QFETCH(double, levelA);
        QFETCH(double, levelB);
        const Simulator simulator(withJudge({"", "", noise, position, length, own, 0}));
        const Seen a{levelA, 800, true};
        const Seen b{levelB, 250, false};
        const Odds odds = simulator.expectedVerdict(0, a, b);
        QVERIFY(std::abs(odds.a + odds.b + odds.tie - 1) < 1e-12);
        constexpr int n = 20000;
        int won = 0;
        int even = 0;
        for (std::uint64_t i = 0; i < n; ++i) {
            const Merged merged = bothOrders(simulator, a, b, i);
            won += merged.verdict == Verdict::A ? 1 : 0;
            even += merged.verdict == Verdict::Tie ? 1 : 0;
        }
        QVERIFY(std::abs(static_cast<double>(won) / n - odds.a) < tolerance(odds.a, n));
        QVERIFY(std::abs(static_cast<double>(even) / n - odds.tie) < tolerance(odds.tie, n));
    }

    void biasesPushWhereTheySay() {
        const Seen plain{6, 400, false};
        const Seen longer{6, 1600, false};
        const Seen own{6, 400, true};
        const Simulator fair(withJudge({"", "", 0.6, 0, 0, 0, 0}));
        QVERIFY(std::abs(fair.expectedVerdict(0, plain, longer).points() - 0.5) < 1e-12);
        const Simulator lengthy(withJudge({"", "", 0.6, 0, 0.5, 0, 0}));
        QVERIFY(lengthy.expectedVerdict(0, longer, plain).points() > 0.6);
        const Simulator vain(withJudge({"", "", 0.6, 0, 0, 0.5, 0}));
        QVERIFY(vain.expectedVerdict(0, own, plain).points() > 0.6);
        // both orders cancel a bias of position, single games show it
        const Simulator hasty(withJudge({"", "", 0.6, 1, 0, 0, 0}));
        QVERIFY(std::abs(hasty.expectedVerdict(0, plain, plain).points() - 0.5) < 1e-12);
        int first = 0;
        int second = 0;
        for (std::uint64_t i = 0; i < 4000; ++i)
            for (const Order order : {Order::AB, Order::BA}) {
                const Verdict verdict = hasty.judge(0, plain, plain, order, i).verdict();
                first += verdict == (order == Order::AB ? Verdict::A : Verdict::B) ? 1 : 0;
                second += verdict == (order == Order::AB ? Verdict::B : Verdict::A) ? 1 : 0;
            }
        QVERIFY(first > 3 * second);
    }

    void unreadableRepliesHaveTheirShare() {
        const Simulator simulator(withJudge({"", "", 0.5, 0, 0, 0, 0.1}));
        int invalid = 0;
        constexpr int n = 10000;
        for (std::uint64_t i = 0; i < n; ++i)
            invalid +=
                simulator.judge(0, {}, {}, Order::AB, i).verdict() == Verdict::Invalid ? 1 : 0;
        QVERIFY(std::abs(static_cast<double>(invalid) / n - 0.1) < tolerance(0.1, n));
    }

    void theSameBattleIsJudgedTheSameAgain() {
        const Simulator simulator(withJudge({"", "", 1, 0, 0, 0, 0}));
        const Seen a{6, 1, false};
        bool differs = false;
        for (std::uint64_t i = 0; i < 50; ++i) {
            const auto once = simulator.judge(0, a, a, Order::AB, i);
            const auto again = simulator.judge(0, a, a, Order::AB, i);
            QCOMPARE(once.scoreA, again.scoreA);
            QCOMPARE(once.scoreB, again.scoreB);
            differs = differs || once.scoreA != simulator.judge(0, a, a, Order::BA, i).scoreA;
        }
        QVERIFY(differs);
    }
};

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
