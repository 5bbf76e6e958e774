#include "core/text/wrap.h"

#include <QtTest>

using namespace agon;

class TestWrap : public QObject {
    Q_OBJECT

    static QString joined(const WrappedText& wrapped) {
        QStringList lines = QString::fromStdString(wrapped.text).split(QLatin1Char('\n'));
        QString text = lines.value(0);
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const bool continued = std::binary_search(
                wrapped.continued.begin(), wrapped.continued.end(), static_cast<std::size_t>(i));
            text += (continued ? QString() : QStringLiteral("\n")) + lines[i];
        }
        return text;
    }

  private slots:
    void wraps_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* text, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("empty", "", "");
        row("short", "abc", "abc");
        row("exactly", "12345678", "12345678");
        row("one more", "123456789", "12345678\n9");
        row("keeps lines", "a\n\nb\n", "a\n\nb\n");
        row("carriage returns go", "a\r\nb", "a\nb");
        row("after a late space", "1234567 9", "1234567 \n9");
        row("not after an early space", "1 345678901", "1 345678\n901");
        row("wide characters", "漢字仮名交じり", "漢字仮名\n交じり");
        row("tabs", "\t\t1", "\t\t\n1");
        row("a mark stays with its base",
            "12345678\u0301"
            "9",
            "12345678\u0301\n9");
    }

    void wraps() {
        QFETCH(QString, text);
        const WrappedText wrapped = hardWrap(text.toStdString(), 8);
        QTEST(QString::fromStdString(wrapped.text), "expected");
        QCOMPARE(joined(wrapped), text.remove(QLatin1Char('\r')));
    }

    void beginning_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("lines");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* text, int lines, int bytes,
                            const char* expected) {
            QTest::newRow(name) << QByteArray(text) << lines << bytes << QByteArray(expected);
        };
        row("all", "a\nb\n", 9, 99, "a\nb\n");
        row("empty", "", 9, 99, "");
        row("lines", "a\nb\nc", 2, 99, "a\nb");
        row("exactly as many lines", "a\nb", 2, 99, "a\nb");
        row("bytes", "abcdef", 9, 4, "abcd");
        row("whole characters", "ab\xC3\xA9", 9, 3, "ab");
        row("both", "a\nbcdef", 2, 4, "a\nbc");
        row("no line", "abc", 0, 99, "");
    }

    void beginning() {
        QFETCH(QByteArray, text);
        QFETCH(int, lines);
        QFETCH(int, bytes);
        const std::string input = text.toStdString();
        const std::string_view begin =
            beginningOf(input, static_cast<std::size_t>(lines), static_cast<std::size_t>(bytes));
        QTEST(QByteArray(begin.data(), static_cast<qsizetype>(begin.size())), "expected");
    }

    void everythingIsShortAndComesBack_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("one line of a megabyte") << QString(1000000, QLatin1Char('x'));
        QTest::newRow("words") << QStringLiteral("lorem ipsum ").repeated(50000);
        QTest::newRow("marks only") << QString(100000, QChar(0x301));
        QTest::newRow("emoji") << QString::fromUtf8("👨\u200D👩").repeated(20000);
    }

    void everythingIsShortAndComesBack() {
        QFETCH(QString, text);
        const WrappedText wrapped = hardWrap(text.toStdString(), 100);
        const QStringList lines = QString::fromStdString(wrapped.text).split(QLatin1Char('\n'));
        for (const QString& line : lines)
            QVERIFY(line.size() <= 800);
        QVERIFY(QString::fromStdString(wrapped.text).isValidUtf16());
        QCOMPARE(joined(wrapped), text);
    }
};

QTEST_GUILESS_MAIN(TestWrap)
#include "tst_wrap.moc"
