#include "core/text/marks.h"
#include "core/text/repair.h"

#include <QtTest>

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <random>
#include <string>

using namespace agon;

namespace {

std::string toStd(const QByteArray& bytes) {
    return bytes.toStdString();
}
QByteArray toQt(std::string_view text) {
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}
constexpr auto fffd = "\xEF\xBF\xBD";

} // namespace

class TestRepair : public QObject {
    Q_OBJECT

  private slots:
    void text_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<quint32>("expectedMarks");
        const QByteArray u = fffd;
        const auto row = [](const char* name, QByteArray in, QByteArray out, quint32 bits) {
            QTest::newRow(name) << in << out << bits;
        };
        const quint32 bad = marks::repairedUtf8;
        row("empty", "", "", 0);
        row("ascii", "plain text\n\tend", "plain text\n\tend", 0);
        row("four planes", "a\xC3\xA9\xE6\xBC\xA2\xF0\x9F\x98\x80",
            "a\xC3\xA9\xE6\xBC\xA2\xF0\x9F\x98\x80", 0);
        row("controls kept", "\x01\x1B[31m\x7F", "\x01\x1B[31m\x7F", 0);
        row("byte order mark kept",
            "\xEF\xBB\xBF"
            "a",
            "\xEF\xBB\xBF"
            "a",
            0);
        row("nul", QByteArray("a\0b", 3),
            "a\xE2\x90\x80"
            "b",
            marks::nul);
        row("latin 1", "caf\xE9", "caf" + u, bad);
        row("lone continuation", "a\x80z", "a" + u + "z", bad);
        row("overlong slash", "\xC0\xAF", u + u, bad);
        row("overlong nul", "\xC0\x80", u + u, bad);
        row("encoded surrogate", "\xED\xA0\x80", u + u + u, bad);
        row("beyond U+10FFFF", "\xF4\x90\x80\x80", u + u + u + u, bad);
        row("cut at the end", "ab\xE6\xBC", "ab" + u, bad);
        row("nul and bad", QByteArray("\0\xFF", 2), "\xE2\x90\x80" + u, bad | marks::nul);
        // The three examples of The Unicode Standard 15.0, §3.9, tables 3-8, 3-9 and 3-11.
        row("table 3-8", "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
            u + u + u + u + u + u + u + u + "A", bad);
        row("table 3-9", "\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41",
            u + u + u + u + u + u + u + u + "A", bad);
        row("table 3-11", "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", u + u + u + u + "A", bad);
    }

    void text() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, expected);
        QFETCH(quint32, expectedMarks);
        const std::string input = toStd(bytes);
        const Repaired repaired = repairText(input);
        QCOMPARE(toQt(repaired.text()), expected);
        QCOMPARE(repaired.marks(), expectedMarks);
        QCOMPARE(repaired.changed(), bytes != expected);
        if (!repaired.changed()) // no copy of what was sound
            QCOMPARE(static_cast<const void*>(repaired.text().data()),
                     static_cast<const void*>(input.data()));
    }

    // For any bytes: what comes out is UTF-8 for another decoder, is never mended twice, and the
    // sound text around the damage is kept.
    void textProperties() {
        std::mt19937 random(7);
        const QByteArray alphabet = "aA\n\x80\xBF\xC2\xC3\xE0\xE1\xED\xA0\x9F\xF0\x90\xF4\x8F\xFF";
        for (int round = 0; round < 20000; ++round) {
            QByteArray bytes;
            for (auto i = random() % 12; i > 0; --i)
                bytes += alphabet.at(static_cast<qsizetype>(random() % 17));
            const std::string input = toStd(bytes);
            const Repaired repaired = repairText(input);
            const QByteArray text = toQt(repaired.text());
            QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
            const QString decoded = decoder(text);
            QVERIFY(!decoder.hasError());
            QCOMPARE(decoded.toUtf8(), text);
            for (const char kept : {'a', 'A', '\n'})
                QCOMPARE(text.count(kept), bytes.count(kept));
            const std::string once(repaired.text());
            QVERIFY(!repairText(once).changed());
        }
    }

    void json_data() {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<quint32>("expectedMarks");
        const auto row = [](const char* name, QByteArray in, QByteArray out, quint32 bits) {
            QTest::newRow(name) << in << out << bits;
        };
        const auto same = [&](const char* name, QByteArray in) {
            row(name, in, in, 0);
        };
        // Not a raw string: moc loses its way in this one.
        same("sound",
             "{\"a\": [1, -2.5e-3, true, null], \"b\": \"x\\n\\\"\\\\\\u00e9\\ud83d\\ude00\"}");
        same("escaped backslash before u", R"({"a": "\\ud800 \\u0000"})");
        same("NaN inside a string", R"({"a": "NaN, Infinity and -Infinity", "NaN": 1})");
        same("capital surrogate pair", R"(["\uD83D\uDE00"])");
        row("lone high", R"({"a": "x\ud800y"})", R"({"a": "x\ufffdy"})", marks::loneSurrogate);
        row("lone low", R"(["\uDC00"])", R"(["\ufffd"])", marks::loneSurrogate);
        row("high high low", R"(["\ud83d\ud83d\ude00"])", R"(["\ufffd\ud83d\ude00"])",
            marks::loneSurrogate);
        row("low high", R"(["\ude00\ud83d"])", R"(["\ufffd\ufffd"])", marks::loneSurrogate);
        row("high then another escape", R"(["\ud83d\n"])", R"(["\ufffd\n"])", marks::loneSurrogate);
        row("high then an escaped backslash", R"(["\ud83d\\ude00"])", R"(["\ufffd\\ude00"])",
            marks::loneSurrogate);
        row("escaped nul", R"(["a\u0000b"])", R"(["a\u2400b"])", marks::nul);
        row("NaN", R"({"preference":NaN,"b":[NaN, NaN]})",
            R"({"preference":null,"b":[null, null]})", marks::notFinite);
        row("infinities", "[Infinity,-Infinity]", "[null,null]", marks::notFinite);
        row("byte order mark", "\xEF\xBB\xBF[1]", "[1]", 0);
        row("raw line break in a string", "[\"a\nb\tc\"]", R"(["a\u000ab\u0009c"])", 0);
        row("raw nul in a string", QByteArray("[\"a\0b\"]", 7),
            "[\"a\xE2\x90\x80"
            "b\"]",
            marks::nul);
        row("bad bytes", "[\"caf\xE9\"]", QByteArray("[\"caf") + fffd + "\"]", marks::repairedUtf8);
        row("bad bytes and more", "[\"\xE9\\ud800\",NaN]",
            QByteArray("[\"") + fffd + "\\ufffd\",null]",
            marks::repairedUtf8 | marks::loneSurrogate | marks::notFinite);
    }

    void json() {
        QFETCH(QByteArray, record);
        QFETCH(QByteArray, expected);
        QFETCH(quint32, expectedMarks);
        const std::string input = toStd(record);
        const Repaired repaired = repairJson(input);
        QCOMPARE(toQt(repaired.text()), expected);
        QCOMPARE(repaired.marks(), expectedMarks);
        const std::string text(repaired.text());
        QVERIFY(nlohmann::json::accept(text));
        simdjson::dom::parser parser;
        QCOMPARE(parser.parse(text).error(), simdjson::SUCCESS);
    }

    // What is no JSON stays none, and nothing is read beyond the end.
    void brokenJson_data() {
        QTest::addColumn<QByteArray>("record");
        for (const char* broken :
             {"", "\"", "\"\\", "\"\\u", "\"\\ud8", "\"\\ud83d\\u", "\"\\ud83d\\ude",
              "{\"a\":", "NaNs", "-", "nan", "\"\\uzzzz\"", "[\"\\\n\"]"})
            QTest::newRow(broken) << QByteArray(broken);
    }

    void brokenJson() {
        QFETCH(QByteArray, record);
        const std::string input = toStd(record);
        const Repaired repaired = repairJson(input);
        QVERIFY(!nlohmann::json::accept(repaired.text()));
    }

    void takeMovesOrCopies() {
        const std::string sound = "short";
        QCOMPARE(repairText(sound).take(), sound);
        const std::string bad = "\xFF";
        Repaired mended = repairText(bad);
        Repaired moved = std::move(mended);
        QCOMPARE(toQt(moved.text()),
                 QByteArray(fffd)); // a short text survives the move of its owner
        QCOMPARE(std::move(moved).take(), std::string(fffd));
    }
};

QTEST_GUILESS_MAIN(TestRepair)
#include "tst_repair.moc"
