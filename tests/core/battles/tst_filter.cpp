// The filter language: what is read, what is refused and where, what it selects.
#include "core/battles/filter.h"
#include "tests/support/small_arena.h"
#include "tests/support/temporary_workspace.h"

using namespace agon;

class TestFilter : public QObject {
    Q_OBJECT

  private slots:
    void refuses_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("position");
        QTest::newRow("unknown field") << QByteArray("flip:yes colour:red") << 9;
        QTest::newRow("open quote") << QByteArray("set:\"a b") << 4;
        QTest::newRow("lone minus") << QByteArray("a -") << 2;
        QTest::newRow("no value") << QByteArray("set:") << 4;
        QTest::newRow("empty quotes") << QByteArray("\"\"") << 0;
        QTest::newRow("verdict") << QByteArray("verdict:c") << 8;
        QTest::newRow("yes or no") << QByteArray("flip:maybe") << 5;
        QTest::newRow("yes or no of judges") << QByteArray("disagree:1") << 9;
        QTest::newRow("not a number") << QByteArray("gap>=x") << 5;
        QTest::newRow("half a number") << QByteArray("gap>=3x") << 5;
        QTest::newRow("not finite") << QByteArray("gap>=inf") << 5;
        QTest::newRow("comparison of a word") << QByteArray("set>3") << 3;
        QTest::newRow("stage") << QByteArray("stage:xyz") << 6;
        QTest::newRow("text after a quote") << QByteArray("\"a\"b") << 3;
    }
    void refuses() {
        QFETCH(QByteArray, source);
        QFETCH(int, position);
        const auto filter = parseFilter(source.toStdString());
        QVERIFY(!filter);
        QCOMPARE(static_cast<int>(filter.error().position), position);
        QVERIFY(!filter.error().message.empty());
    }

    // A filter written out and read again means the same.
    void roundTrips_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* source, const char* text) {
            QTest::newRow(source) << QByteArray(source) << QByteArray(text);
        };
        row("", "");
        row("  flip:yes   gap>=3 ", "flip:yes gap>=3");
        row("gap:3", "gap=3");
        row("-set:\"two words\"", "-set:\"two words\"");
        row("\"http://x\"", "\"http://x\"");
        row("model:\"a \\\"b\\\" \\\\c\"", "model:\"a \\\"b\\\" \\\\c\"");
        row("iteration>=2 id:7", "iteration>=2 id:7");
        row("x>y", "\"x>y\"");
        row("C++", "C++");
        row("model:org/name:tag", "model:org/name:tag");
        row("\"-minus\"", "\"-minus\"");
    }
    void roundTrips() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, text);
        const auto filter = parseFilter(source.toStdString());
        QVERIFY(filter);
        QCOMPARE(QByteArray::fromStdString(filter->text()), text);
        const auto again = parseFilter(filter->text());
        QVERIFY(again);
        QCOMPARE(again->text(), filter->text());
    }

    void selects_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("ids");
        const auto row = [](const char* source, const char* ids) {
            QTest::newRow(source) << QByteArray(source) << QString::fromLatin1(ids);
        };
        // battles 1 to 6; 2: mira says b; 3: second judge says b; 4: flagged; 5: invalid judge; 6:
        // bare
        row("", "1 2 3 4 5 6");
        row("model:alpha", "1 2 3 4 5");
        row("model:ALPHA", "1 2 3 4 5");
        row("a:beta", "");
        row("b:beta", "1 2 3 4 5");
        row("-model:alpha", "6");
        row("model:nobody", "");
        row("-model:nobody", "1 2 3 4 5 6");
        row("set:small", "1 2 3 4 5");
        row("set:rows", "6");
        row("category:even", "1 3 5");
        row("judge:second", "3");
        row("verdict:a", "1 4");
        row("verdict:b", "2");
        row("verdict:tie", "3");
        row("verdict:invalid", "5");
        row("verdict:none", "6");
        row("by:human", "2");
        row("by:judge", "1 3 4 5");
        row("reviewed:yes", "2");
        row("-reviewed:yes", "1 3 4 5 6");
        row("conflict:yes", "2");
        row("disagree:yes", "3"); // the second judge says b
        row("-disagree:yes", "1 2 4 5 6");
        row("disagree:no", "1 2 4 5 6");
        row("flagged:yes", "4");
        row("flip:yes", "");
        row("gap>=2", "1 2 4");
        row("gap<2", "");
        row("gap=2 -flagged:yes", "1 2");
        row("id>=5", "5 6");
        row("id:3", "3");
        row("iteration:0", "");
        row("nobody", "1 2 3 4 5");
        row("number category:odd", "2 4");
        row("\"number 2\"", "3");
        row("-\"number 2\"", "1 2 4 5 6");
        row("suspicious:yes", "");
    }
    void selects() {
        QFETCH(QByteArray, source);
        QFETCH(QString, ids);
        TemporaryWorkspace workspace;
        VERIFY_OK(workspace->write<void>([](Appender& appender) -> Result<void> {
            const SmallArena arena = TRY(addSmallArena(appender, 5));
            VoteIn vote;
            vote.verdict = Verdict::B;
            vote.by = "mira";
            TRY(appender.vote({arena.battles[1], false}, vote));
            GameIn game;
            game.judge = TRY(appender.model("second"));
            game.verdict = Verdict::B;
            TRY(appender.game({arena.battles[2], false}, game));
            TRY(appender.flag(arena.battles[3], true, "mira"));
            game.judge = arena.judge;
            game.verdict = Verdict::Invalid;
            TRY(appender.game({arena.battles[4], false}, game));
            const auto rows = TRY(appender.set("rows"));
            TRY(appender.bareBattle(
                {rows, 1, 1, TRY(appender.model("x")), TRY(appender.model("y")), "", {}}));
            return {};
        }));
        const auto table = valueOf(loadBattleTable(*workspace, {}));
        const auto rows = valueOf(
            select(*table, deriveVerdicts(*table, {}),
                   valueOf(parseFilterOrFail(source.toStdString())), [&](std::string_view words) {
                       return workspace->read<std::vector<std::int64_t>>(
                           [&](Reader& reader) { return reader.search(words); });
                   }));
        QStringList found;
        for (const std::uint32_t row : rows)
            found.push_back(QString::number(table->id[row]));
        QCOMPARE(found.join(u' '), ids);
    }
};

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
