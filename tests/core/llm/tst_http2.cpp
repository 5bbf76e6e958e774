// HTTP/2 and TLS against nghttpd (package nghttp2-server), with a certificate made for the test.
#include "core/llm/http.h"
#include "core/llm/trust.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <future>
#include <memory>

using namespace agon;

extern char** environ;

namespace {

// Not QProcess: ThreadSanitizer lets no thread begin after its kind of fork. -1: there is no such
// program.
pid_t spawn(std::vector<std::string> words) {
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    pid_t pid = -1;
    const int failed =
        ::posix_spawnp(&pid, pointers[0], nullptr, nullptr, pointers.data(), environ);
    return failed == 0 ? pid : -1;
}

sockaddr_in loopback(int port) {
    sockaddr_in out{};
    out.sin_family = AF_INET;
    out.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    out.sin_port = htons(static_cast<std::uint16_t>(port));
    return out;
}

bool listens(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(port);
    const int failed = ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address);
    ::close(socket);
    return failed == 0;
}

int freePort() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    ::bind(socket, reinterpret_cast<sockaddr*>(&address), size);
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(socket);
    return ntohs(address.sin_port);
}

HttpRequest get(const std::string& url) {
    HttpRequest out;
    out.url = url;
    out.post = false;
    return out;
}

std::future<HttpOutcome> ask(HttpClient& client, HttpRequest request) {
    auto promise = std::make_shared<std::promise<HttpOutcome>>();
    auto future = promise->get_future();
    client.send(std::move(request),
                [promise](HttpOutcome outcome) { promise->set_value(std::move(outcome)); });
    return future;
}

} // namespace

class TestHttp2 : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir m_folder;
    pid_t m_server = -1;
    std::string m_origin;
    QByteArray m_body;

    std::string path(const char* name) const {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }
    void makeCertificate() {
        const pid_t openssl = spawn(
            {"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
             "-nodes", "-keyout", path("key.pem"), "-out", path("cert.pem"), "-days", "2", "-subj",
             "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"});
        QVERIFY2(openssl > 0, "openssl is missing: install openssl");
        int status = 0;
        ::waitpid(openssl, &status, 0);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }

  private slots:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        makeCertificate();
        m_body = QByteArray(20'000, 'x'); // as long as a long answer
        QFile file(QString::fromStdString(path("answer.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_body);
        file.close();
        const int port = freePort();
        m_origin = "https://127.0.0.1:" + std::to_string(port);
        m_server = spawn({"nghttpd", "-d", m_folder.path().toStdString(), "-a", "127.0.0.1",
                          std::to_string(port), path("key.pem"), path("cert.pem")});
        QVERIFY2(m_server > 0, "nghttpd is missing: install nghttp2-server");
        QTRY_VERIFY(listens(port));
    }
    void cleanupTestCase() {
        qunsetenv("SSL_CERT_FILE");
        if (m_server < 0)
            return;
        ::kill(m_server, SIGTERM);
        ::waitpid(m_server, nullptr, 0);
    }
    void init() { qputenv("SSL_CERT_FILE", QByteArray::fromStdString(path("cert.pem"))); }

    void itIsNegotiatedAndTheCertificateChecked() {
        HttpClient client;
        const HttpOutcome outcome = ask(client, get(m_origin + "/answer.json")).get();
        QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
        QCOMPARE(outcome->status, 200);
        QVERIFY(outcome->http2);
        QVERIFY(outcome->connected > 0);
        QCOMPARE(QByteArray::fromStdString(outcome->body), m_body);
    }
    void anUnknownCertificateIsRefused() {
        qunsetenv("SSL_CERT_FILE");
        HttpClient client;
        const HttpOutcome outcome = ask(client, get(m_origin + "/answer.json")).get();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, CallFailure::Untrusted);
        QVERIFY(!outcome.error().sent);
        QVERIFY(outcome.error().message.find("SSL_CERT_FILE") != std::string::npos);
    }
    void aCertificateForAnotherNameIsRefused() {
        HttpClient client;
        const std::string named = "https://localhost" + m_origin.substr(m_origin.rfind(':'));
        const HttpOutcome outcome = ask(client, get(named + "/answer.json")).get();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, CallFailure::Untrusted);
    }
    void theCheckIsLeftOutOnlyWhenAskedFor() {
        qunsetenv("SSL_CERT_FILE");
        HttpClient client;
        HttpRequest request = get(m_origin + "/answer.json");
        request.insecureTls = true;
        const HttpOutcome outcome = ask(client, std::move(request)).get();
        QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
        QCOMPARE(outcome->status, 200);
        // And no longer for the next one, though a connection is there.
        QVERIFY(!ask(client, get(m_origin + "/answer.json")).get());
    }
    void manyRequestsShareOneConnection() {
        HttpClient client;
        constexpr int count = 100; // as many as servers usually let share one
        std::vector<std::future<HttpOutcome>> all;
        for (int i = 0; i < count; ++i)
            all.push_back(ask(client, get(m_origin + "/answer.json")));
        int connections = 0;
        for (auto& one : all) {
            const HttpOutcome outcome = one.get();
            QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
            QVERIFY(outcome->http2);
            QCOMPARE(outcome->body.size(), static_cast<std::size_t>(m_body.size()));
            connections += outcome->connected > 0 ? 1 : 0;
        }
        QCOMPARE(connections, 1);
    }
    void errorsAreAnswersToo() {
        HttpClient client;
        const HttpOutcome outcome = ask(client, get(m_origin + "/nothing-here")).get();
        QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
        QCOMPARE(outcome->status, 404);
        QVERIFY(outcome->http2);
    }
};

QTEST_GUILESS_MAIN(TestHttp2)
#include "tst_http2.moc"
