// Server-sent events, in whatever pieces they arrive.
#include "core/llm/sse_parser.h"
#include "tests/support/result_check.h"

#include <QTest>

using namespace agon;

namespace {

// "name=data" for each event, joined by "|".
QString written(const std::vector<SseEvent>& events) {
    QStringList out;
    for (const SseEvent& event : events)
        out << QString::fromStdString(event.name + "=" + event.data);
    return out.join(u'|');
}

std::vector<SseEvent> parsed(std::string_view stream, std::size_t piece) {
    SseParser parser;
    std::vector<SseEvent> out;
    for (std::size_t at = 0; at < stream.size(); at += piece)
        valueOf(parser.feed(stream.substr(at, piece), out));
    valueOf(parser.finish(out));
    return out;
}

} // namespace

class TestSseParser : public QObject {
    Q_OBJECT

  private slots:
    void streams_data() {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QString>("events");
        const auto row = [](const char* name, const char* stream, const char* events) {
            QTest::newRow(name) << QByteArray(stream) << QString::fromUtf8(events);
        };
        row("nothing", "", "");
        row("line feeds", "data: a\n\ndata: b\n\n", "=a|=b");
        row("returns", "data: a\r\rdata: b\r\r", "=a|=b");
        row("both", "data: a\r\n\r\ndata: b\r\n\r\n", "=a|=b");
        row("mixed", "data: a\r\n\ndata: b\n\rdata: c\r\n\r", "=a|=b|=c");
        row("named", "event: delta\ndata: a\n\ndata: b\n\n", "delta=a|=b");
        row("the last name counts", "event: x\nevent: y\ndata: a\n\n", "y=a");
        row("a name alone is no event", "event: ping\n\ndata: a\n\n", "=a");
        row("lines are joined", "data: a\ndata: b\ndata:\n\n", "=a\nb\n");
        row("no data is data", "data\n\n", "=");
        row("one blank is dropped", "data:  a\n\ndata:b\n\n", "= a|=b");
        row("comments", ": keep alive\n\n:\ndata: a\n: more\ndata: b\n\n", "=a\nb");
        row("other fields", "id: 7\nretry: 3\nwhatever\ndata: a\n\n", "=a");
        row("colons in data", "data: {\"a\": 1}\n\n", "={\"a\": 1}");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "data: a\n\n",
            "=a");
        row("only the first mark is one",
            "data: a\n\n\xEF\xBB\xBF"
            "data: b\n\n",
            "=a");
        row("no last blank line", "data: a\n\ndata: b\n", "=a|=b");
        row("no last line end", "data: a\n\ndata: [DONE]", "=a|=[DONE]");
    }
    void streams() {
        QFETCH(QByteArray, stream);
        QFETCH(QString, events);
        const std::string_view bytes(stream.constData(), static_cast<std::size_t>(stream.size()));
        for (std::size_t piece = 1; piece <= std::max<std::size_t>(bytes.size(), 1); ++piece)
            QCOMPARE(written(parsed(bytes, piece)), events);
    }

    void eventsComeAsSoonAsTheyAreComplete() {
        SseParser parser;
        std::vector<SseEvent> events;
        VERIFY_OK(parser.feed("data: a\r", events));
        QVERIFY(events.empty());
        VERIFY_OK(parser.feed("\n\r", events));
        QCOMPARE(written(events), QStringLiteral("=a"));
        VERIFY_OK(parser.feed("\n", events));
        QCOMPARE(events.size(), std::size_t{1});
    }

    // An endless line, endless lines of one event, and a comment without an end.
    void tooLong_data() {
        QTest::addColumn<QByteArray>("again");
        QTest::newRow("line") << QByteArray("x");
        QTest::newRow("event") << QByteArray("\ndata: xx");
        QTest::newRow("comment") << QByteArray(":");
    }
    void tooLong() {
        QFETCH(QByteArray, again);
        SseParser parser(100);
        std::vector<SseEvent> events;
        VERIFY_OK(parser.feed("data: first\n\n", events));
        Result<void> result;
        for (int i = 0; i < 1000 && result; ++i)
            result = parser.feed(again.toStdString(), events);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Corrupt);
        QVERIFY(result.error().message.find("100 bytes") != std::string::npos);
        QVERIFY(!parser.feed("data: later\n\n", events));
        QVERIFY(!parser.finish(events));
        QCOMPARE(written(events), QStringLiteral("=first"));
    }
    void oneChunkIsBoundedLikeMany() {
        SseParser parser(10);
        std::vector<SseEvent> events;
        QVERIFY(!parser.feed("data: 1\n\ndata: 0123456789\n\ndata: 2\n\n", events));
        QCOMPARE(written(events), QStringLiteral("=1"));
    }
};

QTEST_APPLESS_MAIN(TestSseParser)
#include "tst_sse_parser.moc"
