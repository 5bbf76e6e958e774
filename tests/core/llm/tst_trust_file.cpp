// Origins of addresses, and the file that says which may receive which key.
#include "core/llm/trust.h"
#include "tests/support/result_check.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace agon;

namespace {

const TrustedOrigin origin{"https://llm.example.org:443", "LLM_KEY"};

std::filesystem::path pathOf(const QTemporaryDir& folder) {
    return folder.path().toStdString();
}

unsigned modeOf(const std::filesystem::path& path) {
    struct stat about {};
    return ::stat(path.c_str(), &about) == 0 ? about.st_mode & 0777U : 0U;
}

QByteArray bytesOf(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const std::filesystem::path& path, const QByteArray& bytes) {
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestTrustFile : public QObject {
    Q_OBJECT

  private slots:
    void origins_data() {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("expected"); // empty: refused
        const auto row = [](const char* address, const char* expected) {
            QTest::newRow(address) << QByteArray(address) << QByteArray(expected);
        };
        row("https://llm.example.org/v1", "https://llm.example.org:443");
        row("http://llm.example.org", "http://llm.example.org:80");
        row("HTTPS://LLM.Example.ORG:8443/V1?x=1#y", "https://llm.example.org:8443");
        row("https://llm.example.org:443", "https://llm.example.org:443");
        row("http://127.0.0.1:8000/v1", "http://127.0.0.1:8000");
        row("http://[::1]:8000/v1", "http://[::1]:8000");
        row("http://[0:0:0:0:0:0:0:1]/", "http://[::1]:80");
        // Other ways to write the same number name the same host.
        row("http://0x7f000001/", "http://127.0.0.1:80");
        row("http://127.1/", "http://127.0.0.1:80");
        row("https://host.example/a@b", "https://host.example:443");
        row("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example:443");
        row("https://llm%2eexample.org/", "https://llm.example.org:443");
        row("", "");
        row("llm.example.org/v1", "");
        row("localhost:8000", "");
        row("ftp://llm.example.org/", "");
        row("file:///etc/passwd", "");
        row("ws://llm.example.org/", "");
        row("https://", "");
        row("https:///", "");
        row("https://user@llm.example.org/", "");
        row("https://user:password@llm.example.org/", "");
        row("https://good.example@evil.example/", "");
        row("https://@evil.example/", "");
        row("https://:@evil.example/", "");
        row("https://good.example\\@evil.example/", "");
        row("https://llm.example.org:99999/", "");
        row("https://llm.example.org:x/", "");
        row("https://llm example.org/", "");
        row("https://llm%20example.org/", "");
        row("https://llm.example.org/a b", "");
        row(" https://llm.example.org/", "");
        row("https://b\xc3\xbc"
            "cher.example/",
            "");
        row("http://[fe80::1%25eth0]/", "");
        row("http://[::1/", "");
    }
    void origins() {
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, expected);
        const auto found = originOf(address.toStdString());
        if (expected.isEmpty()) {
            QVERIFY2(!found, found ? found->c_str() : "");
            QCOMPARE(found.error().code, ErrorCode::InvalidInput);
            QVERIFY(found.error().message.find("password@") == std::string::npos);
            return;
        }
        VERIFY_OK(found);
        QCOMPARE(*found, expected.toStdString());
        // An origin is its own origin.
        QCOMPARE(valueOf(originOf(*found)), *found);
    }

    void aNulIsRefused() {
        QVERIFY(!originOf(std::string_view("https://good.example\0.evil.example", 34)));
    }

    void loopback_data() {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char* address, bool expected) {
            QTest::newRow(address) << QByteArray(address) << expected;
        };
        row("http://127.0.0.1:8000", true);
        row("http://127.255.0.9:80", true);
        row("http://localhost:80", true);
        row("https://LOCALHOST", true);
        row("http://[::1]:80", true);
        row("http://128.0.0.1:80", false);
        row("http://0.0.0.0:80", false);
        row("http://127.0.0.1.example.org:80", false);
        row("http://localhost.example.org:80", false);
        row("http://127.example.org", false);
        row("http://[::2]:80", false);
        row("http://[::ffff:127.0.0.1]:80", false);
        row("http://127.0.0.1@evil.example", false);
        row("127.0.0.1", false);
        row("", false);
    }
    void loopback() {
        QFETCH(QByteArray, address);
        QFETCH(bool, expected);
        QCOMPARE(isLoopback(address.toStdString()), expected);
    }

    void missingIsEmpty() {
        QTemporaryDir folder;
        const auto path = pathOf(folder) / "none" / "trust.json";
        const TrustFile file = valueOf(TrustFile::open(path));
        QVERIFY(!file.allows("w1", origin));
        QVERIFY(!std::filesystem::exists(path)); // looking writes nothing
    }

    void whatIsAllowedIsRemembered() {
        QTemporaryDir folder;
        const auto path = pathOf(folder) / "a" / "b" / "trust.json";
        TrustFile file = valueOf(TrustFile::open(path));
        VERIFY_OK(file.allow("w1", origin));
        QVERIFY(file.allows("w1", origin));
        const TrustFile again = valueOf(TrustFile::open(path));
        QVERIFY(again.allows("w1", origin));
        // For nothing else.
        QVERIFY(!again.allows("w2", origin));
        QVERIFY(!again.allows("w1", {origin.origin, "OTHER_KEY"}));
        QVERIFY(!again.allows("w1", {origin.origin, ""}));
        QVERIFY(!again.allows("w1", {"http://llm.example.org:80", origin.keyName}));
        QVERIFY(!again.allows("w1", {"https://llm.example.org:8443", origin.keyName}));
    }

    void onlyTheOwnerMayRead() {
        QTemporaryDir folder;
        const auto path = pathOf(folder) / "a" / "b" / "trust.json";
        TrustFile file = valueOf(TrustFile::open(path));
        VERIFY_OK(file.allow("w1", origin));
        QCOMPARE(modeOf(path), 0600U);
        QCOMPARE(modeOf(path.parent_path()), 0700U);
        QCOMPARE(modeOf(path.parent_path().parent_path()), 0700U);
        // Also after it was opened up, and without anything left beside it.
        QCOMPARE(::chmod(path.c_str(), 0644), 0);
        VERIFY_OK(file.allow("w2", origin));
        QCOMPARE(modeOf(path), 0600U);
        const QDir beside(QString::fromStdString(path.parent_path().string()));
        QCOMPARE(beside.entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("trust.json")});
    }

    void allowingTwiceWritesOnce() {
        QTemporaryDir folder;
        const auto path = pathOf(folder) / "trust.json";
        TrustFile file = valueOf(TrustFile::open(path));
        VERIFY_OK(file.allow("w1", origin));
        const QByteArray before = bytesOf(path);
        VERIFY_OK(file.allow("w1", origin));
        QCOMPARE(bytesOf(path), before);
    }

    void twoWindowsKeepEachOthersPermissions() {
        QTemporaryDir folder;
        const auto path = pathOf(folder) / "trust.json";
        TrustFile one = valueOf(TrustFile::open(path));
        TrustFile two = valueOf(TrustFile::open(path));
        VERIFY_OK(one.allow("w1", origin));
        VERIFY_OK(two.allow("w2", origin));
        QVERIFY(two.allows("w1", origin));
        const TrustFile again = valueOf(TrustFile::open(path));
        QVERIFY(again.allows("w1", origin) && again.allows("w2", origin));
    }

    void unusablePermissionsAreRefused() {
        QTemporaryDir folder;
        TrustFile file = valueOf(TrustFile::open(pathOf(folder) / "trust.json"));
        for (const char* text : {"", "https://llm.example.org", "https://LLM.example.org:443",
                                 "https://llm.example.org:443/v1", "https://u@h:443"})
            QCOMPARE(file.allow("w1", {text, ""}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(file.allow("", origin).error().code, ErrorCode::InvalidInput);
        QVERIFY(!std::filesystem::exists(pathOf(folder) / "trust.json"));
    }

    void damaged_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* name, const char* bytes, ErrorCode code) {
            QTest::newRow(name) << QByteArray(bytes) << code;
        };
        row("empty", "", ErrorCode::Corrupt);
        row("cut", R"({"version":1,"allowed":[)", ErrorCode::Corrupt);
        row("list", "[]", ErrorCode::Corrupt);
        row("no version", R"({"allowed":[]})", ErrorCode::Corrupt);
        row("version as text", R"({"version":"1","allowed":[]})", ErrorCode::Corrupt);
        row("later", R"({"version":2,"allowed":[]})", ErrorCode::Newer);
        row("no list", R"({"version":1})", ErrorCode::Corrupt);
        row("list as object", R"({"version":1,"allowed":{}})", ErrorCode::Corrupt);
        row("entry as text", R"({"version":1,"allowed":["x"]})", ErrorCode::Corrupt);
        row("no workspace", R"({"version":1,"allowed":[{"origin":"https://a:443","key_name":""}]})",
            ErrorCode::Corrupt);
        row("no origin", R"({"version":1,"allowed":[{"workspace":"w","key_name":""}]})",
            ErrorCode::Corrupt);
        row("address for an origin",
            R"({"version":1,"allowed":[{"workspace":"w","origin":"https://a/","key_name":""}]})",
            ErrorCode::Corrupt);
        row("key of a wrong kind",
            R"({"version":1,"allowed":[{"workspace":"w","origin":"https://a:443","key_name":1}]})",
            ErrorCode::Corrupt);
    }
    void damaged() {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        QTemporaryDir folder;
        const auto path = pathOf(folder) / "trust.json";
        TrustFile before = valueOf(TrustFile::open(path));
        write(path, bytes);
        const auto file = TrustFile::open(path);
        QVERIFY(!file);
        QCOMPARE(file.error().code, code);
        QVERIFY(file.error().message.find("trust.json") != std::string::npos);
        // One that was opened while the file was sound does not overwrite it either.
        QCOMPARE(before.allow("w1", origin).error().code, code);
        QVERIFY(!before.allows("w1", origin));
        QCOMPARE(bytesOf(path), bytes);
    }

    // People keep their configuration behind links.
    void aLinkIsReadAndThenReplaced() {
        QTemporaryDir folder;
        const auto path = pathOf(folder) / "trust.json";
        const auto elsewhere = pathOf(folder) / "elsewhere.json";
        VERIFY_OK(valueOf(TrustFile::open(elsewhere)).allow("w1", origin));
        const QByteArray before = bytesOf(elsewhere);
        std::filesystem::create_symlink(elsewhere, path);
        TrustFile file = valueOf(TrustFile::open(path));
        QVERIFY(file.allows("w1", origin));
        VERIFY_OK(file.allow("w2", origin));
        QCOMPARE(bytesOf(elsewhere), before);
        QVERIFY(valueOf(TrustFile::open(path)).allows("w2", origin));
    }
    void aFolderIsNoFile() {
        QTemporaryDir folder;
        QCOMPARE(TrustFile::open(pathOf(folder)).error().code, ErrorCode::InvalidInput);
    }

    void whatCannotBeWrittenIsNotAllowed() {
        QTemporaryDir folder;
        write(pathOf(folder) / "file", "x");
        // a file where a folder should be
        TrustFile below = valueOf(TrustFile::open(pathOf(folder) / "file" / "trust.json"));
        const auto allowed = below.allow("w1", origin);
        QVERIFY(!allowed);
        QVERIFY(allowed.error().message.find("file") != std::string::npos);
        QVERIFY(!below.allows("w1", origin));
    }

    void usualPath() {
        const QByteArray config = qgetenv("XDG_CONFIG_HOME");
        const QByteArray home = qgetenv("HOME");
        qputenv("HOME", "/home/someone");
        qputenv("XDG_CONFIG_HOME", "/conf");
        QCOMPARE(TrustFile::usualPath(), std::filesystem::path("/conf/agon/trust.json"));
        qputenv("XDG_CONFIG_HOME", "relative");
        QCOMPARE(TrustFile::usualPath(),
                 std::filesystem::path("/home/someone/.config/agon/trust.json"));
        qunsetenv("XDG_CONFIG_HOME");
        QCOMPARE(TrustFile::usualPath(),
                 std::filesystem::path("/home/someone/.config/agon/trust.json"));
        qunsetenv("HOME");
        QVERIFY(TrustFile::usualPath().empty());
        QCOMPARE(TrustFile::open(TrustFile::usualPath()).error().code, ErrorCode::InvalidInput);
        if (!config.isNull())
            qputenv("XDG_CONFIG_HOME", config);
        if (!home.isNull())
            qputenv("HOME", home);
    }
};

QTEST_GUILESS_MAIN(TestTrustFile)
#include "tst_trust_file.moc"
