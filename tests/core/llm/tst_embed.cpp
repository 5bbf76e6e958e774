// Texts to vectors: in order, of length one, in bounded requests, tried again, stopped.
#include "core/llm/embed.h"
#include "tests/support/fake_llm.h"
#include "tests/support/raw_peer.h"

#include <QTest>

#include <cmath>
#include <thread>

using namespace agon;

class TestEmbed : public QObject {
    Q_OBJECT

  private:
    static Endpoint endpoint(const std::string& url) {
        Endpoint out;
        out.name = "embedder";
        out.profile = loadProviderProfiles().find("openai-compatible");
        out.baseUrls = {url};
        out.apiModel = "gte";
        return out;
    }
    static std::vector<std::string> texts(int count) {
        std::vector<std::string> out;
        out.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i)
            out.push_back("word" + std::to_string(i) + " and another");
        return out;
    }
    static double lengthOf(const std::vector<float>& vector) {
        double square = 0;
        for (const float x : vector)
            square += static_cast<double>(x) * x;
        return std::sqrt(square);
    }

  private slots:
    void theBodyIsWhatServersTake() {
        const std::vector<std::string> two{"a 'b'", "c\n"};
        QCOMPARE(encodeEmbeddings(endpoint("http://127.0.0.1:1"), two),
                 std::string("{\"model\":\"gte\",\"input\":[\"a 'b'\",\"c\\n\"],"
                             "\"encoding_format\":\"float\"}"));
    }
    void vectorsComeInOrderAndOfLengthOne() {
        const FakeLlm server({"--jitter", "20"}); // so that answers overtake each other
        EmbedLimits limits;
        limits.texts = 7;
        const auto all = texts(50);
        const auto together = embed(endpoint(server.baseUrl()), all, {}, {}, limits);
        QVERIFY2(together, together ? "" : together.error().text().c_str());
        QCOMPARE(together->size(), all.size());
        QCOMPARE(server.stats().requests, std::int64_t{8}); // ⌈50/7⌉
        for (std::size_t i = 0; i < all.size(); i += 7) {
            const auto alone =
                embed(endpoint(server.baseUrl()), std::span(all).subspan(i, 1), {}, {});
            QVERIFY(alone);
            QCOMPARE((*together)[i], alone->front());
            QVERIFY(std::abs(lengthOf((*together)[i]) - 1) < 1e-5);
        }
    }
    void requestsAreBoundedInBytes() {
        const FakeLlm server;
        EmbedLimits limits;
        limits.bytes = 100;
        const std::vector<std::string> all{std::string(60, 'a'), std::string(60, 'b'),
                                           std::string(500, 'c'), std::string(10, 'd')};
        const auto vectors = embed(endpoint(server.baseUrl()), all, {}, {}, limits);
        QVERIFY(vectors);
        QCOMPARE(server.stats().requests, std::int64_t{4});
    }
    void aTextWithoutWordsStaysZero() {
        const FakeLlm server;
        const std::vector<std::string> all{"", "word"};
        const auto vectors = embed(endpoint(server.baseUrl()), all, {}, {});
        QVERIFY(vectors);
        QCOMPARE(lengthOf((*vectors)[0]), 0.0);
    }
    void nothingIsAskedForNothing() {
        const auto vectors = embed(endpoint("http://127.0.0.1:1/v1"), {}, {}, {});
        QVERIFY(vectors);
        QVERIFY(vectors->empty());
    }
    void progressRisesToAll() {
        const FakeLlm server;
        EmbedLimits limits;
        limits.texts = 5;
        std::vector<std::size_t> told;
        const auto vectors = embed(endpoint(server.baseUrl()), texts(20), {}, {}, limits,
                                   [&](std::size_t done) { told.push_back(done); });
        QVERIFY(vectors);
        QVERIFY(!told.empty() && std::is_sorted(told.begin(), told.end()));
        QCOMPARE(told.back(), std::size_t{20});
    }

    void failures_data() {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("code"); // empty: it works
        QTest::addColumn<int>("requests");
        QTest::newRow("busy once")
            << QByteArray(R"("fault":"rate_limited","retry_after_ms":1,"first":1)") << QByteArray()
            << 2;
        QTest::newRow("closed once")
            << QByteArray(R"("fault":"close","first":1)") << QByteArray() << 2;
        QTest::newRow("broken") << QByteArray(
                                       R"("fault":"status","headers":{"retry-after-ms":"1"})")
                                << QByteArray("io") << 3;
        QTest::newRow("refused") << QByteArray(R"("fault":"status","status":401)")
                                 << QByteArray("io") << 1;
        QTest::newRow("a page") << QByteArray(R"("fault":"content_type")") << QByteArray("corrupt")
                                << 1;
    }
    void failures() {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, code);
        QFETCH(int, requests);
        const FakeLlm server({}, R"({"rules":[{)" + rule.toStdString() + "}]}");
        const auto vectors = embed(endpoint(server.baseUrl()), texts(3), {}, {});
        QCOMPARE(QByteArray::fromStdString(
                     vectors ? "" : std::string(errorCodeName(vectors.error().code))),
                 code);
        QCOMPARE(server.stats().requests, std::int64_t{requests});
    }
    void lengthsMustAgreeAcrossRequests() {
        std::atomic<int> asked = 0;
        const RawPeer peer([&](const std::string&, const std::string&) {
            return wholeAnswer(200, ++asked == 1 ? R"({"data":[{"index":0,"embedding":[1,2]}]})"
                                                 : R"({"data":[{"index":0,"embedding":[1]}]})");
        });
        EmbedLimits limits;
        limits.texts = 1;
        const auto vectors = embed(endpoint(peer.url("/v1")), texts(2), {}, {}, limits);
        QVERIFY(!vectors);
        QCOMPARE(vectors.error().code, ErrorCode::Corrupt);
    }
    void permissionAndProfileAreLookedAtFirst() {
        const FakeLlm server;
        ProbeAccess access;
        access.allowed = [](const TrustedOrigin&) {
            return false;
        };
        const auto refused = embed(endpoint(server.baseUrl()), texts(1), access, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ReadOnly);
        Endpoint anthropic = endpoint(server.baseUrl());
        anthropic.profile = loadProviderProfiles().find("anthropic");
        QCOMPARE(embed(anthropic, texts(1), {}, {}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(server.stats().requests, std::int64_t{0});
    }
    void canBeStopped() {
        std::stop_source stop;
        const RawPeer silent([&](const std::string&, const std::string&) {
            stop.request_stop();
            return PeerAnswer{"", PeerAnswer::Then::Silence};
        });
        const auto vectors = embed(endpoint(silent.url("/v1")), texts(40), {}, stop.get_token());
        QVERIFY(!vectors);
        QCOMPARE(vectors.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestEmbed)
#include "tst_embed.moc"
