#include "core/text/measure.h"

#include <QtTest>

using namespace agon;

class TestMeasure : public QObject {
    Q_OBJECT

  private slots:
    void counts_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("characters");
        QTest::addColumn<qint64>("words");
        const auto row = [](const char* name, const char* text, qint64 characters, qint64 words) {
            QTest::newRow(name) << QString::fromUtf8(text) << characters << words;
        };
        row("empty", "", 0, 0);
        row("white space only", " \n\t\u3000", 4, 0);
        row("one word", "word", 4, 1);
        row("blanks around", "  two   words \n", 15, 2);
        row("hyphen, slash and apostrophe join", "don't re-do a/b 3.5", 19, 4);
        row("no-break space separates", "a\u00A0b", 3, 2);
        row("line separator separates", "a\u2028b", 3, 2);
        row("astral", "\U0001F600 \U0001F600", 3, 2);
        row("punctuation is a word of its own", "a - b", 5, 3);
        // Dictionary words of ICU 72; each is a word that a reader of the language would name.
        row("Chinese", "我们今天去北京", 7, 4);
        row("Japanese", "日本語の文章", 6, 3);
        row("Thai", "สวัสดีชาวโลก", 12, 3);
        row("Latin beside Han", "use 北京 here", 11, 3);
        row("only ideographic punctuation", "。。", 2, 1);
    }

    void counts() {
        QFETCH(QString, text);
        const std::string utf8 = text.toStdString();
        QTEST(static_cast<qint64>(countCharacters(utf8)), "characters");
        QTEST(static_cast<qint64>(countWords(utf8)), "words");
    }

    // For text without Han and the like, the same as splitting at white space.
    void wordsAgreeWithSplitting() {
        const QString text =
            QStringLiteral("The  quick\tbrown\n\nfox: \u201Cjumps\u201D over \u2014 the lazy dog.");
        const auto expected =
            text.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts).size();
        QCOMPARE(static_cast<qsizetype>(countWords(text.toStdString())), expected);
    }

    void blank() {
        QVERIFY(isBlank(""));
        QVERIFY(isBlank(" \r\n\t\u00A0\u3000\u2003"));
        QVERIFY(!isBlank(" . "));
        QVERIFY(!isBlank("\u200B")); // no White_Space: something is there
    }

    void snippets_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* text, int limit, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << limit << QString::fromUtf8(expected);
        };
        row("fits", "short", 10, "short");
        row("fits exactly", "exact", 5, "exact");
        row("cut", "abcdef", 5, "abcd\u2026");
        row("folded", "  a \n\n b\t c  ", 10, "a b c");
        row("trailing space is no cut", "abc   \n", 3, "abc");
        row("cut at a space", "abc def", 4, "abc\u2026");
        row("cut after a full word", "abc def", 3, "ab\u2026");
        row("controls removed", "a\u0001\u001B\u202E\u200Bb", 10, "ab");
        row("none", "abc", 0, "");
        row("one", "abc", 1, "\u2026");
        row("empty", "", 5, "");
        row("astral", "\U0001F600\U0001F601\U0001F602", 2, "\U0001F600\u2026");
    }

    void snippets() {
        QFETCH(QString, text);
        QFETCH(int, limit);
        const std::string line = snippet(text.toStdString(), static_cast<std::size_t>(limit));
        QTEST(QString::fromStdString(line), "expected");
        QVERIFY(countCharacters(line) <= limit);
    }
};

QTEST_GUILESS_MAIN(TestMeasure)
#include "tst_measure.moc"
