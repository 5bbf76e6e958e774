// Provider profiles: the built-in ones, a user's own, and files that are none.
#include "core/llm/provider_profile.h"
#include "tests/support/result_check.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace agon;

class TestProviderProfile : public QObject {
    Q_OBJECT

  private slots:
    void theBuiltInOnesCanBeUsed() {
        const ProviderProfiles profiles = loadProviderProfiles();
        for (const std::string& problem : profiles.problems)
            QFAIL(problem.c_str());
        for (const char* id : {"openai", "anthropic", "gemini", "vllm", "sglang", "llama-server",
                               "ollama", "openai-compatible"}) {
            const auto profile = profiles.find(id);
            QVERIFY2(profile, id);
            QVERIFY(!profile->title.empty());
            QVERIFY(!profile->note.empty());
            const auto again = valueOf(readProviderProfile(writeProviderProfile(*profile)));
            QVERIFY2(again == *profile, id);
        }
        QCOMPARE(profiles.find("")->id, std::string("openai-compatible"));
        QVERIFY(!profiles.find("no-such"));
        QCOMPARE(profiles.find("anthropic")->dialect, Dialect::Anthropic);
        QCOMPARE(profiles.find("openai")->maxTokensField, std::string("max_completion_tokens"));
    }
    void aUsersOwnFileReplaces() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        std::ofstream(path / "mine.json") << R"({"id":"vllm","title":"Our vLLM","seed":false})";
        std::ofstream(path / "new.json") << R"({"id":"lab-server"})";
        std::ofstream(path / "bad.json") << R"({"id":"x","seed":"yes"})";
        std::ofstream(path / "notes.txt") << "not read";
        std::filesystem::create_directory(path / "folder.json");
        const ProviderProfiles profiles = loadProviderProfiles(path);
        QCOMPARE(profiles.find("vllm")->title, std::string("Our vLLM"));
        QVERIFY(!profiles.find("vllm")->seed);
        QCOMPARE(profiles.find("lab-server")->title, std::string("lab-server"));
        QVERIFY(!profiles.find("x"));
        QCOMPARE(profiles.problems.size(), std::size_t{2});
        QVERIFY(profiles.problems[0].find("bad.json: “seed”") != std::string::npos);
        QVERIFY(profiles.problems[1].find("folder.json") != std::string::npos);
    }
    void whatCannotBeUsedNamesTheKey_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("key");
        const auto row = [](const char* json, const char* key) {
            QTest::newRow(json) << QByteArray(json) << QByteArray(key);
        };
        row("", "JSON object");
        row("[]", "JSON object");
        row("{}", "“id”");
        row(R"({"id":"A b"})", "“id”");
        row(R"({"id":"../x"})", "“id”");
        row(R"({"id":3})", "“id”");
        row(R"({"id":"x","dialect":"telnet"})", "“dialect”");
        row("{\"id\":\"x\",\"base_url\":\"file:///etc\"}", "“base_url”");
        row("{\"id\":\"x\",\"chat_path\":\"https://evil.test/\"}", "“chat_path”");
        row(R"({"id":"x","models_path":"/a b"})", "“models_path”");
        row(R"({"id":"x","reasoning_fields":["a",1]})", "“reasoning_fields”");
        row(R"({"id":"x","max_tokens_field":"n_predict"})", "“max_tokens_field”");
    }
    void whatCannotBeUsedNamesTheKey() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, key);
        const auto profile = readProviderProfile(json.toStdString());
        QVERIFY(!profile);
        QCOMPARE(profile.error().code, ErrorCode::InvalidInput);
        QVERIFY2(profile.error().text().find(key.toStdString()) != std::string::npos,
                 profile.error().text().c_str());
    }
    void theAddressSuggestsTheServer_data() {
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("https://api.openai.com/v1") << QByteArray("openai");
        QTest::newRow("https://api.openai.com.evil.test/v1") << QByteArray("openai-compatible");
        QTest::newRow("https://api.anthropic.com/v1") << QByteArray("anthropic");
        QTest::newRow("http://127.0.0.1:11434/v1") << QByteArray("ollama");
        QTest::newRow("http://gpu-3:8000/v1") << QByteArray("vllm");
        QTest::newRow("http://gpu-3:30000") << QByteArray("sglang");
        QTest::newRow("nonsense") << QByteArray("openai-compatible");
    }
    void theAddressSuggestsTheServer() {
        QFETCH(QByteArray, id);
        QCOMPARE(QByteArray::fromStdString(guessProvider(QTest::currentDataTag())), id);
    }
};

QTEST_GUILESS_MAIN(TestProviderProfile)
#include "tst_provider_profile.moc"
