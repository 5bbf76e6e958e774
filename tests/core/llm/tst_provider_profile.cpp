// Profiles of servers: the built-in ones, a user's own, and files that nobody should trust.
#include "core/base/builtin.h"
#include "core/llm/provider_profile.h"
#include "tests/support/result_check.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <algorithm>

using namespace agon;

namespace {

std::filesystem::path pathOf(const QTemporaryDir& folder) {
    return folder.path().toStdString();
}

void write(const std::filesystem::path& path, const std::string& bytes) {
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes.data(), static_cast<qint64>(bytes.size())),
             static_cast<qint64>(bytes.size()));
}

// JSON that was written with apostrophes.
std::string quoted(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

// A small profile, with more keys if wanted.
std::string profileText(const std::string& id, const std::string& more = {}) {
    return quoted("{'id':'" + id + "','title':'Mine'" + more + "}");
}

bool anyHolds(const std::vector<std::string>& problems, std::string_view word) {
    return std::any_of(problems.begin(), problems.end(), [&](const std::string& problem) {
        return problem.find(word) != std::string::npos;
    });
}

} // namespace

class TestProviderProfile : public QObject {
    Q_OBJECT

  private slots:
    void builtinOnesAreAllSound() {
        const ProviderProfiles profiles = loadProviderProfiles();
        QVERIFY2(profiles.problems.empty(),
                 profiles.problems.empty() ? "" : profiles.problems.front().c_str());
        std::size_t files = 0;
        for (const BuiltinFile& file : builtinFiles()) {
            if (!file.path.starts_with("providers/"))
                continue;
            ++files;
            const auto profile = valueOf(readProviderProfile(file.bytes));
            // A file is found by the id of what is in it.
            QCOMPARE(std::string(file.path), "providers/" + profile.id + ".json");
            QVERIFY(!profile.note.empty());
        }
        QCOMPARE(profiles.all.size(), files);
        for (const char* id : {"openai", "vllm", "sglang", "llama-server", "ollama", "gemini",
                               "anthropic", "openai-compatible", "llama-cpp-python"})
            QVERIFY2(profiles.find(id), id);
    }

    void quirks() {
        const ProviderProfiles profiles = loadProviderProfiles();
        QCOMPARE(profiles.find("openai")->maxTokensField, std::string("max_completion_tokens"));
        QVERIFY(profiles.find("openai")->batch);
        const auto anthropic = profiles.find("anthropic");
        QCOMPARE(anthropic->dialect, Dialect::Anthropic);
        QCOMPARE(anthropic->structured, StructuredOutput::OutputConfig);
        QCOMPARE(anthropic->chatPath, std::string("/messages"));
        QVERIFY(!anthropic->seed);
        QVERIFY(!profiles.find("gemini")->seed);
        for (const char* id : {"vllm", "sglang", "llama-server", "ollama"}) {
            QCOMPARE(profiles.find(id)->maxTokensField, std::string("max_tokens"));
            QVERIFY(profiles.find(id)->keyVariable.empty());
            QVERIFY(!profiles.find(id)->reasoningFields.empty());
        }
    }

    void findsById() {
        const ProviderProfiles profiles = loadProviderProfiles();
        QCOMPARE(profiles.find("")->id, std::string("openai-compatible"));
        QVERIFY(!profiles.find("nobody"));
        QVERIFY(!ProviderProfiles{}.find(""));
    }

    void sortedByTitle() {
        std::vector<QString> titles;
        for (const auto& profile : loadProviderProfiles().all)
            titles.push_back(QString::fromStdString(profile->title).toLower());
        QVERIFY(std::is_sorted(titles.begin(), titles.end()));
    }

    void writtenOnesAreReadBack() {
        for (const auto& profile : loadProviderProfiles().all)
            QCOMPARE(valueOf(readProviderProfile(writeProviderProfile(*profile))), *profile);
        // All that differs from the defaults.
        ProviderProfile odd{"a-1",
                            "Ä",
                            Dialect::Anthropic,
                            "http://[::1]:9/x",
                            "K_1",
                            "max_completion_tokens",
                            StructuredOutput::None,
                            {"a", "b"},
                            false,
                            false,
                            false,
                            false,
                            true,
                            "/c",
                            "/m",
                            "/e",
                            "line\n\"two\""};
        QCOMPARE(valueOf(readProviderProfile(writeProviderProfile(odd))), odd);
    }

    void whatIsMissingHasDefaults() {
        const ProviderProfile profile =
            valueOf(readProviderProfile(profileText("x", ",'later_key':{'a':1}")));
        ProviderProfile expected;
        expected.id = "x";
        expected.title = "Mine";
        expected.maxTokensField = "max_tokens";
        QCOMPARE(profile, expected);
    }

    void hostile_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("told"); // the message holds this
        const auto row = [](const char* name, const std::string& json, const char* told) {
            QTest::newRow(name) << QByteArray::fromStdString(quoted(json)) << QByteArray(told);
        };
        row("empty", "", "not JSON");
        row("cut", "{'id':'x'", "byte 10");
        row("bad bytes", "{'id':'\xff'}", "not JSON");
        row("list", "[]", "object");
        row("overflow", "{'id':1e999}", "too large");
        row("deep", std::string(300000, '[') + std::string(300000, ']'), "object");
        row("no id", "{'title':'x'}", "id:");
        row("upper case id", profileText("X"), "id:");
        row("path as id", profileText("../x"), "id:");
        row("no title", "{'id':'x'}", "title:");
        row("NUL in title", "{'id':'x','title':'a\\u0000b'}", "title:");
        // Every key, of a wrong kind.
        for (const char* key :
             {"id", "title", "dialect", "base_url", "key_variable", "max_tokens_field",
              "structured_output", "reasoning_fields", "system_role", "seed", "stream_usage",
              "embeddings", "batch", "chat_path", "models_path", "embeddings_path", "note"})
            for (const char* value : {"7", "null", "{}", "[1]"}) {
                const std::string name = std::string(key) + " " + value;
                // The later of two equal keys counts.
                row(name.c_str(), profileText("x", std::string(",'") + key + "':" + value),
                    (std::string(key) + ":").c_str());
            }
        row("flag as text", profileText("x", ",'seed':'true'"), "seed:");
        row("unknown dialect", profileText("x", ",'dialect':'latin'"), "\"anthropic\"");
        row("unknown structure", profileText("x", ",'structured_output':'x'"),
            "structured_output:");
        row("unknown limit", profileText("x", ",'max_tokens_field':'n'"), "max_tokens_field:");
        row("empty field", profileText("x", ",'reasoning_fields':['']"), "reasoning_fields:");
        row("file address", profileText("x", ",'base_url':'file:///etc/passwd'"), "base_url:");
        row("password", profileText("x", ",'base_url':'https://a:b@c/'"), "base_url:");
        row("path as host", profileText("x", ",'chat_path':'@evil.example/'"), "chat_path:");
        row("path of lines", profileText("x", ",'models_path':'/a\\r\\nb'"), "models_path:");
        row("empty path", profileText("x", ",'embeddings_path':''"), "embeddings_path:");
        row("key pasted", profileText("x", ",'key_variable':'sk-secret'"), "key_variable:");
        row("digit first", profileText("x", ",'key_variable':'1A'"), "key_variable:");
    }
    void hostile() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, told);
        const auto profile = readProviderProfile(json.toStdString());
        QVERIFY(!profile);
        QCOMPARE(profile.error().code, ErrorCode::InvalidInput);
        QVERIFY2(profile.error().message.find(told.toStdString()) != std::string::npos,
                 profile.error().message.c_str());
        QVERIFY(profile.error().message.find("sk-secret") == std::string::npos);
    }

    void userFolderReplacesById() {
        QTemporaryDir folder;
        write(pathOf(folder) / "mine.json", profileText("vllm", ",'seed':false"));
        write(pathOf(folder) / "new.json", profileText("new"));
        write(pathOf(folder) / "notes.txt", "not a profile");
        const ProviderProfiles profiles = loadProviderProfiles(pathOf(folder));
        QVERIFY(profiles.problems.empty());
        QCOMPARE(profiles.all.size(), loadProviderProfiles().all.size() + 1);
        QCOMPARE(profiles.find("vllm")->title, std::string("Mine"));
        QVERIFY(!profiles.find("vllm")->seed);
        QVERIFY(profiles.find("new"));
    }

    void badFilesAreToldAndLeftOut() {
        QTemporaryDir folder;
        const auto at = [&](const char* name) {
            return pathOf(folder) / name;
        };
        write(at("a.json"), profileText("twice", ",'note':'first'"));
        write(at("b.json"), profileText("twice"));
        write(at("broken.json"), "{");
        write(at("vllm.json"), profileText("vllm", ",'seed':1"));
        write(at("large.json"), profileText("large") + std::string(std::size_t{1} << 20, ' '));
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder.json")));
        std::filesystem::create_symlink(at("a.json"), at("link.json"));
        QCOMPARE(::mkfifo(at("pipe.json").c_str(), S_IRUSR | S_IWUSR), 0);

        const ProviderProfiles profiles = loadProviderProfiles(pathOf(folder));
        for (const char* name : {"b.json", "broken.json", "vllm.json", "large.json", "folder.json",
                                 "link.json", "pipe.json"})
            QVERIFY2(anyHolds(profiles.problems, name), name);
        QCOMPARE(profiles.problems.size(), std::size_t{7});
        QVERIFY(anyHolds(profiles.problems, "seed:"));
        QCOMPARE(profiles.find("twice")->note, std::string("first"));
        QVERIFY(!profiles.find("large"));
        // The built-in one stays.
        QCOMPARE(profiles.find("vllm")->title, std::string("vLLM"));
    }

    void aFileOfJustTheLimit() {
        QTemporaryDir folder;
        std::string text = profileText("full");
        text.resize(std::size_t{1} << 20, ' ');
        write(pathOf(folder) / "full.json", text);
        const ProviderProfiles profiles = loadProviderProfiles(pathOf(folder));
        QVERIFY(profiles.problems.empty());
        QVERIFY(profiles.find("full"));
    }

    void noUserFolder() {
        QTemporaryDir folder;
        QVERIFY(loadProviderProfiles(pathOf(folder) / "absent").problems.empty());
        write(pathOf(folder) / "file", "");
        QCOMPARE(loadProviderProfiles(pathOf(folder) / "file").problems.size(), std::size_t{1});
    }

    void guesses_data() {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("id");
        const auto row = [](const char* address, const char* id) {
            QTest::newRow(address) << QByteArray(address) << QByteArray(id);
        };
        row("http://127.0.0.1:11434/v1", "ollama");
        row("http://localhost:11434", "ollama");
        row("http://gpu.example.org:8000/v1", "vllm");
        row("http://[::1]:30000/v1", "sglang");
        row("http://127.0.0.1:9931/v1", "llama-server");
        row("https://api.openai.com/v1", "openai");
        row("https://API.OpenAI.com:443/v1/", "openai");
        row("https://api.anthropic.com", "anthropic");
        row("https://generativelanguage.googleapis.com/v1beta/openai/", "gemini");
        row("https://api.openai.com.example.org/v1", "openai-compatible");
        row("http://api.openai.com/v1", "openai-compatible");
        row("https://llm.example.org/v1", "openai-compatible");
        row("", "openai-compatible");
        row("what", "openai-compatible");
        row("ftp://127.0.0.1:11434", "openai-compatible");
    }
    void guesses() {
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, id);
        QCOMPARE(guessProvider(address.toStdString()), id.toStdString());
    }
};

QTEST_GUILESS_MAIN(TestProviderProfile)
#include "tst_provider_profile.moc"
