// Origins of addresses, and the file of who may be called.
#include "core/llm/trust.h"
#include "tests/support/result_check.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <fstream>

using namespace agon;

class TestTrustedOrigins : public QObject {
    Q_OBJECT

  private slots:
    void origins_data() {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("origin"); // empty: refused
        const auto row = [](const char* url, const char* origin) {
            QTest::newRow(url) << QByteArray(url) << QByteArray(origin);
        };
        row("https://llm.example.org/v1", "https://llm.example.org:443");
        row("HTTP://LLM.example.org", "http://llm.example.org:80");
        row("http://127.0.0.1:8000/v1/", "http://127.0.0.1:8000");
        row("http://[::1]:30000", "http://[::1]:30000");
        row("https://llm.example.org.evil.test/v1", "https://llm.example.org.evil.test:443");
        row("https://user:word@llm.example.org/", "");
        row("https://llm.example.org@evil.test/", "");
        row("file:///etc/passwd", "");
        row("ftp://llm.example.org", "");
        row("llm.example.org", "");
        row("https://llm.example.org:99999", "");
        row("", "");
    }
    void origins() {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, origin);
        const Result<std::string> got = originOf(url.toStdString());
        QCOMPARE(QByteArray::fromStdString(got.value_or("")), origin);
    }
    void loopback_data() {
        QTest::addColumn<bool>("loopback");
        QTest::newRow("http://127.0.0.1:80") << true;
        QTest::newRow("http://127.9.9.9:80") << true;
        QTest::newRow("http://localhost:80") << true;
        QTest::newRow("http://[::1]:80") << true;
        QTest::newRow("http://127.0.0.1.evil.test:80") << false;
        QTest::newRow("http://127.evil.test.x:80") << false;
        QTest::newRow("http://localhost.evil.test:80") << false;
        QTest::newRow("http://10.0.0.1:80") << false;
        QTest::newRow("nonsense") << false;
    }
    void loopback() {
        QFETCH(bool, loopback);
        QCOMPARE(isLoopback(QTest::currentDataTag()), loopback);
    }

    void whatWasAllowedIsRemembered() {
        QTemporaryDir folder;
        const auto path =
            std::filesystem::path(folder.path().toStdString()) / "config" / "agon" / "trust.json";
        const TrustedOrigin origin{"https://llm.example.org:443", "LLM_KEY"};
        {
            TrustFile file = valueOf(TrustFile::open(path));
            QVERIFY(!file.allows("one", origin));
            VERIFY_OK(file.allow("one", origin));
            QVERIFY(file.allows("one", origin));
        }
        const TrustFile file = valueOf(TrustFile::open(path));
        QVERIFY(file.allows("one", origin));
        QVERIFY(!file.allows("two", origin));
        QVERIFY(!file.allows("one", {origin.origin, "OTHER_KEY"}));
        QVERIFY(!file.allows("one", {"http://llm.example.org:80", origin.keyName}));
        struct stat info {};
        QCOMPARE(::stat(path.c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777U, 0600U);
    }
    void aDamagedFileIsToldAndLeftAlone_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << QByteArray("{\"one\":[");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("a row that is none") << QByteArray(R"({"one":[{"origin":1,"key":""}]})");
        QTest::newRow("rows that are none") << QByteArray(R"({"one":{}})");
        QTest::newRow("empty") << QByteArray();
    }
    void aDamagedFileIsToldAndLeftAlone() {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "trust.json";
        std::ofstream(path) << bytes.toStdString();
        const auto file = TrustFile::open(path);
        QVERIFY(!file);
        QVERIFY(file.error().text().find("trust.json") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestTrustedOrigins)
#include "tst_trusted_origins.moc"
