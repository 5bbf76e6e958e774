// The chat client against servers on loopback: keys, attempts, limits, replicas, cancelling.
#include "core/llm/client.h"
#include "tests/support/raw_peer.h"

#include <QTest>

#include <fmt/format.h>

#include <future>

using namespace agon;

namespace {

const std::string secret = "sk-very-secret-0123456789";

class OneSecret final : public SecretSource {
  public:
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const override {
        return name == "AGON_TEST_KEY" ? std::optional(secret) : std::nullopt;
    }
};

PeerAnswer said(const std::string& text) {
    return wholeAnswer(
        200,
        R"({"model":"m-1","choices":[{"message":{"role":"assistant","content":")" + text +
            R"("},"finish_reason":"stop"}],"usage":{"prompt_tokens":7,"completion_tokens":3}})",
        "Content-Type: application/json\r\n");
}

PeerAnswer wrong(int status, const std::string& message, const std::string& headers = {}) {
    return wholeAnswer(status, R"({"error":{"message":")" + message + R"(","type":"x"}})", headers);
}

} // namespace

class TestClient : public QObject {
    Q_OBJECT

  private:
    static LlmClient::Options options() {
        LlmClient::Options out;
        out.secrets = std::make_shared<OneSecret>();
        return out;
    }
    static std::shared_ptr<Endpoint> endpoint(std::vector<std::string> urls) {
        auto profile = std::make_shared<ProviderProfile>();
        profile->id = "test";
        profile->maxTokensField = "max_tokens";
        auto out = std::make_shared<Endpoint>();
        out->model = ModelId{1};
        out->name = "talker";
        out->profile = profile;
        out->baseUrls = std::move(urls);
        out->apiModel = "m";
        return out;
    }
    static std::future<ChatOutcome> ask(LlmClient& client, std::shared_ptr<const Endpoint> whom,
                                        ChatService::Ticket* ticket = nullptr,
                                        bool stream = false) {
        auto promise = std::make_shared<std::promise<ChatOutcome>>();
        auto future = promise->get_future();
        ChatCall call;
        call.endpoint = std::move(whom);
        call.request.messages = {{ChatRole::User, "hello"}};
        call.request.stream = stream;
        call.done = [promise](ChatOutcome outcome) {
            promise->set_value(std::move(outcome));
        };
        const auto id = client.send(std::move(call));
        if (ticket != nullptr)
            *ticket = id;
        return future;
    }

  private slots:
    void anAnswerComesBackWithItsCounts() {
        std::string head;
        RawPeer peer([&](const std::string& given, const std::string&) {
            head = given;
            return said("hi");
        });
        LlmClient client(options());
        const auto whom = endpoint({peer.url("/v1")});
        whom->keyName = "AGON_TEST_KEY";
        const ChatOutcome outcome = ask(client, whom).get();
        QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
        QCOMPARE(outcome->text, std::string("hi"));
        QCOMPARE(outcome->usage.in, std::optional<std::int64_t>(7));
        QCOMPARE(outcome->usage.out, std::optional<std::int64_t>(3));
        QCOMPARE(outcome->servedModel, std::string("m-1"));
        QCOMPARE(outcome->attempts, 1);
        QVERIFY(head.starts_with("POST /v1/chat/completions HTTP/1.1"));
        QVERIFY(head.find("Bearer " + secret) != std::string::npos);
        const auto activity = client.activity();
        QCOMPARE(activity.size(), std::size_t{1});
        QCOMPARE(activity[0].answered, std::int64_t{1});
        QCOMPARE(activity[0].inFlight, 0);
    }

    void triedAgainWhereThatHelps_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("500") << 500 << QByteArray("retry-after-ms: 1\r\n");
        QTest::newRow("503") << 503 << QByteArray("retry-after-ms: 1\r\n");
        QTest::newRow("429") << 429 << QByteArray("retry-after: 0.001\r\n");
        QTest::newRow("408") << 408 << QByteArray("retry-after-ms: 1\r\n");
    }
    void triedAgainWhereThatHelps() {
        QFETCH(int, status);
        QFETCH(QByteArray, headers);
        std::atomic<int> asked = 0;
        RawPeer peer([&](const std::string&, const std::string&) {
            return ++asked <= 2 ? wrong(status, "later", headers.toStdString()) : said("at last");
        });
        LlmClient client(options());
        const ChatOutcome outcome = ask(client, endpoint({peer.url()})).get();
        QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
        QCOMPARE(outcome->attempts, 3);
        QCOMPARE(outcome->maybeBilled, 0);
    }
    void givesUpAfterTheLastAttempt() {
        RawPeer peer([&](const std::string&, const std::string&) {
            return wrong(500, "broken", "retry-after-ms: 1\r\n");
        });
        LlmClient client(options());
        const ChatOutcome outcome = ask(client, endpoint({peer.url()})).get();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, CallFailure::ServerFailed);
        QCOMPARE(outcome.error().attempts, 3);
        QCOMPARE(outcome.error().status, 500);
        QCOMPARE(peer.requests(), 3);
    }
    void notTriedAgainWhereItHelpsNobody_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        const auto row = [](int status, const char* body, CallFailure kind) {
            QTest::addRow("%d %s", status, body)
                << status << QByteArray(body) << static_cast<int>(kind);
        };
        row(401, "wrong key", CallFailure::Refused);
        row(403, "not for you", CallFailure::Refused);
        row(404, "no such model", CallFailure::BadRequest);
        row(400, "too long", CallFailure::BadRequest);
        row(422, "what", CallFailure::BadRequest);
    }
    void notTriedAgainWhereItHelpsNobody() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        RawPeer peer([&](const std::string&, const std::string&) {
            return wrong(status, body.toStdString());
        });
        LlmClient client(options());
        const ChatOutcome outcome = ask(client, endpoint({peer.url()})).get();
        QVERIFY(!outcome);
        QCOMPARE(static_cast<int>(outcome.error().kind), kind);
        QCOMPARE(peer.requests(), 1);
        QVERIFY(outcome.error().message.find(body.toStdString()) != std::string::npos);
        QVERIFY(outcome.error().message.find("talker") != std::string::npos);
    }
    void usedUpCreditIsNotAskedForAgain() {
        RawPeer peer([](const std::string&, const std::string&) {
            return wholeAnswer(429,
                               R"({"error":{"message":"no credit","code":"insufficient_quota"}})");
        });
        LlmClient client(options());
        const ChatOutcome outcome = ask(client, endpoint({peer.url()})).get();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, CallFailure::Quota);
        QCOMPARE(peer.requests(), 1);
    }
    void aCutAnswerIsAskedForAgainAndMayHaveBeenBilled() {
        std::atomic<int> asked = 0;
        RawPeer peer([&](const std::string&, const std::string&) {
            return ++asked == 1 ? PeerAnswer{"HTTP/1.1 200 X\r\nContent-Length: 900\r\n\r\n{",
                                             PeerAnswer::Then::Close}
                                : said("whole");
        });
        LlmClient client(options());
        const ChatOutcome outcome = ask(client, endpoint({peer.url()})).get();
        QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
        QCOMPARE(outcome->text, std::string("whole"));
        QCOMPARE(outcome->attempts, 2);
        QCOMPARE(outcome->maybeBilled, 1);
    }
    void whatIsNoAnswerIsNotTakenForOne_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("html") << QByteArray("<html>Welcome to the hotel</html>");
        QTest::newRow("cut JSON") << QByteArray(R"({"choices":[{"message":{"content":"a)");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no choices") << QByteArray(R"({"choices":[]})");
    }
    void whatIsNoAnswerIsNotTakenForOne() {
        QFETCH(QByteArray, body);
        RawPeer peer([&](const std::string&, const std::string&) {
            return wholeAnswer(200, body.toStdString());
        });
        LlmClient client(options());
        const ChatOutcome outcome = ask(client, endpoint({peer.url()})).get();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, CallFailure::Unreadable);
        QCOMPARE(outcome.error().maybeBilled, 1);
    }

    void aKeyThatAServerRepeatsGoesNoFurther() {
        std::atomic<bool> fails = true;
        RawPeer peer([&](const std::string&, const std::string&) {
            return fails ? wrong(401, "wrong key: " + secret) : said("your key is " + secret);
        });
        LlmClient client(options());
        const auto whom = endpoint({peer.url()});
        whom->keyName = "AGON_TEST_KEY";
        const ChatOutcome refused = ask(client, whom).get();
        QVERIFY(!refused);
        QVERIFY(refused.error().message.find(secret) == std::string::npos);
        QVERIFY(refused.error().message.find("AGON_TEST_KEY") != std::string::npos);
        fails = false;
        const ChatOutcome answered = ask(client, whom).get();
        QVERIFY(answered);
        QCOMPARE(answered->text, std::string("your key is [key]"));
    }
    // Servers without keys are given words as keys; an answer may hold such a word.
    void aWordAsKeyIsNoSecret_data() {
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("ollama") << QByteArray("ollama");
        QTest::newRow("key") << QByteArray("key"); // stands in what is put in place of keys
    }
    void aWordAsKeyIsNoSecret() {
        QFETCH(QByteArray, word);
        const std::string text = "an answer with " + word.toStdString() + " in it";
        RawPeer peer([&](const std::string&, const std::string&) { return said(text); });
        LlmClient::Options withWord = options();
        qputenv("AGON_TEST_WORD", word);
        withWord.secrets = std::make_shared<EnvironmentSecrets>();
        LlmClient client(withWord);
        const auto whom = endpoint({peer.url()});
        whom->keyName = "AGON_TEST_WORD";
        const ChatOutcome outcome = ask(client, whom).get();
        QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
        QCOMPARE(outcome->text, text);
        RawPeer refusing([&](const std::string&, const std::string&) { return wrong(401, text); });
        const auto other = endpoint({refusing.url()});
        other->keyName = "AGON_TEST_WORD";
        QVERIFY(!ask(client, other).get());
    }
    void nothingIsSentWithoutPermission() {
        RawPeer peer([](const std::string&, const std::string&) { return said("hi"); });
        LlmClient::Options strict = options();
        strict.allowed = [](const TrustedOrigin& origin) {
            return origin.keyName.empty();
        };
        LlmClient client(strict);
        const auto whom = endpoint({peer.url()});
        whom->keyName = "AGON_TEST_KEY";
        const ChatOutcome outcome = ask(client, whom).get();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, CallFailure::Untrusted);
        QCOMPARE(outcome.error().attempts, 0);
        QCOMPARE(peer.requests(), 0);
        QVERIFY(ask(client, endpoint({peer.url()})).get());
    }
    void keysStayOffUnencryptedWires() {
        LlmClient client(options());
        const auto whom = endpoint({"http://192.0.2.1/v1"});
        whom->keyName = "AGON_TEST_KEY";
        const ChatOutcome outcome = ask(client, whom).get();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, CallFailure::Untrusted);
    }
    void aMissingKeyIsNamed() {
        RawPeer peer([](const std::string&, const std::string&) { return said("hi"); });
        LlmClient client(options());
        const auto whom = endpoint({peer.url()});
        whom->keyName = "AGON_OTHER_KEY";
        const ChatOutcome outcome = ask(client, whom).get();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, CallFailure::NoKey);
        QVERIFY(outcome.error().message.find("AGON_OTHER_KEY") != std::string::npos);
        QCOMPARE(peer.requests(), 0);
    }

    void neverMoreAtOnceThanAllowed() {
        std::atomic<int> now = 0;
        std::atomic<int> most = 0;
        RawPeer peer([&](const std::string&, const std::string&) {
            most = std::max(most.load(), ++now);
            std::this_thread::yield();
            --now;
            return said("hi");
        });
        LlmClient client(options());
        const auto whom = endpoint({peer.url()});
        whom->limits.atOnce = 3;
        std::vector<std::future<ChatOutcome>> all;
        for (int i = 0; i < 100; ++i)
            all.push_back(ask(client, whom));
        for (auto& one : all)
            QVERIFY(one.get());
        QVERIFY(most <= 3);
        QCOMPARE(peer.requests(), 100);
    }
    void aDeadReplicaIsPassedBy() {
        std::string gone;
        {
            RawPeer dead([](const std::string&, const std::string&) { return said(""); });
            gone = dead.url();
        }
        RawPeer alive([](const std::string&, const std::string&) { return said("hi"); });
        LlmClient client(options());
        const auto whom = endpoint({gone, alive.url()});
        std::vector<std::future<ChatOutcome>> all;
        for (int i = 0; i < 20; ++i)
            all.push_back(ask(client, whom));
        for (auto& one : all)
            QVERIFY(one.get());
        QCOMPARE(alive.requests(), 20);
    }
    void streamedRepliesComeInPieces() {
        RawPeer peer([](const std::string&, const std::string& body) {
            if (body.find("\"stream\":true") == std::string::npos)
                return wrong(400, "not streamed");
            std::string events;
            for (const char* piece : {"Hel", "lo", "!"})
                events += fmt::format("data: {{\"choices\":[{{\"delta\":{{\"content\":\"{}\"}}}}]}}"
                                      "\n\n",
                                      piece);
            events += "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}]}\n\n"
                      "data: [DONE]\n\n";
            return wholeAnswer(200, events, "Content-Type: text/event-stream\r\n");
        });
        LlmClient client(options());
        auto pieces = std::make_shared<std::vector<std::string>>();
        std::promise<ChatOutcome> promise;
        ChatCall call;
        call.endpoint = endpoint({peer.url()});
        call.request.messages = {{ChatRole::User, "hello"}};
        call.request.stream = true;
        call.piece = [pieces](std::string_view piece) {
            pieces->emplace_back(piece);
        };
        call.done = [&](ChatOutcome outcome) {
            promise.set_value(std::move(outcome));
        };
        client.send(std::move(call));
        const ChatOutcome outcome = promise.get_future().get();
        QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
        QCOMPARE(outcome->text, std::string("Hello!"));
        QCOMPARE(outcome->finish, Finish::Length);
        QVERIFY(outcome->firstToken);
        QCOMPARE(pieces->size(), std::size_t{3});
    }

    void whatWasPassedOnInPiecesIsNotAskedForAgain() {
        RawPeer peer([](const std::string&, const std::string&) {
            return PeerAnswer{"HTTP/1.1 200 X\r\nContent-Length: 900\r\n\r\n"
                              "data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}\n\n",
                              PeerAnswer::Then::Close};
        });
        LlmClient client(options());
        std::string pieces;
        std::promise<ChatOutcome> promise;
        ChatCall call;
        call.endpoint = endpoint({peer.url()});
        call.request.stream = true;
        call.piece = [&](std::string_view piece) {
            pieces += piece;
        };
        call.done = [&](ChatOutcome outcome) {
            promise.set_value(std::move(outcome));
        };
        client.send(std::move(call));
        const ChatOutcome outcome = promise.get_future().get();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, CallFailure::Cut);
        QCOMPARE(pieces, std::string("Hel"));
        QCOMPARE(peer.requests(), 1);
    }
    void cancelledCallsEndOnce() {
        std::promise<void> arrived;
        RawPeer peer([&](const std::string&, const std::string&) {
            arrived.set_value();
            return PeerAnswer{{}, PeerAnswer::Then::Silence};
        });
        LlmClient client(options());
        const auto whom = endpoint({peer.url()});
        whom->limits.atOnce = 1;
        ChatService::Ticket first = 0;
        ChatService::Ticket second = 0;
        auto inFlight = ask(client, whom, &first);
        auto waiting = ask(client, whom, &second);
        arrived.get_future().wait();
        client.cancel(second);
        QCOMPARE(waiting.get().error().kind, CallFailure::Cancelled);
        client.cancel(first);
        const ChatOutcome ended = inFlight.get();
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, CallFailure::Cancelled);
        QCOMPARE(ended.error().maybeBilled, 1);
        QCOMPARE(peer.requests(), 1);
    }
    // Whoever asks on from a callback is answered too, also while the client goes.
    void whatIsAskedAtTheEndEndsToo() {
        RawPeer peer([](const std::string&, const std::string&) {
            return PeerAnswer{{}, PeerAnswer::Then::Silence};
        });
        int ended = 0;
        {
            LlmClient client(options());
            const auto whom = endpoint({peer.url()});
            ChatCall first;
            first.endpoint = whom;
            first.done = [&](const ChatOutcome&) {
                ++ended;
                ChatCall second;
                second.endpoint = whom;
                second.done = [&](const ChatOutcome&) {
                    ++ended;
                };
                client.send(std::move(second));
            };
            client.send(std::move(first));
        }
        QCOMPARE(ended, 2);
    }
    void everyCallEndsWithTheClient() {
        RawPeer peer([](const std::string&, const std::string&) {
            return PeerAnswer{{}, PeerAnswer::Then::Silence};
        });
        std::vector<std::future<ChatOutcome>> all;
        {
            LlmClient client(options());
            const auto whom = endpoint({peer.url()});
            whom->limits.atOnce = 5;
            for (int i = 0; i < 20; ++i)
                all.push_back(ask(client, whom));
        }
        for (auto& one : all) {
            const ChatOutcome outcome = one.get();
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().kind, CallFailure::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
