// Errors in all the shapes that servers have for them, lists of models, and embeddings.
#include "core/llm/dialect.h"
#include "tests/support/result_check.h"

#include <QTest>

using namespace agon;

class TestDecodeLists : public QObject {
    Q_OBJECT

  private slots:
    void errors_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("type");
        const auto row = [](const char* name, const char* body, const char* message,
                            const char* code, const char* type) {
            QTest::newRow(name) << QByteArray(body) << QByteArray(message) << QByteArray(code)
                                << QByteArray(type);
        };
        row("nested", R"({"error":{"message":"m","type":"t","param":null,"code":"c"}})", "m", "c",
            "t");
        row("code as a number", R"({"error":{"code":404,"message":"m","type":"t"}})", "m", "404",
            "t");
        row("anthropic", R"({"type":"error","error":{"type":"t","message":"m"}})", "m", "", "t");
        row("flat", R"({"object":"error","message":"m","type":"t","code":400})", "m", "400", "t");
        row("text", R"({"error":"m"})", "m", "", "");
        row("list", R"([{"error":{"code":400,"message":"m","status":"INVALID"}}])", "m", "400",
            "INVALID");
        row("detail", R"({"detail":"m"})", "m", "", "");
        row("details", R"({"detail":[{"msg":"m"}]})", "m", "", "");
        row("a string", R"("m")", "m", "", "");
        row("plain", "not \n found", "not found", "", "");
        row("page", " <html>502</html>", "", "", "");
        row("nothing", "", "", "", "");
        row("wrong kinds", R"({"error":{"message":[],"type":{},"code":true}})", "", "", "");
        row("a broken number", R"({"error":{"message":"m","code":1.5}})", "m", "1.5", "");
    }
    void errors() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, type);
        const WireError error = decodeError(body.toStdString());
        QCOMPARE(QByteArray::fromStdString(error.message), message);
        QCOMPARE(QByteArray::fromStdString(error.code), code);
        QCOMPARE(QByteArray::fromStdString(error.type), type);
    }
    void longErrorsAreShortened() {
        QVERIFY(decodeError(std::string(1'000'000, 'x')).message.size() < 400);
    }

    void models() {
        using Names = std::vector<std::string>;
        QVERIFY((valueOf(decodeModels(R"({"data":[{"id":"b"},{"id":"a"},{"id":""},7]})")) ==
                 Names{"b", "a"}));
        QVERIFY((valueOf(decodeModels(R"({"models":[{"name":"a"}]})")) == Names{"a"}));
        QVERIFY((valueOf(decodeModels(R"([{"id":"a"}])")) == Names{"a"}));
        QVERIFY((valueOf(decodeModels(R"({"data":[]})")).empty()));
        QVERIFY(!decodeModels("{}"));
        QVERIFY(!decodeModels("<html>"));
        QCOMPARE(decodeModels(R"({"error":{"message":"no"}})").error().message,
                 std::string("the server says: no"));
    }

    void embeddings() {
        const auto vectors = valueOf(decodeEmbeddings(
            R"({"data":[{"index":1,"embedding":[3,4]},{"index":0,"embedding":[1,2.5]}]})", 2));
        QVERIFY((vectors == std::vector<std::vector<float>>{{1, 2.5F}, {3, 4}}));
        const auto unnumbered =
            valueOf(decodeEmbeddings(R"({"data":[{"embedding":[1]},{"embedding":[2]}]})", 2));
        QVERIFY((unnumbered == std::vector<std::vector<float>>{{1}, {2}}));
    }
    void embeddingsThatAreNone_data() {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("too few") << QByteArray(R"([{"index":0,"embedding":[1]}])");
        QTest::newRow("doubled") << QByteArray(
            R"([{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}])");
        QTest::newRow("not there")
            << QByteArray(R"([{"index":0,"embedding":[1]},{"index":2,"embedding":[1]}])");
        QTest::newRow("lengths") << QByteArray(
            R"([{"index":0,"embedding":[1]},{"index":1,"embedding":[1,2]}])");
        QTest::newRow("empty") << QByteArray(R"([{"embedding":[]},{"embedding":[]}])");
        QTest::newRow("a text") << QByteArray(R"([{"embedding":"AAAA"},{"embedding":"AAAA"}])");
        QTest::newRow("not finite") << QByteArray(R"([{"embedding":[NaN]},{"embedding":[1]}])");
        QTest::newRow("too large") << QByteArray(R"([{"embedding":[1e300]},{"embedding":[1]}])");
        QTest::newRow("no list") << QByteArray("null");
    }
    void embeddingsThatAreNone() {
        QFETCH(QByteArray, data);
        const auto vectors = decodeEmbeddings(R"({"data":)" + data.toStdString() + "}", 2);
        QVERIFY(!vectors);
        QCOMPARE(vectors.error().code, ErrorCode::Corrupt);
    }
};

QTEST_APPLESS_MAIN(TestDecodeLists)
#include "tst_decode_lists.moc"
