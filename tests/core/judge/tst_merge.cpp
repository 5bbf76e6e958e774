// The merge of two games, juries and human votes, case by case from method.md §4 and §5.
#include "core/judge/merge.h"

#include <QTest>

#include <cmath>

using namespace agon;

namespace {

// "a", "b", "=", "x" (both bad), "!" (invalid); "8:6" scores; "0.7" a soft preference.
GameValue gameOf(const QString& word) {
    GameValue out;
    if (word.contains(u':')) {
        out.scoreA = word.section(u':', 0, 0).toFloat();
        out.scoreB = word.section(u':', 1, 1).toFloat();
        out.verdict = out.scoreA > out.scoreB   ? Verdict::A
                      : out.scoreA < out.scoreB ? Verdict::B
                                                : Verdict::Tie;
        return out;
    }
    if (word.contains(u'.')) {
        out.preferenceA = word.toFloat();
        out.verdict = out.preferenceA > 0.5F   ? Verdict::A
                      : out.preferenceA < 0.5F ? Verdict::B
                                               : Verdict::Tie;
        return out;
    }
    out.verdict = word == u"a"   ? Verdict::A
                  : word == u"b" ? Verdict::B
                  : word == u"=" ? Verdict::Tie
                  : word == u"x" ? Verdict::Bad
                                 : Verdict::Invalid;
    return out;
}

std::vector<GameValue> gamesOf(const QString& words) {
    std::vector<GameValue> out;
    const auto list = words.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < list.size(); ++i) {
        out.push_back(gameOf(list[i]));
        out.back().order = i % 2 == 0 ? Order::AB : Order::BA;
    }
    return out;
}

constexpr double none = -1;

} // namespace

class TestMerge : public QObject {
    Q_OBJECT

  private slots:
    void games_data() {
        QTest::addColumn<QString>("games");
        QTest::addColumn<Merge>("rule");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<double>("gap");    // -1: none
        QTest::addColumn<double>("points"); // -1: none
        QTest::addColumn<bool>("flip");
        const auto row = [](const char* name, const char* games, Merge rule, Verdict verdict,
                            double gap, double points, bool flip) {
            QTest::newRow(name) << QString::fromLatin1(games) << rule << verdict << gap << points
                                << flip;
        };
        row("no games", "", Merge::Mean, Verdict::None, none, none, false);
        row("mean of scores", "9:6 6:8", Merge::Mean, Verdict::A, 0.5, 1, true);
        row("equal means", "8:6 6:8", Merge::Mean, Verdict::Tie, 0, 0.5, true);
        row("both say b", "4:7 5:7", Merge::Mean, Verdict::B, 2.5, 0, false);
        row("letters agree", "a a", Merge::Mean, Verdict::A, none, 1, false);
        row("letters flip", "a b", Merge::Mean, Verdict::Tie, none, 0.5, true);
        row("a win and a tie", "a =", Merge::Mean, Verdict::A, none, 1, false);
        row("one game", "b", Merge::Mean, Verdict::B, none, 0, false);
        row("scores and a letter have no gap", "8:6 a", Merge::Mean, Verdict::A, none, 1, false);
        row("one invalid", "9:2 !", Merge::Mean, Verdict::Invalid, none, none, false);
        row("all invalid", "! !", Merge::Mean, Verdict::Invalid, none, none, false);
        row("both bad", "x x", Merge::Mean, Verdict::Bad, none, 0.5, false);
        row("bad and a tie", "x =", Merge::Mean, Verdict::Tie, none, 0.5, false);
        row("soft", "0.75", Merge::Mean, Verdict::A, none, 0.75, false);
        row("soft games", "0.75 0.25", Merge::Mean, Verdict::Tie, none, 0.5, true);
        row("agree", "a a", Merge::Agree, Verdict::A, none, 1, false);
        row("winners differ", "a b", Merge::Agree, Verdict::Tie, none, 0.5, true);
        row("either ties", "a =", Merge::Agree, Verdict::Tie, none, 0.5, false);
        row("agree with scores", "9:6 6:8", Merge::Agree, Verdict::Tie, 0.5, 0.5, true);
        row("agree, one invalid", "a !", Merge::Agree, Verdict::Invalid, none, none, false);
        row("separate halves", "a b", Merge::Separate, Verdict::Tie, none, 0.5, true);
        row("separate leaves invalid out", "a !", Merge::Separate, Verdict::A, none, 1, false);
        row("separate, all invalid", "! !", Merge::Separate, Verdict::Invalid, none, none, false);
        row("separate keeps games apart", "9:6 6:8", Merge::Separate, Verdict::A, 0.5, 0.5, true);
    }
    void games() {
        QFETCH(QString, games);
        QFETCH(Merge, rule);
        QFETCH(Verdict, verdict);
        QFETCH(double, gap);
        QFETCH(double, points);
        QFETCH(bool, flip);
        const Merged merged = mergeGames(gamesOf(games), rule);
        QCOMPARE(merged.verdict, verdict);
        QCOMPARE(merged.flip, flip);
        QCOMPARE(std::isnan(merged.gap) ? none : static_cast<double>(merged.gap), gap);
        QCOMPARE(std::isnan(merged.pointsA) ? none : static_cast<double>(merged.pointsA), points);
    }

    // Exchanging the sides exchanges the verdict and nothing else.
    void swappingSides() {
        for (const char* words : {"9:6 6:8", "a =", "0.75 0.25", "b b", "x =", "a !", "0.9"})
            for (const Merge rule : {Merge::Mean, Merge::Agree, Merge::Separate}) {
                auto games = gamesOf(QString::fromLatin1(words));
                const Merged before = mergeGames(games, rule);
                for (GameValue& game : games) {
                    game.verdict = swapped(game.verdict);
                    std::swap(game.scoreA, game.scoreB);
                    game.preferenceA = 1 - game.preferenceA;
                }
                const Merged after = mergeGames(games, rule);
                QCOMPARE(after.verdict, swapped(before.verdict));
                QCOMPARE(after.flip, before.flip);
                QCOMPARE(std::isnan(after.gap), std::isnan(before.gap));
                if (!std::isnan(before.pointsA))
                    QCOMPARE(after.pointsA, 1 - before.pointsA);
            }
    }

    void juries_data() {
        QTest::addColumn<QString>("judges"); // one word a judge
        QTest::addColumn<Jury>("rule");
        QTest::addColumn<Verdict>("verdict");
        const auto row = [](const char* name, const char* judges, Jury rule, Verdict verdict) {
            QTest::newRow(name) << QString::fromLatin1(judges) << rule << verdict;
        };
        row("majority", "a a b", Jury::Majority, Verdict::A);
        row("no plurality", "a b", Jury::Majority, Verdict::Tie);
        row("three ways", "a b =", Jury::Majority, Verdict::Tie);
        row("ties are the most", "= = a", Jury::Majority, Verdict::Tie);
        row("invalid is left out", "a ! !", Jury::Majority, Verdict::A);
        row("all invalid", "! !", Jury::Majority, Verdict::Invalid);
        row("all bad", "x x", Jury::Majority, Verdict::Bad);
        row("bad counts as a tie", "x = a", Jury::Majority, Verdict::Tie);
        row("one judge", "b", Jury::Majority, Verdict::B);
        row("mean of points", "a = =", Jury::Mean, Verdict::A);
        row("mean is even", "a b", Jury::Mean, Verdict::Tie);
    }
    void juries() {
        QFETCH(QString, judges);
        QFETCH(Jury, rule);
        QFETCH(Verdict, verdict);
        std::vector<Merged> merged;
        for (const GameValue& game : gamesOf(judges))
            merged.push_back(mergeGames({&game, 1}, Merge::Mean));
        QCOMPARE(foldJury(merged, rule).verdict, verdict);
    }

    void votes_data() {
        QTest::addColumn<QString>("votes");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<bool>("conflict");
        QTest::newRow("none") << QString() << Verdict::None << false;
        QTest::newRow("one") << QStringLiteral("b") << Verdict::B << false;
        QTest::newRow("plurality") << QStringLiteral("a a b") << Verdict::A << true;
        QTest::newRow("split") << QStringLiteral("a b") << Verdict::Tie << true;
        QTest::newRow("three ways") << QStringLiteral("a b =") << Verdict::Tie << true;
        QTest::newRow("all bad") << QStringLiteral("x x") << Verdict::Bad << false;
        QTest::newRow("agreed tie") << QStringLiteral("= =") << Verdict::Tie << false;
    }
    void votes() {
        QFETCH(QString, votes);
        QFETCH(Verdict, verdict);
        QFETCH(bool, conflict);
        std::vector<Verdict> list;
        for (const GameValue& game : gamesOf(votes))
            list.push_back(game.verdict);
        const HumanVerdict human = foldVotes(list);
        QCOMPARE(human.verdict, verdict);
        QCOMPARE(human.conflict, conflict);
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
