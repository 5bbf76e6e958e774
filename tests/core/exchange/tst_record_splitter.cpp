#include "core/exchange/record_splitter.h"

#include <QtTest>

#include <algorithm>
#include <cstring>

using agon::Result;
using agon::exchange::Layout;
using agon::exchange::layoutOf;
using agon::exchange::RawRecord;
using agon::exchange::RecordSplitter;

namespace {

struct Piece {
    QByteArray bytes; // "!" and the problem for what is no record
    qint64 line = 0;
    qint64 offset = 0;
    bool operator==(const Piece&) const = default;
};

// Gives the text in pieces of at most `step` bytes.
RecordSplitter::Read reader(const std::string& text, std::size_t step) {
    return [&text, step, at = std::size_t{0}](std::span<char> into) mutable -> Result<std::size_t> {
        const std::size_t count = std::min({step, into.size(), text.size() - at});
        std::memcpy(into.data(), text.data() + at, count);
        at += count;
        return count;
    };
}

std::vector<Piece> split(const std::string& text, std::size_t step = 1 << 20,
                         std::size_t chunk = 1 << 20, std::size_t maxRecord = 1 << 20) {
    RecordSplitter splitter(reader(text, step), layoutOf(text), {chunk, maxRecord});
    std::vector<Piece> out;
    RawRecord record;
    for (;;) {
        const auto more = splitter.next(record);
        if (!more || !*more)
            return out;
        out.push_back({record.problem.empty()
                           ? QByteArray(record.bytes.data(), static_cast<int>(record.bytes.size()))
                           : "!" + QByteArray::fromStdString(record.problem),
                       record.line, record.offset});
        if (out.size() > text.size() + 2)
            return out; // makes no progress: the comparison fails
    }
}

QByteArrayList bytesOf(const std::vector<Piece>& pieces) {
    QByteArrayList out;
    for (const Piece& piece : pieces)
        out.append(piece.bytes.startsWith('!') ? QByteArray("!") : piece.bytes);
    return out;
}

QList<qint64> linesOf(const std::vector<Piece>& pieces) {
    QList<qint64> out;
    for (const Piece& piece : pieces)
        out.append(piece.line);
    return out;
}

} // namespace

class TestRecordSplitter : public QObject {
    Q_OBJECT

  private slots:
    void records_data();
    void records();
    void everyChunkBoundary_data() { records_data(); }
    void everyChunkBoundary();
    void layouts_data();
    void layouts();
    void longRecordIsRefusedAndTheNextFound_data();
    void longRecordIsRefusedAndTheNextFound();
    void aQuoteLostAnywhereCostsOneRecord();
    void aByteLostAnywhereCostsAtMostTwoRecords();
    void paddingIsReadable();
};

void TestRecordSplitter::records_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("pieces");
    QTest::addColumn<QList<qint64>>("lines");

    const auto row = [](const char* name, const QByteArray& text, const QByteArrayList& pieces,
                        const QList<qint64>& lines) {
        QTest::newRow(name) << text << pieces << lines;
    };
    row("array on one line", R"([{"a":1},{"a":2}])", {R"({"a":1})", R"({"a":2})"}, {1, 1});
    row("array, indented",
        "[\n  {\n    \"a\": [1, {\"b\": 2}]\n  },\n\n  {\"a\": \"x]},{\\\"\"}\n]\n",
        {"{\n    \"a\": [1, {\"b\": 2}]\n  }", R"({"a": "x]},{\""})"}, {2, 6});
    row("empty array", "[ ]", {}, {});
    row("array of scalars", R"([1, "a,]", null ,[2]])", {"1", R"("a,]")", "null", "[2]"},
        {1, 1, 1, 1});
    row("byte order mark", "\xEF\xBB\xBF[{\"a\":1}]", {R"({"a":1})"}, {1});
    row("byte order mark before lines", "\xEF\xBB\xBF{\"a\":1}\n{\"a\":2}\n",
        {R"({"a":1})", R"({"a":2})"}, {1, 2});
    row("lines", "{\"a\":1}\n{\"a\":2}\r\n\n\n{\"a\":3}",
        {R"({"a":1})", R"({"a":2})", R"({"a":3})"}, {1, 2, 5});
    row("lines, the first damaged", "{\"a\":\n{\"a\":2}\n", {R"({"a":)", R"({"a":2})"}, {1, 2});
    row("one object", "{\n \"a\": {\"b\": []}\n}\n", {"{\n \"a\": {\"b\": []}\n}"}, {1});
    row("objects", "{\n \"a\": 1\n}\n{\n \"a\": 2\n}", {"{\n \"a\": 1\n}", "{\n \"a\": 2\n}"},
        {1, 4});
    row("cut off in a record", R"([{"a":1},{"a":"x)", {R"({"a":1})", "!"}, {1, 1});
    row("cut off between records", "[{\"a\":1},\n", {R"({"a":1})", "!"}, {1, 2});
    row("text after the array", "[{\"a\":1}] x", {R"({"a":1})", "!"}, {1, 1});
    row("a quote lost", "[{\"a\":\"x},\n{\"a\":\"y\"},\n{\"a\":\"z\"}]",
        {"!", R"({"a":"y"})", R"({"a":"z"})"}, {1, 2, 3});
    row("a line break inside quotes", "[{\"a\":\"x\ny\"},{\"a\":1}]",
        {"{\"a\":\"x\ny\"}", R"({"a":1})"}, {1, 2});
    row("a quote lost in a value", R"([{"a":"x"},{"a":"y,"b":"w"},{"a":"z"}])",
        {R"({"a":"x"})", "!", R"({"a":"z"})"}, {1, 1, 1});
    row("a brace lost", R"([{"a":"x"},{"a":"y",{"a":"z"}])", {R"({"a":"x"})", "!", R"({"a":"z"})"},
        {1, 1, 1});
    row("a bracket too many", R"([{"a":"x"}}},{"a":"z"}])", {R"({"a":"x"})", "!", R"({"a":"z"})"},
        {1, 1, 1});
    row("damage before objects inside", R"([{"a":1},{"a" 1,"b":[{"c":1},{"c":2}]},{"a":3}])",
        {R"({"a":1})", "!", R"({"a":3})"}, {1, 1, 1});
    row("the array closed too early", "[{\"a\":1}],\n{\"a\":2}]", {R"({"a":1})", "!", R"({"a":2})"},
        {1, 1, 2});
    row("table", "left,right\na,b\r\n\"c,\nd\",\"e\"\"\n\"\nf,g",
        {"left,right", "a,b", "\"c,\nd\",\"e\"\"\n\"", "f,g"}, {1, 2, 3, 6});
    row("table, blank lines", "\n\na,b\n\n1,2\n\n", {"a,b", "1,2"}, {3, 5});
    row("table with tabs", "a\tb\n\t2\n", {"a\tb", "\t2"}, {1, 2});
    row("table with semicolons", "a;b;c,d\n;\"2,\n\";", {"a;b;c,d", ";\"2,\n\";"}, {1, 2});
    row("table, a quote never closed", "a,b\n\"1,2\n3,4\n", {"a,b", "!", "3,4"}, {1, 2, 3});
    row("table, text after a quote", "a,b\n\"1\"x,2\n3,4\n", {"a,b", "!", "3,4"}, {1, 2, 3});
    row("table, quotes inside a field", "a,b\n1\"x\",; \"2\n3,4\n", {"a,b", "1\"x\",; \"2", "3,4"},
        {1, 2, 3});
}

void TestRecordSplitter::records() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, pieces);
    QFETCH(QList<qint64>, lines);
    const std::string source = text.toStdString();
    const auto found = split(source);
    QCOMPARE(bytesOf(found), pieces);
    QCOMPARE(linesOf(found), lines);
    for (const Piece& piece : found)
        if (!piece.bytes.startsWith('!'))
            QCOMPARE(text.mid(piece.offset, piece.bytes.size()), piece.bytes);
}

void TestRecordSplitter::everyChunkBoundary() {
    QFETCH(QByteArray, text);
    const std::string source = text.toStdString();
    const auto whole = split(source);
    for (std::size_t step = 1; step <= source.size(); ++step) {
        QCOMPARE(bytesOf(split(source, step)), bytesOf(whole));
        QVERIFY2(split(source, step) == whole, qPrintable(QString::number(step)));
        QVERIFY2(split(source, step, step) == whole, qPrintable(QString::number(step)));
    }
}

void TestRecordSplitter::layouts_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("layout");
    QTest::newRow("array") << QByteArray(" \n[1]") << int(Layout::Array);
    QTest::newRow("line") << QByteArray("{\"a\":1}") << int(Layout::Lines);
    QTest::newRow("object") << QByteArray("{\n\"a\":1}") << int(Layout::Objects);
    QTest::newRow("table") << QByteArray("a,b\n1,2") << int(Layout::Table);
    QTest::newRow("prose") << QByteArray("Hello there\nYou") << int(Layout::Unknown);
    QTest::newRow("empty") << QByteArray("") << int(Layout::Unknown);
    QTest::newRow("blank") << QByteArray(" \n ") << int(Layout::Unknown);
}

void TestRecordSplitter::layouts() {
    QFETCH(QByteArray, text);
    QFETCH(int, layout);
    QCOMPARE(int(layoutOf(text.toStdString())), layout);
}

void TestRecordSplitter::longRecordIsRefusedAndTheNextFound_data() {
    QTest::addColumn<QByteArray>("text");
    const QByteArray longText(100, 'x');
    QTest::newRow("array") << "[{\"a\":1},{\"a\":\"" + longText + "\"},{\"a\":3}]";
    QTest::newRow("lines") << "{\"a\":1}\n{\"a\":\"" + longText + "\"}\n{\"a\":3}";
}

void TestRecordSplitter::longRecordIsRefusedAndTheNextFound() {
    QFETCH(QByteArray, text);
    const std::string source = text.toStdString();
    for (const std::size_t chunk : {std::size_t{7}, std::size_t{1000}})
        QCOMPARE(bytesOf(split(source, chunk, chunk, 64)),
                 (QByteArrayList{R"({"a":1})", "!", R"({"a":3})"}));
}

void TestRecordSplitter::aQuoteLostAnywhereCostsOneRecord() {
    std::string source = "[";
    for (int i = 0; i < 6; ++i)
        source += R"({"name": "x, y: }z", "list": [1, {"k": "v, {w}"}], "text": "said \"so\""},)";
    source.back() = ']';
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source[i] != '"')
            continue;
        std::string damaged = source;
        damaged.erase(i, 1);
        const auto found = split(damaged);
        const auto good = std::count_if(found.begin(), found.end(), [](const Piece& piece) {
            return piece.bytes.startsWith("{\"name\"") && piece.bytes.endsWith("\"}");
        });
        QVERIFY2(good >= 5, qPrintable(QString::fromUtf8(bytesOf(found).join(' '))));
    }
}

void TestRecordSplitter::aByteLostAnywhereCostsAtMostTwoRecords() {
    std::string source = "[";
    for (int i = 0; i < 6; ++i)
        source += "\n  {\"name\": \"x\", \"list\": [1, {\"k\": \"v\"}], \"text\": \"\\\"\"},";
    source.back() = ']';
    for (std::size_t i = 1; i < source.size(); ++i) {
        std::string damaged = source;
        damaged.erase(i, 1);
        const auto found = split(damaged);
        const auto good = std::count_if(found.begin(), found.end(), [](const Piece& piece) {
            return piece.bytes.startsWith("{\"name\"") && piece.bytes.endsWith("\"}");
        });
        QVERIFY2(good >= 4, qPrintable(QString::fromUtf8(bytesOf(found).join(' '))));
    }
}

void TestRecordSplitter::paddingIsReadable() {
    const std::string source = R"([{"a":1}])";
    RecordSplitter splitter(reader(source, 3), Layout::Array, {16, 1024});
    RawRecord record;
    QVERIFY(splitter.next(record).value());
    const char* end = record.bytes.data() + record.bytes.size();
    QVERIFY(std::all_of(end, end + RecordSplitter::padding, [](char) { return true; }));
}

QTEST_GUILESS_MAIN(TestRecordSplitter)
#include "tst_record_splitter.moc"
