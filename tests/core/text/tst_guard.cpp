#include "core/text/guard.h"

#include <QtTest>

using namespace agon;
Q_DECLARE_METATYPE(agon::PlainReason)

class TestGuard : public QObject {
    Q_OBJECT

  private slots:
    void preflight_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<PlainReason>("reason");
        const auto row = [](const char* name, const QByteArray& text, PlainReason reason) {
            QTest::newRow(name) << text << reason;
        };
        const QByteArray prose = QByteArray("lorem ipsum dolor sit amet ").repeated(15) + "\n\n";
        const auto none = PlainReason::None;
        row("empty", "", none);
        row("prose of 250 kB", prose.repeated(610), none);
        row("prose of 270 kB", prose.repeated(670), PlainReason::TooLong);
        row("code of 14 kB",
            "```cpp\n" + QByteArray("    int a = b[3]; // c\n").repeated(600) + "```\n", none);
        row("answers full of emphasis",
            QByteArray("**a** b ").repeated(100).append("\n\n").repeated(100), none);
        row("table 20 x 500", QByteArray("|1").repeated(20).append("|\n").repeated(300), none);
        row("2000 list items", QByteArray("- an item\n\n").repeated(2000), none);
        row("deep quotes", QByteArray(10000, '>') + " a", none);
        row("deep brackets", QByteArray(3000, '['), none);
        row("one line of a megabyte", QByteArray(1 << 20, 'x'), PlainReason::TooLong);
        row("one line of 17 kB", QByteArray(17000, 'x'), PlainReason::LongLine);
        row("a paragraph of 17 kB", QByteArray("words and words\n").repeated(1070),
            PlainReason::LongParagraph);
        row("200k inline runs", QByteArray("**a** b ").repeated(25000), PlainReason::LongLine);
        row("200k inline runs in lines", QByteArray("**a** b\n").repeated(25000),
            PlainReason::ManyRuns);
        row("emphasis", QByteArray("**a** b ").repeated(2000), PlainReason::ManyRuns);
        row("code spans", QByteArray("`a` b ").repeated(2000), PlainReason::ManyRuns);
        row("soft breaks", QByteArray("a\n").repeated(5000), PlainReason::ManyRuns);
        row("carriage returns", QByteArray("a\r").repeated(5000), PlainReason::ManyRuns);
        row("entities", QByteArray("&lt;").repeated(4000), PlainReason::ManyRuns);
        row("escapes", QByteArray("\\*").repeated(4000), PlainReason::ManyRuns);
        row("references", "[a]: http://x\n\n" + QByteArray("[a] ").repeated(2500),
            PlainReason::ManyRuns);
        row("bare addresses", QByteArray("www.a.b ").repeated(2000),
            none); // bounded by LongParagraph
        row("mail addresses", QByteArray("<a@b.c> ").repeated(1500), PlainReason::ManyRuns);
        row("many medium paragraphs", QByteArray("*a* ").repeated(1000).append("\n\n").repeated(20),
            PlainReason::ManyRuns);
        row("list items", QByteArray("- a\n\n").repeated(3500), PlainReason::ManyListItems);
        row("numbered items in quotes", QByteArray("> 1. a\n\n").repeated(3500),
            PlainReason::ManyListItems);
        row("table rows", QByteArray("|a|b|c|\n").repeated(2040), PlainReason::LargeTable);
        row("empty lines", QByteArray(9000, '\n'), PlainReason::TooManyLines);
        row("headings", QByteArray("# a\n\n").repeated(4500), PlainReason::TooManyLines);
        row("unclosed fence", "```\n" + QByteArray("a line of text\n").repeated(1200),
            PlainReason::LongParagraph);
    }

    void preflight() {
        QFETCH(QByteArray, text);
        const Preflight flight = preflightMarkdown(text.toStdString());
        QTEST(flight.reason, "reason");
        QCOMPARE(flight.rendered(), flight.reason == PlainReason::None);
    }

    void lineOfTheReason() {
        const QByteArray text = "one\ntwo\n" + QByteArray(17000, 'x') + "\nfour\n";
        QCOMPARE(preflightMarkdown(text.toStdString()).line, std::size_t(3));
    }

    void links_data() {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<bool>("openable");
        const auto row = [](const char* url, bool openable) {
            QTest::newRow(url) << QByteArray(url) << openable;
        };
        row("https://example.org/a?b=c#d", true);
        row("HTTP://EXAMPLE.ORG", true);
        row("http://[::1]:8080/", true);
        row("https://example.org/@user", true);
        row("https://m\u00FCnchen.example/", true);
        row("", false);
        row("http:", false);
        row("http://", false);
        row("http:///etc/passwd", false);
        row("https://:80/", false);
        row("//example.org/", false);
        row("example.org", false);
        row("#anchor", false);
        row("javascript:alert(1)", false);
        row("JaVaScRiPt://example.org/%0aalert(1)", false);
        row("file:///etc/passwd", false);
        row("data:text/html,x", false);
        row("ftp://example.org/", false);
        row("mailto:a@example.org", false);
        row("vbscript:x", false);
        row("https://bank.example@evil.example/", false);
        row("https://user:word@example.org/", false);
        row("https:\\\\example.org\\a", false);
        row("https://example.org\\@evil.example", false);
        row("https://exa mple.org/", false);
        row("https://example.org/\n", false);
        row(" https://example.org/", false);
        row("java\tscript:x", false);
    }

    void links() {
        QFETCH(QByteArray, url);
        QTEST(isOpenableLink(url.toStdString()), "openable");
    }
};

QTEST_GUILESS_MAIN(TestGuard)
#include "tst_guard.moc"
