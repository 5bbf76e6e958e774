// What is said about a battle: texts of turns, quotations, flips, history.
#include "ui/battles/battle_quotes.h"
#include "ui/battles/judge_rationale.h"
#include "ui/battles/override_history.h"
#include "ui/battles/sitting.h"

#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;

namespace {

Override happened(std::int64_t id, const char* by, std::optional<Verdict> verdict,
                  const char* note = "", std::int64_t undoes = 0) {
    Override out;
    out.id = {id};
    out.by = by;
    out.verdict = verdict;
    out.note = note;
    if (undoes > 0)
        out.undoes = OverrideId{undoes};
    out.at = {1'700'000'000'000 + id};
    return out;
}

Game game(std::int64_t id, Order order, Verdict verdict) {
    Game out;
    out.id = {id};
    out.judge = {1};
    out.judgeName = "judge";
    out.order = order;
    out.verdict = verdict;
    return out;
}

} // namespace

class TestBattleWords : public QObject {
    Q_OBJECT

  private slots:
    void showsTheTurnThatWasJudged() {
        Battle battle;
        battle.instruction.id = {1};
        battle.instruction.turns = {"first?", "second?"};
        battle.a.turns = {"one", "two"};
        battle.turn = 2;
        QCOMPARE(instructionText(battle), std::string("second?"));
        QCOMPARE(answerText(battle, Side::A, false), std::string("two"));
        QVERIFY(hasEarlierTurns(battle));
        QCOMPARE(conversationText(battle), std::string("Turn 1\nfirst?\n\nTurn 2\nsecond?"));
        QCOMPARE(answerText(battle, Side::A, true),
                 std::string("**Turn 1**\n\none\n\n---\n\n**Turn 2**\n\ntwo"));
        // fewer answers than turns: the last one there is
        battle.a.turns = {"one"};
        QCOMPARE(answerText(battle, Side::A, false), std::string("one"));
    }

    void saysWhyThereIsNoAnswer() {
        Battle battle;
        QVERIFY(whyNoAnswer(battle, Side::A).contains(QStringLiteral("without texts")));
        battle.instruction.id = {1};
        battle.a.turns = {"  \n"};
        QVERIFY(whyNoAnswer(battle, Side::A).contains(QStringLiteral("answered nothing")));
        battle.a.marks = marks::textUnknown;
        QVERIFY(whyNoAnswer(battle, Side::A).contains(QStringLiteral("judged elsewhere")));
        battle.b.turns = {"words"};
        QCOMPARE(whyNoAnswer(battle, Side::B), QString());
    }

    void findsQuotes_data() {
        QTest::addColumn<QString>("explanation");
        QTest::addColumn<QString>("found"); // words:number:sides, in order
        const auto row = [](const char* name, const char* explanation, const char* found) {
            QTest::newRow(name) << QString::fromUtf8(explanation) << QString::fromUtf8(found);
        };
        // A: It does `not` have a *return statement*, said l’un.  B: missing return statement
        row("curly marks", "A says “does not have”.", "does not have:1:A");
        row("straight marks", "It says \"does not have\".", "does not have:1:A");
        row("single marks", "It says 'does not have'.", "does not have:1:A");
        row("both answers", "Both say “return statement”.", "return statement:1:AB");
        row("only B", "B: “missing return”", "missing return:1:B");
        row("full stop inside", "It says “does not have.”", "does not have:1:A");
        row("line breaks of the answer", "“a return statement, said”",
            "a return statement, said:1:A");
        row("not there", "“never written”", "");
        row("too short", "“a”", "");
        row("apostrophes are no marks", "It's the judge's own way to say it isn't so", "");
        row("left open", "He says “does not have", "");
        row("same words, same number", "“does not have” and “missing return” and “does not have”",
            "does not have:1:A missing return:2:B does not have:1:A");
        row("other case is no quotation", "“DOES NOT HAVE”", "");
    }
    void findsQuotes() {
        QFETCH(QString, explanation);
        QStringList found;
        for (const Quote& quote : findQuotes(
                 explanation, QStringLiteral("It does `not` have\na *return statement*, said"),
                 QStringLiteral("missing return statement"))) {
            QVERIFY(explanation.sliced(quote.begin, quote.length).contains(quote.words));
            found.append(QStringLiteral("%1:%2:%3%4")
                             .arg(quote.words)
                             .arg(quote.number)
                             .arg(quote.inA ? QStringLiteral("A") : QString(),
                                  quote.inB ? QStringLiteral("B") : QString()));
        }
        QTEST(found.join(u' '), "found");
    }

    void numbersGoOnThroughTheGames() {
        Battle battle;
        battle.a.turns = {"the first thing"};
        battle.b.turns = {"the other thing"};
        battle.games = {game(1, Order::AB, Verdict::A), game(2, Order::BA, Verdict::B)};
        battle.games[0].explanation = "“the first thing”";
        battle.games[1].explanation = "“the other thing” and “the first thing”";
        const auto quotes = battleQuotes(battle);
        QCOMPARE(quotes[0].quotes[0].number, 1);
        QCOMPARE(quotes[1].quotes[0].number, 2);
        QCOMPARE(quotes[1].quotes[1].number, 1);
        QCOMPARE(distinctQuotes(quotes).size(), 2);
    }

    void saysHowTheJudgeFlips_data() {
        QTest::addColumn<int>("ab");
        QTest::addColumn<int>("ba");
        QTest::addColumn<QString>("says");
        QTest::newRow("first") << int(Verdict::A) << int(Verdict::B)
                               << QStringLiteral("read first");
        QTest::newRow("last") << int(Verdict::B) << int(Verdict::A) << QStringLiteral("read last");
        QTest::newRow("agree") << int(Verdict::A) << int(Verdict::A) << QString();
        QTest::newRow("tie") << int(Verdict::A) << int(Verdict::Tie) << QString();
    }
    void saysHowTheJudgeFlips() {
        QFETCH(int, ab);
        QFETCH(int, ba);
        QFETCH(QString, says);
        Battle battle;
        battle.games = {game(1, Order::AB, static_cast<Verdict>(ab)),
                        game(2, Order::BA, static_cast<Verdict>(ba))};
        const auto judges = judgesOf(battle, Merge::Mean);
        QCOMPARE(judges.size(), std::size_t{1});
        const QString sentence = flipSentence(judges[0]);
        QCOMPARE(sentence.isEmpty(), says.isEmpty());
        QVERIFY(sentence.contains(says));
    }

    void supersededGamesDoNotCount() {
        Battle battle;
        battle.games = {game(1, Order::AB, Verdict::B), game(2, Order::AB, Verdict::A)};
        battle.games[0].superseded = true;
        const auto judges = judgesOf(battle, Merge::Mean);
        QCOMPARE(judges[0].games.size(), std::size_t{1});
        QCOMPARE(judges[0].superseded.size(), std::size_t{1});
        QCOMPARE(judges[0].merged.verdict, Verdict::A);
    }

    void tellsTheHistory() {
        Battle battle;
        battle.overrides = {
            happened(1, "jonas", Verdict::B, "no"), happened(2, "mira", Verdict::Tie),
            happened(3, "mira", std::nullopt, "", 2), happened(4, "mira", Verdict::A, "yes")};
        const auto entries = historyOf(battle, QDateTime::currentDateTime());
        QCOMPARE(entries.size(), std::size_t{3}); // what takes back is told with what it took back
        QCOMPARE(entries[0].who, QStringLiteral("mira"));
        QVERIFY(entries[0].counts && !entries[0].undone);
        QVERIFY(entries[1].undone && !entries[1].counts);
        QCOMPARE(entries[1].verdict, Verdict::Tie);
        QVERIFY(entries[2].counts); // of another person
        QCOMPARE(entries[2].note, QStringLiteral("no"));
    }

    void anUndoneVoteLeavesTheOneBefore() {
        Battle battle;
        battle.overrides = {happened(1, "mira", Verdict::A, "kept"),
                            happened(2, "mira", Verdict::B),
                            happened(3, "mira", Verdict::A, "", 2)};
        const Override* mine = latestVote(battle, "mira");
        QVERIFY(mine);
        QCOMPARE(mine->verdict, Verdict::A);
        QCOMPARE(mine->note, std::string("kept"));
        battle.overrides.push_back(happened(4, "mira", std::nullopt));
        QVERIFY(!latestVote(battle, "mira"));
        QVERIFY(!latestVote(battle, "jonas"));
    }

    void measuresTheSitting() {
        Sitting sitting;
        std::int64_t now = 1'700'000'000'000;
        sitting.add(1, {now});
        sitting.add(2, {now += 10'000});
        QVERIFY(!sitting.secondsEach());    // too early to say
        sitting.add(3, {now += 3'600'000}); // a pause
        sitting.add(4, {now += 12'000});
        sitting.add(5, {now += 12'000});
        QCOMPARE(sitting.secondsEach().value_or(0), 12.0);
        sitting.add(5, {now += 1000}); // again: not twice
        QCOMPARE(sitting.count(), 5);
        sitting.remove(5);
        QCOMPARE(sitting.ids(), (std::vector<std::uint32_t>{1, 2, 3, 4}));
    }
};

QTEST_MAIN(TestBattleWords)
#include "tst_battle_words.moc"
