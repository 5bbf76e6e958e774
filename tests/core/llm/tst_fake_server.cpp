// The chat client against the fake server of models: both dialects, streams in any pieces, every
// fault, many calls at once; and what the server says of itself.
#include "core/llm/client.h"
#include "core/text/json_record.h"
#include "tests/support/fake_llm.h"

#include <QTest>

#include <fmt/format.h>

#include <future>
#include <map>

using namespace agon;

namespace {

class OneSecret final : public SecretSource {
  public:
    explicit OneSecret(std::string value)
        : m_value(std::move(value)) {}
    [[nodiscard]] std::optional<std::string> find(std::string_view) const override {
        return m_value.empty() ? std::nullopt : std::optional(m_value);
    }

  private:
    std::string m_value;
};

} // namespace

class TestFakeServer : public QObject {
    Q_OBJECT

  private:
    static LlmClient::Options options(const std::string& key = {}) {
        LlmClient::Options out;
        out.secrets = std::make_shared<OneSecret>(key);
        return out;
    }
    static std::shared_ptr<Endpoint> endpoint(const FakeLlm& server, bool anthropic = false,
                                              const std::string& model = "fighter-1200") {
        const auto profiles = loadProviderProfiles();
        auto out = std::make_shared<Endpoint>();
        out->model = ModelId{1};
        out->name = "fighter";
        out->profile = profiles.find(anthropic ? "anthropic" : "openai-compatible");
        out->baseUrls = {server.baseUrl()};
        out->apiModel = model;
        out->limits.atOnce = 512;
        return out;
    }
    static ChatRequest saying(const std::string& text, bool stream = false) {
        ChatRequest out;
        out.messages = {{ChatRole::System, "You judge."}, {ChatRole::User, text}};
        out.stream = stream;
        return out;
    }
    static std::future<ChatOutcome> ask(LlmClient& client, std::shared_ptr<const Endpoint> whom,
                                        ChatRequest request) {
        auto promise = std::make_shared<std::promise<ChatOutcome>>();
        auto future = promise->get_future();
        ChatCall call;
        call.endpoint = std::move(whom);
        call.request = std::move(request);
        call.done = [promise](ChatOutcome outcome) {
            promise->set_value(std::move(outcome));
        };
        client.send(std::move(call));
        return future;
    }
    static std::string textOf(const ChatOutcome& outcome) {
        return outcome ? outcome->text : "failed: " + outcome.error().message;
    }
    static void addDialects() {
        QTest::addColumn<bool>("anthropic");
        QTest::newRow("openai") << false;
        QTest::newRow("anthropic") << true;
    }

  private slots:
    void theSameQuestionHasTheSameAnswer_data() { addDialects(); }
    void theSameQuestionHasTheSameAnswer() {
        QFETCH(bool, anthropic);
        const FakeLlm server;
        LlmClient client(options());
        const auto whom = endpoint(server, anthropic);
        const ChatOutcome first = ask(client, whom, saying("Why \"so\"?\n\té 𝄞")).get();
        const ChatOutcome again = ask(client, whom, saying("Why \"so\"?\n\té 𝄞")).get();
        const ChatOutcome other = ask(client, whom, saying("Why not?")).get();
        QVERIFY2(first && again && other, textOf(first).c_str());
        QVERIFY(first->text.size() > 100);
        QCOMPARE(first->text, again->text);
        QVERIFY(first->text != other->text);
        QCOMPARE(first->finish, Finish::Stop);
        QCOMPARE(first->servedModel, std::string("fighter-1200"));
        QVERIFY(first->usage.in && *first->usage.in > 0);
        QCOMPARE(*first->usage.out, static_cast<std::int64_t>((first->text.size() + 3) / 4));
        const FakeLlm::Stats stats = server.stats();
        QCOMPARE(stats.answered, std::int64_t{3});
        QCOMPARE(stats.distinct, std::int64_t{2});
        QCOMPARE(stats.duplicates, std::int64_t{1});
        QCOMPARE(stats.models.at("fighter-1200"), std::int64_t{3});
    }

    void streamsMayBeDividedAnywhere_data() {
        QTest::addColumn<bool>("anthropic");
        QTest::addColumn<int>("bytes");
        for (const bool anthropic : {false, true})
            for (const int bytes : {0, 1, 2, 3, 7, 61, 1000, 100000})
                QTest::addRow("%s in pieces of %d", anthropic ? "anthropic" : "openai", bytes)
                    << anthropic << bytes;
    }
    void streamsMayBeDividedAnywhere() {
        QFETCH(bool, anthropic);
        QFETCH(int, bytes);
        const FakeLlm server({"--piece-bytes", std::to_string(bytes)});
        LlmClient client(options());
        const auto whom = endpoint(server, anthropic);
        const ChatOutcome whole = ask(client, whom, saying("Tell me.")).get();
        const ChatOutcome streamed = ask(client, whom, saying("Tell me.", true)).get();
        QVERIFY2(whole && streamed, textOf(streamed).c_str());
        QCOMPARE(streamed->text, whole->text);
        QVERIFY(streamed->firstToken);
        QCOMPARE(streamed->usage.out, whole->usage.out);
        QCOMPARE(streamed->finish, Finish::Stop);
        QCOMPARE(server.stats().answered, std::int64_t{2});
    }
    void aServerThatKnowsNoStreamsIsReadWhole_data() { addDialects(); }
    void aServerThatKnowsNoStreamsIsReadWhole() {
        QFETCH(bool, anthropic);
        const FakeLlm server({"--plain-stream"});
        LlmClient client(options());
        std::string pieces;
        std::promise<ChatOutcome> promise;
        ChatCall call;
        call.endpoint = endpoint(server, anthropic);
        call.request = saying("Tell me.", true);
        call.piece = [&](std::string_view piece) {
            pieces += piece;
        };
        call.done = [&](ChatOutcome outcome) {
            promise.set_value(std::move(outcome));
        };
        client.send(std::move(call));
        const ChatOutcome outcome = promise.get_future().get();
        QVERIFY2(outcome, textOf(outcome).c_str());
        QVERIFY(outcome->text.size() > 100);
        QCOMPARE(pieces, outcome->text); // who shows pieces sees the answer all the same
        QVERIFY(!outcome->firstToken);
        QCOMPARE(outcome->attempts, 1);
    }

    void everyFaultComesToWhatItShould_data() {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<bool>("stream");
        QTest::addColumn<QByteArray>("failure"); // empty: it is answered
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("attempts");
        QTest::addColumn<int>("maybeBilled");
        QTest::addColumn<int>("answered"); // as the server counts
        const auto row = [](const char* rule, bool stream, const char* failure, int status,
                            int attempts, int billed, int answered) {
            QTest::addRow("%s%s", rule, stream ? " streamed" : "")
                << QByteArray(rule) << stream << QByteArray(failure) << status << attempts << billed
                << answered;
        };
        // Once, then all is well.
        row(R"("fault":"status","status":500,"headers":{"retry-after-ms":"1"},"first":1)", false,
            "", 200, 2, 0, 1);
        row(R"("fault":"status","status":503,"headers":{"retry-after-ms":"1"},"first":2)", false,
            "", 200, 3, 0, 1);
        row(R"("fault":"rate_limited","retry_after_ms":1,"first":1)", false, "", 200, 2, 0, 1);
        row(R"("fault":"rate_limited","retry_after":0.001,"first":1)", true, "", 200, 2, 0, 1);
        row(R"("fault":"cut","first":1)", false, "", 200, 2, 1, 2);
        row(R"("fault":"cut","first":1)", true, "", 200, 2, 1, 2);
        row(R"("fault":"close","first":1)", false, "", 200, 2, 1, 1);
        row(R"("fault":"sse_error","first":1)", true, "", 200, 2, 1, 2);
        row(R"("fault":"slow","ms":30)", false, "", 200, 1, 0, 1);
        row(R"("fault":"broken_utf8")", false, "", 200, 1, 0, 1);
        row(R"("fault":"broken_utf8")", true, "", 200, 1, 0, 1);
        // For good.
        row(R"("fault":"status","status":500,"headers":{"retry-after-ms":"1"})", false,
            "server_failed", 500, 3, 0, 0);
        row(R"("fault":"rate_limited","retry_after_ms":1)", false, "rate_limited", 429, 3, 0, 0);
        row(R"("fault":"quota")", false, "quota", 429, 1, 0, 0);
        row(R"("fault":"quota")", true, "quota", 429, 1, 0, 0);
        row(R"("fault":"status","status":400)", false, "bad_request", 400, 1, 0, 0);
        row(R"("fault":"status","status":404)", true, "bad_request", 404, 1, 0, 0);
        row(R"("fault":"status","status":401)", false, "refused", 401, 1, 0, 0);
        row(R"("fault":"redirect","location":"/elsewhere")", false, "untrusted", 302, 1, 0, 0);
        row(R"("fault":"content_type")", false, "unreadable", 200, 1, 1, 1);
        row(R"("fault":"content_type")", true, "unreadable", 200, 1, 1, 1);
        row(R"("fault":"truncated_json")", false, "unreadable", 200, 1, 1, 1);
        row(R"("fault":"sse_cut")", true, "unreadable", 200, 1, 1, 1);
        row(R"("fault":"empty")", false, "unreadable", 200, 1, 1, 1);
        row(R"("fault":"empty")", true, "unreadable", 200, 1, 1, 1);
        row(R"("fault":"huge")", false, "unreadable", 0, 1, 1, 1);
        row(R"("fault":"endless")", true, "timed_out", 0, 1, 1, 1);
        row(R"("fault":"endless")", false, "timed_out", 0, 1, 1, 1);
        row(R"("fault":"silent")", false, "timed_out", 0, 1, 1, 0);
    }
    void everyFaultComesToWhatItShould() {
        QFETCH(QByteArray, rule);
        QFETCH(bool, stream);
        QFETCH(QByteArray, failure);
        QFETCH(int, status);
        QFETCH(int, attempts);
        QFETCH(int, maybeBilled);
        QFETCH(int, answered);
        for (const bool anthropic : {false, true}) {
            const FakeLlm server({}, R"({"rules":[{"path":"/v1",)" + rule.toStdString() + "}]}");
            LlmClient client(options());
            const auto whom = endpoint(server, anthropic);
            // Only what never ends on its own waits for these.
            const bool endless = failure == "timed_out";
            whom->timeouts.total = endless ? 0.15 : 20;
            whom->timeouts.firstByte = whom->timeouts.total;
            whom->limits.retries = endless ? 0 : 2;
            const ChatOutcome outcome = ask(client, whom, saying("Tell me.", stream)).get();
            QCOMPARE(QByteArray::fromStdString(
                         outcome ? "" : std::string(callFailureName(outcome.error().kind))),
                     failure);
            QCOMPARE(outcome ? outcome->attempts : outcome.error().attempts, attempts);
            QCOMPARE(outcome ? outcome->maybeBilled : outcome.error().maybeBilled, maybeBilled);
            if (!outcome)
                QCOMPARE(outcome.error().status, status);
            QCOMPARE(server.stats().answered, std::int64_t{answered});
        }
    }
    void brokenBytesAreMendedAndMarked() {
        const FakeLlm server({}, R"({"rules":[{"fault":"broken_utf8"}]})");
        LlmClient client(options());
        const ChatOutcome outcome = ask(client, endpoint(server), saying("Tell me.")).get();
        QVERIFY2(outcome, textOf(outcome).c_str());
        QVERIFY(outcome->marks != 0);
    }

    void manyAtOnceAreAllAnsweredOnce_data() {
        QTest::addColumn<bool>("stream");
        QTest::newRow("whole") << false;
        QTest::newRow("streamed") << true;
    }
    void manyAtOnceAreAllAnsweredOnce() {
        QFETCH(bool, stream);
        constexpr int count = 512;
        const FakeLlm server({"--latency", "50", "--jitter", "20"});
        LlmClient client(options());
        const auto whom = endpoint(server);
        std::vector<std::future<ChatOutcome>> all;
        for (int i = 0; i < count; ++i)
            all.push_back(ask(client, whom, saying("Question " + std::to_string(i), stream)));
        for (auto& one : all) {
            const ChatOutcome outcome = one.get();
            QVERIFY2(outcome, textOf(outcome).c_str());
            QCOMPARE(outcome->attempts, 1);
        }
        const FakeLlm::Stats stats = server.stats();
        QCOMPARE(stats.answered, std::int64_t{count});
        QCOMPARE(stats.distinct, std::int64_t{count});
        QVERIFY2(stats.mostInFlight > count / 2, qPrintable(QString::number(stats.mostInFlight)));
    }
    void aShareOfFaultsCostsAttemptsAndNoAnswers() {
        constexpr int count = 200;
        const FakeLlm server(
            {}, R"({"rules":[{"fault":"status","status":503,"fraction":0.1,"first_same":1,)"
                R"("headers":{"retry-after-ms":"1"}}]})");
        LlmClient client(options());
        const auto whom = endpoint(server);
        std::vector<std::future<ChatOutcome>> all;
        for (int i = 0; i < count; ++i)
            all.push_back(ask(client, whom, saying("Question " + std::to_string(i))));
        int again = 0;
        for (auto& one : all) {
            const ChatOutcome outcome = one.get();
            QVERIFY2(outcome, textOf(outcome).c_str());
            again += outcome->attempts - 1;
        }
        QVERIFY(again > 0);
        const FakeLlm::Stats stats = server.stats();
        QCOMPARE(stats.answered, std::int64_t{count});
        QCOMPARE(stats.duplicates, std::int64_t{0});
        QCOMPARE(stats.faults, std::int64_t{again});
        QCOMPARE(stats.requests, std::int64_t{count + again});
    }

    void onlyTheKeyOpens_data() { addDialects(); }
    void onlyTheKeyOpens() {
        QFETCH(bool, anthropic);
        const FakeLlm server({"--key-env", "FAKE_SERVER_KEY"}, {},
                             {{"FAKE_SERVER_KEY", "sk-0123456789abcdef"}});
        const auto whom = endpoint(server, anthropic);
        const auto outcomeWith = [&](const std::string& key, const std::string& name) {
            LlmClient client(options(key));
            const auto same = std::make_shared<Endpoint>(*whom);
            same->keyName = name;
            return ask(client, same, saying("Tell me.")).get();
        };
        const ChatOutcome without = outcomeWith({}, {});
        QVERIFY(!without);
        QCOMPARE(without.error().kind, CallFailure::Refused);
        const ChatOutcome wrong = outcomeWith("sk-wrong-wrong-wrong", "KEY");
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, CallFailure::Refused);
        QVERIFY(wrong.error().message.find("sk-wrong") == std::string::npos);
        QCOMPARE(server.stats().answered, std::int64_t{0});
        const ChatOutcome right = outcomeWith("sk-0123456789abcdef", "KEY");
        QVERIFY2(right, textOf(right).c_str());
        QCOMPARE(server.stats().answered, std::int64_t{1});
    }

    void theServersLimitIsKeptWithoutRefusals() {
        constexpr int perWindow = 20;
        const FakeLlm server({"--rate", std::to_string(perWindow), "--rate-window", "0.3"});
        LlmClient client(options());
        const auto whom = endpoint(server);
        whom->limits.atOnce = 1; // so that each call knows what the one before it was told
        std::vector<std::future<ChatOutcome>> all;
        for (int i = 0; i < 2 * perWindow; ++i)
            all.push_back(ask(client, whom, saying("Question " + std::to_string(i))));
        for (auto& one : all)
            QVERIFY(one.get());
        const FakeLlm::Stats stats = server.stats();
        QCOMPARE(stats.answered, std::int64_t{2 * perWindow});
        QCOMPARE(stats.requests, std::int64_t{2 * perWindow}); // nobody was refused
    }

    void judgesAnswerInTheFormTheyAreAskedFor_data() {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QByteArray>("longerFirst"); // what the verdict then holds
        QTest::addColumn<QByteArray>("longerSecond");
        QTest::newRow("score lines") << QByteArray("Write Score-A: and Score-B:.")
                                     << QByteArray("Score-A: ") << QByteArray("Score-B: ");
        QTest::newRow("label") << QByteArray("Write [[A]], [[B]] or [[C]].") << QByteArray("[[A]]")
                               << QByteArray("[[B]]");
        QTest::newRow("pair") << QByteArray("Write for example [[8, 3]].") << QByteArray(", ")
                              << QByteArray(", ");
        QTest::newRow("five labels")
            << QByteArray("Write [[A>>B]], [[A>B]], [[A=B]], [[B>A]] or [[B>>A]].")
            << QByteArray("[[A>>B]]") << QByteArray("[[B>>A]]");
    }
    void judgesAnswerInTheFormTheyAreAskedFor() {
        QFETCH(QByteArray, form);
        QFETCH(QByteArray, longerFirst);
        QFETCH(QByteArray, longerSecond);
        const FakeLlm server({"--flip", "0", "--tie", "0"});
        LlmClient client(options());
        const auto judge = endpoint(server, false, "judge-1");
        const std::string good(400, 'g');
        const std::string bad = "No idea [[B]] Score-A: 10";
        const auto verdict = [&](const std::string& a, const std::string& b) {
            return textOf(ask(client, judge,
                              saying(fmt::format("{}\n[The Start of Assistant A's Answer]\n{}\n"
                                                 "[The End of Assistant A's Answer]\n\n"
                                                 "[The Start of Assistant B's Answer]\n{}\n"
                                                 "[The End of Assistant B's Answer]",
                                                 form.toStdString(), a, b)))
                              .get());
        };
        const std::string first = verdict(good, bad);
        const std::string second = verdict(bad, good);
        QVERIFY2(first.find(longerFirst.toStdString()) != std::string::npos, first.c_str());
        QVERIFY2(second.find(longerSecond.toStdString()) != std::string::npos, second.c_str());
        QVERIFY(first.find("Answer A covers more") != std::string::npos);
        QVERIFY(second.find("Answer B covers more") != std::string::npos);
    }
    void judgesKeepToASchema() {
        const FakeLlm server({"--flip", "0", "--tie", "0"});
        LlmClient client(options());
        ChatRequest request = saying("<answer_a>\nshort\n</answer_a>\n<answer_b>\n" +
                                     std::string(300, 'x') + "\n</answer_b>");
        request.schemaName = "verdict";
        request.schema = R"({"type":"object","properties":{"explanation":{"type":"string"},)"
                         R"("score_a":{"type":"number"},"score_b":{"type":"number"},)"
                         R"("winner":{"type":"string","enum":["A","B","tie"]}},)"
                         R"("required":["explanation","score_a","score_b","winner"]})";
        const ChatOutcome outcome = ask(client, endpoint(server, false, "judge-1"), request).get();
        QVERIFY2(outcome, textOf(outcome).c_str());
        JsonRecord record;
        const auto root = record.parseCopy(outcome->text);
        QVERIFY2(root, outcome->text.c_str());
        QVERIFY(*(*root)["score_b"].number() > *(*root)["score_a"].number());
        QCOMPARE(std::string(*(*root)["winner"].string()), std::string("B"));
    }
    void repliesWithoutAVerdictComeFirstForTheSameBody() {
        const FakeLlm server({"--no-verdict-first", "2"});
        LlmClient client(options());
        const auto judge = endpoint(server, false, "judge-1");
        std::vector<bool> hasVerdict;
        for (int i = 0; i < 3; ++i)
            hasVerdict.push_back(
                textOf(ask(client, judge, saying("Write [[A]] or [[B]].")).get()).find("[[") !=
                std::string::npos);
        QCOMPARE(hasVerdict, std::vector<bool>({false, false, true}));
    }
};

QTEST_GUILESS_MAIN(TestFakeServer)
#include "tst_fake_server.moc"
