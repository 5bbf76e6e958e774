// Answers and the judge's words: what is claimed about a text is true of it.
#include "core/simulation/answer.h"
#include "core/simulation/verdict_text.h"
#include "core/text/judge_syntax.h"
#include "core/text/marks.h"
#include "core/text/repair.h"

#include <QTest>

#include <set>

using namespace agon;
using namespace agon::simulation;

namespace {

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// The contents of all “…”.
std::vector<std::string> quotesOf(std::string_view text) {
    constexpr std::string_view open = "“";
    constexpr std::string_view close = "”";
    std::vector<std::string> out;
    for (std::size_t at = text.find(open); at != std::string_view::npos;
         at = text.find(open, at + 1)) {
        const std::size_t begin = at + open.size();
        out.emplace_back(text.substr(begin, text.find(close, begin) - begin));
    }
    return out;
}

constexpr Style plain{0.5, false, false, false};
constexpr Style fussy{1.0, true, true, true};

} // namespace

class TestAnswer : public QObject {
    Q_OBJECT

  private slots:
    void everyTask_data() {
        QTest::addColumn<int>("category");
        for (std::size_t i = 0; i < categoryCount; ++i)
            QTest::newRow(std::string(categoryNames[i]).c_str()) << static_cast<int>(i);
    }
    void everyTask() {
        QFETCH(int, category);
        Random random(5, static_cast<std::uint64_t>(category));
        for (int n = 0; n < 150; ++n) {
            const Task task = makeTask(static_cast<Category>(category), random);
            QCOMPARE(static_cast<int>(task.category), category);
            QVERIFY(!task.turns.empty() && task.turns.size() <= 3);
            for (const TurnTask& turn : task.turns)
                checkTurn(turn, task.language, random);
        }
    }

    void sameStreamSameText() {
        for (const std::uint64_t seed : {1U, 2U}) {
            Random one(seed);
            Random two(seed);
            const Task a = makeTask(Category::Others, one);
            const Task b = makeTask(Category::Others, two);
            QCOMPARE(a.turns.front().prompt, b.turns.front().prompt);
            QCOMPARE(writeAnswer(a.turns.front(), a.language, fussy, 6, Mishap::None, one).text,
                     writeAnswer(b.turns.front(), b.language, fussy, 6, Mishap::None, two).text);
        }
    }

    void thereIsSomethingForEveryView() {
        Random random(9);
        std::set<std::string> seen;
        int several = 0;
        int most = 0;
        for (int n = 0; n < 900; ++n) {
            const Task task = makeTask(static_cast<Category>(n % 9), random);
            several += task.turns.size() > 1 ? 1 : 0;
            most = std::max(most, static_cast<int>(task.turns.size()));
            std::string text;
            for (const TurnTask& turn : task.turns)
                text += turn.prompt +
                        writeAnswer(turn, task.language, fussy, 9, Mishap::None, random).text;
            for (const char* what : {"```python", "```cpp", "```java", "```sql", "```json", "|---",
                                     "$$", "## ", "\n- ", "\n1. ", "**", "> "})
                if (contains(text, what))
                    seen.insert(what);
            seen.insert(task.language == Language::Arabic    ? "arabic"
                        : task.language == Language::Chinese ? "chinese"
                        : task.language == Language::German  ? "german"
                                                             : "english");
        }
        QCOMPARE(seen.size(), std::size_t{16});
        QCOMPARE(most, 3);
        QVERIFY(several > 150 && several < 500);
    }

    void mishapsAreMarkedAndCost() {
        Random random(3);
        const Task task = makeTask(Category::Math, random);
        const auto write = [&](Mishap mishap) {
            return writeAnswer(task.turns.front(), task.language, plain, 8, mishap, random);
        };
        QCOMPARE(write(Mishap::Empty).text, std::string());
        QCOMPARE(write(Mishap::Refused).marks, marks::refused);
        const Answer cut = write(Mishap::Cut);
        QCOMPARE(cut.marks, marks::cut);
        QVERIFY(cut.text.size() < write(Mishap::None).text.size());
        QVERIFY(findJudgeSyntax(write(Mishap::Cheats).text).has_value());
        QVERIFY(!findJudgeSyntax(write(Mishap::None).text).has_value());
        for (const Mishap mishap : {Mishap::Empty, Mishap::Refused, Mishap::Cut, Mishap::Cheats}) {
            QVERIFY(levelAfter(8, mishap) < 8);
            QVERIFY(levelAfter(1.1, mishap) >= 1);
        }
    }

    void aCutNeverSplitsACharacter() {
        Random random(4);
        for (int n = 0; n < 400; ++n) {
            const Task task = makeTask(Category::Others, random);
            const Answer answer =
                writeAnswer(task.turns.front(), task.language, plain, 7, Mishap::Cut, random);
            QVERIFY(!repairText(answer.text).changed());
            checkFindings(answer);
        }
    }

    void repliesNameTheScoresInTheOrderShown() {
        const std::string text = reply("Because.", 8, 6);
        QCOMPARE(text, std::string("Because.\n\nScore-A: 8\nScore-B: 6"));
        Random random(8);
        for (int n = 0; n < 40; ++n) {
            const UnreadableReply unreadable = unreadableReply("One. Two.", random);
            QVERIFY(!unreadable.error.empty() && !unreadable.raw.empty());
        }
    }

    void thePromptHoldsAllTurns() {
        const std::string questions[] = {"Q one", "Q two"};
        const std::string a[] = {"A one", "A {answer_b}"};
        const std::string b[] = {"B one", "B two"};
        const std::string prompt = promptFor(questions, a, b);
        for (const char* what : {"Q one", "Q two", "A one", "A {answer_b}", "B one", "B two"})
            QVERIFY(contains(prompt, what));
        QVERIFY(prompt.find("A one") < prompt.find("B one"));
    }

  private:
    static void checkFindings(const Answer& answer) {
        QVERIFY(!answer.findings.empty());
        for (const Finding& finding : answer.findings) {
            QVERIFY(!finding.remark.empty());
            QVERIFY2(contains(answer.text, finding.quote), finding.quote.c_str());
            QVERIFY2(!contains(finding.quote, "\n") && !contains(finding.quote, "“"),
                     finding.quote.c_str());
        }
    }

    static void checkTurn(const TurnTask& turn, Language language, Random& random) {
        QVERIFY(!turn.prompt.empty() && !turn.result.empty() && !turn.wrongBecause.empty());
        QVERIFY2(turn.result != turn.wrongResult, turn.prompt.c_str());
        QVERIFY(contains(turn.result, turn.rightQuote) &&
                contains(turn.wrongResult, turn.wrongQuote));
        std::vector<Answer> answers;
        for (const double level : {1.2, 2.5, 4.0, 5.0, 6.5, 8.0, 9.8})
            for (const Style& style : {plain, fussy}) {
                Answer answer = writeAnswer(turn, language, style, level, Mishap::None, random);
                checkFindings(answer);
                QCOMPARE(contains(answer.text, turn.result), level > 4.6);
                QCOMPARE(contains(answer.text, turn.wrongResult), level < 4.6);
                QCOMPARE(answer.findings.front().error, level < 4.6);
                if (level > 7) // nothing is left out
                    for (const Finding& finding : answer.findings)
                        QVERIFY(finding.good);
                answers.push_back(std::move(answer));
            }
        for (const int gap : {-3, -1, 0, 1, 3}) {
            const Answer& first = answers[random.below(answers.size())];
            const Answer& second = answers[random.below(answers.size())];
            const std::string why = explain({first, 6 + gap}, {second, 6}, random);
            const auto quotes = quotesOf(why);
            QVERIFY(!quotes.empty() || (first.findings.size() + second.findings.size() > 2));
            for (const std::string& quote : quotes)
                QVERIFY2(contains(first.text, quote) || contains(second.text, quote),
                         quote.c_str());
            QVERIFY(contains(why, "Answer A") && contains(why, "Answer B"));
        }
    }
};

QTEST_GUILESS_MAIN(TestAnswer)
#include "tst_answer.moc"
