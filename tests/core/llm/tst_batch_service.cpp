// Files and batches over HTTP: what is sent, what is refused, what is tried again, against a peer
// that answers whatever it is told.
#include "core/llm/batch_service.h"
#include "tests/support/raw_peer.h"
#include "tests/support/result_check.h"

#include <QTest>

#include <atomic>
#include <mutex>

using namespace agon;

namespace {

constexpr const char* secret = "sk-0123456789abcdef0123";

class OneKey final : public SecretSource {
  public:
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const override {
        return name == "KEY" ? std::optional<std::string>(secret) : std::nullopt;
    }
};

std::shared_ptr<const Endpoint> endpointAt(const std::string& baseUrl,
                                           const std::string& keyName = "KEY") {
    auto out = std::make_shared<Endpoint>();
    auto profile = std::make_shared<ProviderProfile>();
    profile->batch = true;
    out->name = "m";
    out->profile = std::move(profile);
    out->baseUrls = {baseUrl};
    out->keyName = keyName;
    return out;
}

ProbeAccess allAllowed() {
    return {std::make_shared<OneKey>(), {}};
}

const std::string aBatch = R"({"id":"batch_1","status":"in_progress","input_file_id":"file-1",
    "output_file_id":null,"request_counts":{"total":3,"completed":1,"failed":0},
    "metadata":{"run":"7"},"created_at":1764460800})";

} // namespace

class TestBatchService : public QObject {
    Q_OBJECT

  private slots:
    void handsOverFilesAsForms() {
        std::string head;
        std::string body;
        RawPeer peer([&](const std::string& gotHead, const std::string& gotBody) {
            head = gotHead;
            body = gotBody;
            return wholeAnswer(200, R"({"id":"file-9"})");
        });
        BatchService service(allAllowed());
        const std::string lines = "{\"a\":1}\n{\"b\":2}\n";
        QCOMPARE(valueOf(service.upload(endpointAt(peer.url("/v1")), "x.jsonl", lines, {})),
                 std::string("file-9"));
        QVERIFY(head.starts_with("POST /v1/files "));
        QVERIFY(head.find(std::string("Authorization: Bearer ") + secret) != std::string::npos);
        const std::string mark = "boundary=";
        const std::size_t at = head.find(mark) + mark.size();
        const std::string boundary = "--" + head.substr(at, head.find("\r\n", at) - at);
        QVERIFY(body.starts_with(boundary + "\r\n"));
        QVERIFY(body.ends_with("\r\n" + boundary + "--\r\n"));
        QVERIFY(body.find("name=\"purpose\"\r\n\r\nbatch\r\n") != std::string::npos);
        QVERIFY(body.find("filename=\"x.jsonl\"") != std::string::npos);
        QVERIFY(body.find("\r\n\r\n" + lines + "\r\n--") != std::string::npos);
    }

    void readsBatches() {
        RawPeer peer(
            [&](const std::string&, const std::string&) { return wholeAnswer(200, aBatch); });
        BatchService service(allAllowed());
        const RemoteBatch batch = valueOf(service.look(endpointAt(peer.url("/v1")), "batch_1", {}));
        QCOMPARE(batch.status, std::string("in_progress"));
        QVERIFY(!batch.ended() && batch.outputFile.empty());
        QCOMPARE(batch.total, std::int64_t{3});
        QCOMPARE(batch.metadata.at("run"), std::string("7"));
    }

    void findsByMetadataOnLaterPages() {
        std::string second;
        RawPeer peer([&](const std::string& head, const std::string&) {
            if (head.find("after=") == std::string::npos)
                return wholeAnswer(200, R"({"data":[{"id":"batch_5","status":"failed"},7,
                    {"id":"batch_4","status":"completed","metadata":{"run":"6"}}],
                    "has_more":true})");
            second = head;
            return wholeAnswer(200, R"({"data":[)" + aBatch + R"(],"has_more":false})");
        });
        BatchService service(allAllowed());
        const auto endpoint = endpointAt(peer.url("/v1"));
        const auto found = valueOf(service.find(endpoint, {{"run", "7"}}, {}, {}));
        QVERIFY(found.has_value());
        QCOMPARE(found->id, std::string("batch_1"));
        QVERIFY(second.find("after=batch_4") != std::string::npos);
        QVERIFY(!valueOf(service.find(endpoint, {{"run", "8"}}, {}, {})).has_value());
    }

    // A second batch costs as much as the first.
    void createsOnlyOnce() {
        std::atomic<int> creations = 0;
        RawPeer peer([&](const std::string&, const std::string&) {
            ++creations;
            return wholeAnswer(500, R"({"error":{"message":"who knows"}})");
        });
        BatchService service(allAllowed());
        const auto failed = service.create(endpointAt(peer.url("/v1")), "file-1", {}, {});
        QVERIFY(failed.error().retryable);
        QCOMPARE(creations.load(), 1);
    }

    void looksAgainAfterFailures() {
        std::atomic<int> asked = 0;
        RawPeer peer([&](const std::string&, const std::string&) {
            return ++asked < 3 ? wholeAnswer(503, "", "retry-after-ms: 1\r\n")
                               : wholeAnswer(200, aBatch);
        });
        BatchService service(allAllowed());
        VERIFY_OK(service.look(endpointAt(peer.url("/v1")), "batch_1", {}));
        QCOMPARE(asked.load(), 3);
    }

    void keepsKeysToItself_data() {
        QTest::addColumn<int>("status");
        QTest::newRow("answered") << 200;
        QTest::newRow("refused") << 401;
    }
    void keepsKeysToItself() {
        QFETCH(int, status);
        RawPeer peer([&](const std::string&, const std::string&) {
            return wholeAnswer(status, "{\"error\":{\"message\":\"your key " + std::string(secret) +
                                           " is odd\"}}");
        });
        BatchService service(allAllowed());
        const auto got = service.content(endpointAt(peer.url("/v1")), "file-1", {});
        QCOMPARE(got.has_value(), status == 200);
        const std::string text = got ? *got : got.error().text();
        QVERIFY2(text.find(secret) == std::string::npos, text.c_str());
        QVERIFY(text.find("[key]") != std::string::npos);
    }

    void sendsNothingWithoutPermission() {
        RawPeer peer(
            [&](const std::string&, const std::string&) { return wholeAnswer(200, aBatch); });
        ProbeAccess access = allAllowed();
        access.allowed = [](const TrustedOrigin&) {
            return false;
        };
        BatchService strict(access);
        QCOMPARE(strict.look(endpointAt(peer.url("/v1")), "batch_1", {}).error().code,
                 ErrorCode::ReadOnly);
        BatchService service(allAllowed());
        QCOMPARE(service.look(endpointAt(peer.url("/v1"), "OTHER"), "batch_1", {}).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(service.look(endpointAt("http://203.0.113.1/v1"), "batch_1", {}).error().code,
                 ErrorCode::ReadOnly); // a key without encryption
        QCOMPARE(peer.requests(), 0);
    }

    // Ids come from files and servers.
    void asksForNothingElse_data() {
        QTest::addColumn<QByteArray>("id");
        for (const char* id : {"", "..", "../models", "a/b", "a?b", "a#b", "a b", "a%2fb"})
            QTest::newRow(*id == 0 ? "empty" : id) << QByteArray(id);
    }
    void asksForNothingElse() {
        QFETCH(QByteArray, id);
        RawPeer peer(
            [&](const std::string&, const std::string&) { return wholeAnswer(200, aBatch); });
        BatchService service(allAllowed());
        const auto endpoint = endpointAt(peer.url("/v1"));
        QCOMPARE(service.look(endpoint, id.toStdString(), {}).error().code,
                 ErrorCode::InvalidInput);
        QVERIFY(!service.content(endpoint, id.toStdString(), {}).has_value());
        QVERIFY(!service.cancel(endpoint, id.toStdString(), {}).has_value());
        QCOMPARE(peer.requests(), 0);
    }

    void brokenAnswersAreTold_data() {
        QTest::addColumn<QByteArray>("body");
        for (const char* body : {"", "[]", "{", R"({"id":"../x","status":"completed"})",
                                 R"({"id":"batch_1"})", R"({"id":7,"status":"completed"})"})
            QTest::newRow(*body == 0 ? "empty" : body) << QByteArray(body);
    }
    void brokenAnswersAreTold() {
        QFETCH(QByteArray, body);
        RawPeer peer([&](const std::string&, const std::string&) {
            return wholeAnswer(200, body.toStdString());
        });
        BatchService service(allAllowed());
        QCOMPARE(service.look(endpointAt(peer.url("/v1")), "batch_1", {}).error().code,
                 ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestBatchService)
#include "tst_batch_service.moc"
