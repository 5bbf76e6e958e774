// The HTTP loop against servers that behave and servers that do not.
#include "core/llm/http.h"
#include "tests/support/raw_peer.h"

#include <QTest>

#include <future>

using namespace agon;

class TestHttp : public QObject {
    Q_OBJECT

  private:
    static std::future<HttpOutcome> begin(HttpClient& client, HttpRequest request,
                                          HttpClient::Ticket* ticket = nullptr) {
        auto promise = std::make_shared<std::promise<HttpOutcome>>();
        auto future = promise->get_future();
        const auto id = client.send(std::move(request), [promise](HttpOutcome outcome) {
            promise->set_value(std::move(outcome));
        });
        if (ticket != nullptr)
            *ticket = id;
        return future;
    }
    static HttpRequest post(const std::string& url, std::string body = "{}") {
        HttpRequest request;
        request.url = url;
        request.body = std::move(body);
        return request;
    }
    static RawPeer::Handler always(PeerAnswer answer) {
        return [answer = std::move(answer)](const std::string&, const std::string&) {
            return answer;
        };
    }

  private slots:
    void aPostArrivesAndItsAnswerComesBack() {
        RawPeer peer([](const std::string& head, const std::string& body) {
            return wholeAnswer(200, head.substr(0, head.find('\r')) + "|" + body, "X-Kind: A\r\n");
        });
        HttpClient client;
        HttpRequest request = post(peer.url("/v1/x"), "hello");
        request.headers = {{"Content-Type", "application/json"}};
        const HttpOutcome outcome = begin(client, request).get();
        QVERIFY(outcome);
        QCOMPARE(outcome->status, 200);
        QCOMPARE(outcome->body, std::string("POST /v1/x HTTP/1.1|hello"));
        QCOMPARE(findHeader(outcome->headers, "x-kind"), std::string_view("A"));
        QVERIFY(outcome->seconds >= outcome->firstByte);
    }
    void connectionsAreKept() {
        RawPeer peer(always(wholeAnswer(200, "ok")));
        HttpClient client;
        for (int i = 0; i < 5; ++i)
            QVERIFY(begin(client, post(peer.url())).get());
        QCOMPARE(peer.connections(), 1);
    }
    void manyAreInFlightAtOnce() {
        constexpr int many = 200;
        std::atomic<int> arrived = 0;
        RawPeer peer([&](const std::string&, const std::string& body) {
            ++arrived;
            while (arrived < many) // nobody is answered before all are there
                std::this_thread::yield();
            return wholeAnswer(200, body);
        });
        HttpClient client;
        std::vector<std::future<HttpOutcome>> all;
        for (int i = 0; i < many; ++i)
            all.push_back(begin(client, post(peer.url(), std::to_string(i))));
        for (int i = 0; i < many; ++i) {
            const HttpOutcome outcome = all[static_cast<std::size_t>(i)].get();
            QVERIFY(outcome);
            QCOMPARE(outcome->body, std::to_string(i));
        }
    }
    void statusesAndRedirectsAreHandedOn() {
        RawPeer peer(always(wholeAnswer(307, "", "Location: http://127.0.0.1:1/\r\n")));
        HttpClient client;
        const HttpOutcome outcome = begin(client, post(peer.url())).get();
        QVERIFY(outcome);
        QCOMPARE(outcome->status, 307);
        QCOMPARE(peer.requests(), 1);
    }

    void faults_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("then");
        QTest::addColumn<int>("expected");
        const auto row = [](const char* name, const char* bytes, PeerAnswer::Then then,
                            CallFailure expected) {
            QTest::newRow(name) << QByteArray(bytes) << static_cast<int>(then)
                                << static_cast<int>(expected);
        };
        using Then = PeerAnswer::Then;
        row("cut in the middle", "HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\nhalf", Then::Close,
            CallFailure::Cut);
        row("nothing at all", "", Then::Close, CallFailure::Cut);
        row("no HTTP", "220 mail.example.org ESMTP\r\n\r\n", Then::Close, CallFailure::Unreadable);
        row("silent", "", Then::Silence, CallFailure::TimedOut);
        row("silent in the middle", "HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\nhalf",
            Then::Silence, CallFailure::TimedOut);
        row("too long", "HTTP/1.1 200 X\r\nContent-Length: 2000\r\n\r\n", Then::Silence,
            CallFailure::TimedOut);
    }
    void faults() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, then);
        QFETCH(int, expected);
        RawPeer peer(always({bytes.toStdString(), static_cast<PeerAnswer::Then>(then)}));
        HttpClient client;
        HttpRequest request = post(peer.url());
        request.timeouts.firstByte = 0.2;
        request.timeouts.idle = 0.2;
        const HttpOutcome outcome = begin(client, request).get();
        QVERIFY(!outcome);
        QCOMPARE(static_cast<int>(outcome.error().kind), expected);
        QVERIFY(outcome.error().sent);
        QVERIFY(outcome.error().message.find("127.0.0.1") != std::string::npos);
    }
    void anAnswerThatIsTooLargeIsRefused() {
        RawPeer peer(always(wholeAnswer(200, std::string(5000, 'x'))));
        HttpClient client;
        HttpRequest request = post(peer.url());
        request.largest = 4000;
        const HttpOutcome outcome = begin(client, request).get();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, CallFailure::Unreadable);
    }
    void endlessHeadersAreRefused() {
        std::string answer = "HTTP/1.1 200 X\r\n";
        for (int i = 0; i < 3000; ++i)
            answer += "X-Filler: " + std::string(40, 'x') + "\r\n";
        RawPeer peer(always({answer, PeerAnswer::Then::Silence}));
        HttpClient client;
        const HttpOutcome outcome = begin(client, post(peer.url())).get();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, CallFailure::Unreadable);
    }
    void whoIsNotThereWasSentNothing() {
        std::string gone;
        {
            RawPeer peer(always({}));
            gone = peer.url();
        }
        HttpClient client;
        const HttpOutcome outcome = begin(client, post(gone)).get();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, CallFailure::Unreachable);
        QVERIFY(!outcome.error().sent);
    }
    void otherSchemesAreNotSpoken_data() {
        QTest::addColumn<QString>("url");
        QTest::newRow("file") << "file:///etc/hostname";
        QTest::newRow("ftp") << "ftp://127.0.0.1/x";
        QTest::newRow("nothing") << "";
    }
    void otherSchemesAreNotSpoken() {
        QFETCH(QString, url);
        HttpClient client;
        const HttpOutcome outcome = begin(client, post(url.toStdString())).get();
        QVERIFY(!outcome);
        QVERIFY(!outcome.error().sent);
    }

    // What an error says is no piece of an answer.
    void piecesComeAsTheyArrive_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("pieces");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("answer") << 200 << QByteArray("one two") << QByteArray();
        QTest::newRow("error") << 500 << QByteArray() << QByteArray("one two");
    }
    void piecesComeAsTheyArrive() {
        QFETCH(int, status);
        QFETCH(QByteArray, pieces);
        QFETCH(QByteArray, body);
        RawPeer peer(always(wholeAnswer(status, "one two")));
        HttpClient client;
        HttpRequest request = post(peer.url());
        auto came = std::make_shared<std::string>();
        request.piece = [came](std::string_view piece) {
            *came += piece;
        };
        const HttpOutcome outcome = begin(client, request).get();
        QVERIFY(outcome);
        QCOMPARE(QByteArray::fromStdString(*came), pieces);
        QCOMPARE(QByteArray::fromStdString(outcome->body), body);
    }

    void cancelEndsARequest() {
        std::promise<void> arrived;
        RawPeer peer([&](const std::string&, const std::string&) {
            arrived.set_value();
            return PeerAnswer{{}, PeerAnswer::Then::Silence};
        });
        HttpClient client;
        HttpClient::Ticket ticket = 0;
        auto outcome = begin(client, post(peer.url()), &ticket);
        arrived.get_future().wait();
        client.cancel(ticket);
        const HttpOutcome ended = outcome.get();
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, CallFailure::Cancelled);
        QVERIFY(ended.error().sent);
        client.cancel(ticket); // has no effect any more
    }
    void whatIsUnderWayEndsWithTheClient() {
        RawPeer peer(always({{}, PeerAnswer::Then::Silence}));
        std::vector<std::future<HttpOutcome>> all;
        {
            HttpClient client;
            for (int i = 0; i < 20; ++i)
                all.push_back(begin(client, post(peer.url())));
        }
        for (auto& one : all) {
            const HttpOutcome outcome = one.get();
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().kind, CallFailure::Cancelled);
        }
    }
    void timersRunInTheirOrder() {
        HttpClient client;
        std::promise<std::string> done;
        auto said = std::make_shared<std::string>();
        client.after(0.03, [said, &done] {
            *said += "second";
            done.set_value(*said);
        });
        client.after(0.01, [said] { *said += "first "; });
        QCOMPARE(done.get_future().get(), std::string("first second"));
    }
};

QTEST_GUILESS_MAIN(TestHttp)
#include "tst_http.moc"
