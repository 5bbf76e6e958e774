#include "core/text/invisible.h"

#include <QtTest>

using namespace agon;

class TestInvisible : public QObject {
    Q_OBJECT

  private slots:
    void shown_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("count");
        const auto row = [](const char* name, const char* text, const char* expected, int count) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected) << count;
        };
        const auto same = [&](const char* name, const char* text) {
            row(name, text, text, 0);
        };
        same("plain with breaks and tabs", "a\n\tb\r\nc");
        row("lone carriage return", "a\rb\r", "a⟦U+000D⟧b⟦U+000D⟧", 2);
        row("escape sequence", "\x1B[31mred", "⟦U+001B⟧[31mred", 1);
        row("delete and C1", "a\x7F\u0085", "a⟦U+007F⟧⟦U+0085⟧", 2);
        row("right-to-left override", "user\u202Egpj.exe", "user⟦U+202E⟧gpj.exe", 1);
        row("all bidirectional controls",
            "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061C",
            "⟦U+202A⟧⟦U+202B⟧⟦U+202C⟧⟦U+202D⟧⟦U+202E⟧⟦U+2066⟧⟦U+2067⟧⟦U+2068⟧⟦U+2069⟧⟦U+200E⟧"
            "⟦U+200F⟧⟦U+061C⟧",
            12);
        row("byte order mark", "x\uFEFFa", "x⟦U+FEFF⟧a", 1);
        row("zero width space, soft hyphen, word joiner", "a\u200Bb\u00ADc\u2060d",
            "a⟦U+200B⟧b⟦U+00AD⟧c⟦U+2060⟧d", 3);
        row("joiners between Latin letters", "a\u200Db\u200Cc", "a⟦U+200D⟧b⟦U+200C⟧c", 2);
        row("tag characters", "\U000E0041\U000E0042", "⟦U+E0041⟧⟦U+E0042⟧", 2);
        row("fillers", "\u3164\u115F\uFFA0", "⟦U+3164⟧⟦U+115F⟧⟦U+FFA0⟧", 3);
        row("separators", "a\u2028b\u2029c", "a⟦U+2028⟧b⟦U+2029⟧c", 2);
        row("Qt's own marks", "\uFFFC\uFDD0\uFDD1\uFFFE", "⟦U+FFFC⟧⟦U+FDD0⟧⟦U+FDD1⟧⟦U+FFFE⟧", 4);
        same("emoji with selector", "❤\uFE0F and \u2764\uFE0E");
        same("family", "👨\u200D👩\u200D👧");
        same("emoji, skin, selector, joiner", "🏃🏽\u200D♂\uFE0F");
        same("keycap", "1\uFE0F\u20E3");
        row("selector alone", "\uFE0F", "⟦U+FE0F⟧", 1);
        row("smuggled selectors", "a\uFE01\uFE02\U000E0101", "a\uFE01⟦U+FE02⟧⟦U+E0101⟧", 2);
        same("Persian with ZWNJ", "می\u200Cخواهم");
        same("Devanagari with ZWJ after virama", "क्\u200Dष");
        row("doubled joiner", "می\u200C\u200Cخ", "می⟦U+200C⟧⟦U+200C⟧خ", 2);
        row("selector behind something hidden", "a\u200B\uFE0F", "a⟦U+200B⟧⟦U+FE0F⟧", 2);
        row("joiner at the end", "می\u200C", "می⟦U+200C⟧", 1);
        same("Arabic number sign", "\u0600\u0661");
        same("private use", "\uE000");
        same("accents", "e\u0301a\u0308\u0323");
    }

    void shown() {
        QFETCH(QString, text);
        const VisibleText visible = showInvisible(text.toStdString());
        QTEST(QString::fromStdString(visible.text), "expected");
        QTEST(static_cast<int>(visible.shown), "count");
        // What was shown once is visible.
        QCOMPARE(showInvisible(visible.text).shown, std::int64_t(0));
    }

    void towerOfMarks() {
        QString tower =
            QStringLiteral("a") + QString(1000, QChar(0x301)) + QStringLiteral("b\u0301");
        const VisibleText visible = showInvisible(tower.toStdString());
        QCOMPARE(visible.shown, std::int64_t(970));
        QVERIFY(QString::fromStdString(visible.text).endsWith(QStringLiteral("⟦U+0301⟧b\u0301")));
    }

    void offsets() {
        const std::string text = "é\u202Ex";
        const auto found = findInvisible(text);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].at, std::size_t(2));
        QCOMPARE(found[0].size, std::size_t(3));
        QCOMPARE(static_cast<uint>(found[0].character), 0x202Eu);
    }
};

QTEST_GUILESS_MAIN(TestInvisible)
#include "tst_invisible.moc"
