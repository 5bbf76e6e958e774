// The test of an endpoint: what each check finds on servers that work and on those that do not.
#include "core/llm/probe.h"
#include "tests/support/fake_llm.h"
#include "tests/support/raw_peer.h"

#include <QTest>

#include <algorithm>

using namespace agon;

namespace {

const std::string secret = "sk-0123456789abcdef";

class OneSecret final : public SecretSource {
  public:
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const override {
        return name == "AGON_TEST_KEY" ? std::optional(secret) : std::nullopt;
    }
};

} // namespace

class TestProbe : public QObject {
    Q_OBJECT

  private:
    static std::shared_ptr<Endpoint> endpoint(std::vector<std::string> urls,
                                              const char* profile = "openai-compatible") {
        auto out = std::make_shared<Endpoint>();
        out->name = "fighter";
        out->profile = loadProviderProfiles().find(profile);
        out->baseUrls = std::move(urls);
        out->apiModel = "fighter-1200";
        return out;
    }
    static ProbeAccess access() { return {std::make_shared<OneSecret>(), {}}; }
    // "key skipped, connect passed, …" of one base URL and of the whole.
    static QString states(const ProbeReport& report, const std::string& url) {
        QStringList out;
        for (const ProbeCheck& check : report.checks)
            if (check.baseUrl.empty() || check.baseUrl == url)
                out << QString::fromStdString(check.id) + QLatin1Char(' ') +
                           QString::fromStdString(std::string(checkStateName(check.state)));
        return out.join(QStringLiteral(", "));
    }
    static const ProbeCheck& check(const ProbeReport& report, std::string_view id) {
        const auto found = std::find_if(report.checks.begin(), report.checks.end(),
                                        [&](const ProbeCheck& one) { return one.id == id; });
        if (found == report.checks.end())
            qFatal("no such check");
        return *found;
    }

  private slots:
    void whatWorksPasses_data() {
        QTest::addColumn<QByteArray>("profile");
        QTest::newRow("openai") << QByteArray("openai-compatible");
        QTest::newRow("anthropic") << QByteArray("anthropic");
    }
    void whatWorksPasses() {
        QFETCH(QByteArray, profile);
        const FakeLlm server({"--key-env", "FAKE_PROBE_KEY"}, {}, {{"FAKE_PROBE_KEY", secret}});
        const auto whom = endpoint({server.baseUrl()}, profile.constData());
        whom->keyName = "AGON_TEST_KEY";
        std::vector<int> waiting;
        const auto report = probeEndpoint(whom, access(), {}, [&](const ProbeReport& now) {
            waiting.push_back(now.count(CheckState::Waiting));
        });
        QVERIFY2(report, report ? "" : report.error().text().c_str());
        QCOMPARE(states(*report, server.baseUrl()),
                 QStringLiteral("key passed, connect passed, models passed, completion passed, "
                                "usage passed, stream passed, structured passed"));
        QVERIFY(report->ok);
        QCOMPARE(report->models.size(), std::size_t{4});
        QVERIFY(report->reply && !report->reply->text.empty() && report->reply->firstToken);
        QVERIFY(check(*report, "completion").seconds > 0);
        QVERIFY(check(*report, "connect").seconds > 0);
        QVERIFY(std::is_sorted(waiting.rbegin(), waiting.rend()));
        QVERIFY(waiting.size() > report->checks.size());
        QCOMPARE(server.stats().answered, std::int64_t{3});
        for (const ProbeCheck& one : report->checks)
            QVERIFY(one.detail.find(secret) == std::string::npos);
    }
    void thePlanHasEveryCheckOnce() {
        const auto whom = endpoint({"https://a.example/v1", "http://b.example/v1"});
        const ProbeReport plan = plannedProbe(*whom);
        QCOMPARE(plan.count(CheckState::Waiting), static_cast<int>(plan.checks.size()));
        QCOMPARE(states(plan, "https://a.example/v1"),
                 QStringLiteral("key waiting, connect waiting, tls waiting, models waiting, "
                                "completion waiting, usage waiting, stream waiting, "
                                "structured waiting"));
        QVERIFY(!states(plan, "http://b.example/v1").contains(QStringLiteral("tls")));
    }

    void whatIsWrongIsTold_data() {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("ok");
        QTest::newRow("no list") << QByteArray(
                                        R"("path":"/v1/models","fault":"status","status":404)")
                                 << QStringLiteral(
                                        "models warned, completion passed, usage passed, "
                                        "stream passed, structured passed")
                                 << true;
        QTest::newRow("a page for a list")
            << QByteArray(R"("path":"/v1/models","fault":"content_type")")
            << QStringLiteral("models warned, completion passed, "
                              "usage passed, stream passed, "
                              "structured passed")
            << true;
        QTest::newRow("the key is refused")
            << QByteArray(R"("fault":"status","status":401)")
            << QStringLiteral("models failed, completion skipped, usage skipped, stream skipped, "
                              "structured skipped")
            << false;
        QTest::newRow("no such model")
            << QByteArray(R"("path":"/v1/chat","fault":"status","status":404)")
            << QStringLiteral("models passed, completion failed, usage skipped, stream skipped, "
                              "structured skipped")
            << false;
        QTest::newRow("no credit")
            << QByteArray(R"("path":"/v1/chat","fault":"quota")")
            << QStringLiteral("models passed, completion failed, usage skipped, stream skipped, "
                              "structured skipped")
            << false;
        QTest::newRow("no streams")
            << QByteArray(R"("contains":"stream","fault":"status","status":400)")
            << QStringLiteral("models passed, completion passed, usage passed, "
                              "stream warned, structured passed")
            << true;
        QTest::newRow("no schema")
            << QByteArray(R"("contains":"json_schema","fault":"text","text":"Blue, 4")")
            << QStringLiteral("models passed, completion passed, usage passed, "
                              "stream passed, structured warned")
            << true;
        QTest::newRow("nothing said")
            << QByteArray(R"("fault":"text","text":" ","first":2)")
            << QStringLiteral("models passed, completion warned, usage passed, "
                              "stream passed, structured passed")
            << true;
    }
    void whatIsWrongIsTold() {
        QFETCH(QByteArray, rule);
        QFETCH(QString, expected);
        QFETCH(bool, ok);
        const FakeLlm server({}, R"({"rules":[{)" + rule.toStdString() + "}]}");
        const auto report = probeEndpoint(endpoint({server.baseUrl()}), access(), {});
        QVERIFY(report);
        QCOMPARE(states(*report, server.baseUrl()),
                 QStringLiteral("key skipped, connect passed, ") + expected);
        QCOMPARE(report->ok, ok);
        for (const ProbeCheck& one : report->checks)
            QVERIFY(one.state != CheckState::Failed || !one.advice.empty());
    }
    void aModelThatIsNotListedIsARemark() {
        const FakeLlm server({"--models", "other-a,other-b"});
        const auto report = probeEndpoint(endpoint({server.baseUrl()}), access(), {});
        QVERIFY(report);
        QCOMPARE(check(*report, "models").state, CheckState::Warned);
        QVERIFY(check(*report, "models").detail.find("fighter-1200") != std::string::npos);
        QVERIFY(report->ok);
    }
    void remarksOfPlainServers() {
        const FakeLlm server({"--plain-stream", "--no-usage"});
        const auto report = probeEndpoint(endpoint({server.baseUrl()}), access(), {});
        QVERIFY(report);
        QCOMPARE(check(*report, "usage").state, CheckState::Warned);
        QCOMPARE(check(*report, "stream").state, CheckState::Warned);
        QVERIFY(report->ok);
    }
    void eachReplicaIsTested() {
        FakeLlm gone;
        const FakeLlm there;
        gone.stop();
        const auto report =
            probeEndpoint(endpoint({gone.baseUrl(), there.baseUrl()}), access(), {});
        QVERIFY(report);
        QVERIFY(states(*report, gone.baseUrl())
                    .startsWith(QStringLiteral("key skipped, connect failed, models skipped")));
        QVERIFY(states(*report, there.baseUrl()).contains(QStringLiteral("completion passed")));
        QVERIFY(!report->ok);
        QVERIFY(report->reply);
    }
    void aServerThatSpeaksSomethingElse() {
        const RawPeer peer([](const std::string&, const std::string&) {
            return PeerAnswer{"220 mail.example ESMTP\r\n", PeerAnswer::Then::Close};
        });
        const auto report = probeEndpoint(endpoint({peer.url("/v1")}), access(), {});
        QVERIFY(report);
        QCOMPARE(check(*report, "models").state, CheckState::Failed);
        QCOMPARE(check(*report, "completion").state, CheckState::Skipped);
    }

    void nothingIsSentWithoutKeyOrPermission() {
        const FakeLlm server;
        const auto whom = endpoint({server.baseUrl()});
        whom->keyName = "NOT_SET_ANYWHERE";
        const auto keyless = probeEndpoint(whom, access(), {});
        QVERIFY(keyless);
        QCOMPARE(check(*keyless, "key").state, CheckState::Failed);
        QVERIFY(check(*keyless, "key").advice.find("NOT_SET_ANYWHERE") != std::string::npos);
        QCOMPARE(check(*keyless, "connect").state, CheckState::Skipped);

        whom->keyName = "AGON_TEST_KEY";
        std::vector<TrustedOrigin> asked;
        ProbeAccess careful = access();
        careful.allowed = [&](const TrustedOrigin& origin) {
            asked.push_back(origin);
            return false;
        };
        const auto stranger = probeEndpoint(whom, careful, {});
        QVERIFY(stranger);
        QCOMPARE(check(*stranger, "connect").state, CheckState::Failed);
        QVERIFY(!asked.empty());
        QCOMPARE(asked[0], (TrustedOrigin{server.origin(), "AGON_TEST_KEY"}));
        QCOMPARE(listModels(*whom, careful, {}).error().code, ErrorCode::ReadOnly);

        whom->baseUrls = {"http://llm.example.org/v1"}; // would go unencrypted
        const auto plain = probeEndpoint(whom, access(), {});
        QCOMPARE(check(*plain, "connect").state, CheckState::Failed);
        QCOMPARE(server.stats().requests, std::int64_t{0});
    }
    void aKeyThatAServerRepeatsStaysInside() {
        const FakeLlm server({}, R"({"rules":[{"fault":"status","status":401,"message":"bad key )" +
                                     secret + R"("}]})");
        const auto whom = endpoint({server.baseUrl()});
        whom->keyName = "AGON_TEST_KEY";
        const auto report = probeEndpoint(whom, access(), {});
        QVERIFY(report);
        QVERIFY(check(*report, "models").detail.find("bad key [key]") != std::string::npos);
        const auto models = listModels(*whom, access(), {});
        QVERIFY(!models);
        QVERIFY(models.error().text().find(secret) == std::string::npos);
    }
    void canBeStopped() {
        std::stop_source stop;
        const RawPeer silent([&](const std::string&, const std::string&) {
            stop.request_stop();
            return PeerAnswer{"", PeerAnswer::Then::Silence};
        });
        const auto report =
            probeEndpoint(endpoint({silent.url("/v1")}), access(), stop.get_token());
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
    }
    void embeddingsAreTriedWhenWished() {
        const FakeLlm server;
        ProbeWishes wishes;
        wishes.embeddings = true;
        const auto report = probeEndpoint(endpoint({server.baseUrl()}), access(), {}, {}, wishes);
        QVERIFY(report);
        QCOMPARE(states(*report, server.baseUrl()),
                 QStringLiteral("key skipped, connect passed, models passed, embeddings passed"));
        QCOMPARE(server.stats().answered, std::int64_t{0});
    }
    void unusableEndpointsAreErrors() {
        auto whom = endpoint({});
        QCOMPARE(probeEndpoint(whom, access(), {}).error().code, ErrorCode::InvalidInput);
        whom->baseUrls = {"http://127.0.0.1:1"};
        whom->profile = nullptr;
        QCOMPARE(probeEndpoint(whom, access(), {}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(listModels(*whom, access(), {}).error().code, ErrorCode::InvalidInput);
    }

    void modelsAreListed() {
        const FakeLlm server({"--models", "a,b,c"});
        const auto models = listModels(*endpoint({server.baseUrl()}), access(), {});
        QVERIFY2(models, models ? "" : models.error().text().c_str());
        QCOMPARE(*models, (std::vector<std::string>{"a", "b", "c"}));
    }
    void noListIsAnError_data() {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("page") << QByteArray(R"("fault":"content_type")") << QByteArray("corrupt");
        QTest::newRow("404") << QByteArray(R"("fault":"status","status":404)") << QByteArray("io");
        QTest::newRow("closed") << QByteArray(R"("fault":"close")") << QByteArray("io");
    }
    void noListIsAnError() {
        QFETCH(QByteArray, fault);
        QFETCH(QByteArray, code);
        const FakeLlm server({}, R"({"rules":[{)" + fault.toStdString() + "}]}");
        const auto models = listModels(*endpoint({server.baseUrl()}), access(), {});
        QVERIFY(!models);
        QCOMPARE(QByteArray::fromStdString(std::string(errorCodeName(models.error().code))), code);
    }
};

QTEST_GUILESS_MAIN(TestProbe)
#include "tst_probe.moc"
