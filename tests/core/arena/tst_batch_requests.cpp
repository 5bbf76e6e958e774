// Lines of request and result files, one by one.
#include "core/arena/batch_requests.h"
#include "tests/support/result_check.h"

#include <QTest>

using namespace agon;

namespace {

CallKey someKey() {
    CallKey out;
    for (std::size_t i = 0; i < out.bytes.size(); ++i)
        out.bytes[i] = static_cast<std::uint8_t>(17 * i);
    return out;
}

Endpoint someEndpoint() {
    Endpoint out;
    out.name = "m";
    out.profile = std::make_shared<ProviderProfile>();
    return out;
}

} // namespace

class TestBatchRequests : public QObject {
    Q_OBJECT

  private slots:
    void namesFindTheirCalls() {
        const std::string name = requestName(RunId{12}, CallId{345}, someKey());
        QCOMPARE(name, std::string("r12-c345-0011223344556677"));
        const auto read = readRequestName(name);
        QVERIFY(read.has_value());
        QCOMPARE(read->run.value, std::int64_t{12});
        QCOMPARE(read->call.value, std::int64_t{345});
        QVERIFY(read->names(someKey()));
        QVERIFY(!read->names(CallKey{}));
    }

    void otherNamesFindNothing_data() {
        QTest::addColumn<QByteArray>("name");
        for (const char* name :
             {"", "r", "r12", "r12-", "r12-c", "r12-c345", "r12-c345-", "r12-c345-00112233",
              "r12-c345-00112233445566778", "r0-c345-0011223344556677", "r-1-c3-0011223344556677",
              "c345-r12-0011223344556677", "r99999999999999999999-c1-0011223344556677"})
            QTest::newRow(*name == 0 ? "empty" : name) << QByteArray(name);
    }
    void otherNamesFindNothing() {
        QFETCH(QByteArray, name);
        QVERIFY(!readRequestName(name.toStdString()).has_value());
    }

    void readsOutcomes_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("failure"); // empty: an answer
        const auto row = [](const char* name, const char* rest, const char* failure) {
            QTest::newRow(name) << QByteArray(R"({"custom_id":"x",)") + rest << QByteArray(failure);
        };
        const char* body = R"({"choices":[{"message":{"content":"said"}}]})";
        row("answered",
            (std::string(R"("response":{"status_code":200,"body":)") + body + R"(},"error":null})")
                .c_str(),
            "");
        row("without a status", (std::string(R"("response":{"body":)") + body + "}}").c_str(), "");
        row("bad request",
            R"("response":{"status_code":400,"body":{"error":{"message":"no"}}},"error":null})",
            "bad_request");
        row("rate limited", R"("response":{"status_code":429,"body":{}},"error":null})",
            "rate_limited");
        row("server failed", R"("response":{"status_code":500,"body":null}})", "server_failed");
        row("error without a response", R"("response":null,"error":{"code":"x","message":"y"}})",
            "server_failed");
        row("expired", R"("response":null,"error":{"code":"batch_expired"}})", "cancelled");
        row("no answer inside", R"("response":{"status_code":200,"body":{}}})", "unreadable");
        row("nothing", R"("response":[1]})", "server_failed");
        QTest::newRow("no JSON") << QByteArray("}{") << QByteArray("unreadable");
    }
    void readsOutcomes() {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, failure);
        JsonRecord record;
        const ChatOutcome outcome = readResult(record, line.toStdString(), someEndpoint());
        if (failure.isEmpty()) {
            QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().message.c_str());
            QCOMPARE(outcome->text, std::string("said"));
            return;
        }
        QVERIFY(!outcome.has_value());
        QCOMPARE(std::string(callFailureName(outcome.error().kind)), failure.toStdString());
        QCOMPARE(outcome.error().attempts, failure == "cancelled" ? 0 : 1);
    }

    void headsTellWhoAnswered() {
        JsonRecord record;
        const auto head =
            valueOf(readResultHead(record, R"({"custom_id":"a","response":{"status_code":200}})"));
        QCOMPARE(head.name, std::string("a"));
        QVERIFY(head.answered && head.inTime);
        QVERIFY(!valueOf(readResultHead(record,
                                        R"({"custom_id":"a","error":{"code":"batch_expired"}})"))
                     .inTime);
        QVERIFY(!readResultHead(record, R"({"custom_id":7})").has_value());
        QVERIFY(!readResultHead(record, "[]").has_value());
    }
};

QTEST_GUILESS_MAIN(TestBatchRequests)
#include "tst_batch_requests.moc"
