// `agonctl run` against a real server on loopback: the contract's fields, permissions, keys,
// interrupting and going on.
#include "core/store/workspace.h"
#include "tests/support/child_program.h"
#include "tests/support/fake_llm.h"
#include "tests/support/result_check.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <fmt/format.h>

#include <memory>

using namespace agon;
using namespace Qt::StringLiterals;

class TestRun : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_workspace;
    std::map<std::string, std::string> m_variables;

    [[nodiscard]] std::string file(const std::string& name) const {
        return m_folder->path().toStdString() + "/" + name;
    }
    QByteArray m_said;
    int agonctl(const std::vector<std::string>& words) {
        const int code = ChildProgram(AGONCTL, words, file("said"), m_variables).wait();
        QFile said(QString::fromStdString(file("said")));
        m_said = said.open(QIODevice::ReadOnly) ? said.readAll() : QByteArray();
        return code;
    }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(m_said).object(); }
    void addModels(const FakeLlm& server, const std::vector<std::string>& more = {}) {
        for (const char* model : {"f-a", "f-b", "judge-a"}) {
            std::vector<std::string> words{"model",       "add",
                                           m_workspace,   model,
                                           "--kind",      "endpoint",
                                           "--provider",  "vllm",
                                           "--base-url",  server.baseUrl(),
                                           "--api-model", model,
                                           "--price-in",  "1",
                                           "--price-out", "2"};
            words.insert(words.end(), more.begin(), more.end());
            QVERIFY2(agonctl(words) == 0, m_said.constData());
        }
    }
    [[nodiscard]] std::vector<std::string> run(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words{"run",      m_workspace, "--set",   "questions",
                                       "--models", "f-a,f-b",   "--judge", "judge-a"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }

  private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = file("w.agon");
        m_variables = {{"XDG_CONFIG_HOME", file("config")}};
        auto workspace = valueOf(Workspace::create(m_workspace));
        valueOf(workspace->write<void>([](Appender& appender) -> Result<void> {
            const auto set = TRY(appender.set("questions"));
            for (int i = 0; i < 10; ++i) {
                const std::string text = fmt::format("What is worth knowing of number {}?", i);
                const TextIn turns[] = {text};
                TRY(appender.instruction({set, fmt::format("q{}", i), {}, {}, turns}));
            }
            return {};
        }));
    }

    void saysWhatItWillDoThenDoesIt() {
        const FakeLlm server;
        addModels(server);
        QCOMPARE(agonctl(run({"--dry-run", "--json"})), 0);
        const QJsonObject plan = json();
        QCOMPARE(plan[u"responses"_s].toObject()[u"planned"_s].toInt(), 20);
        QCOMPARE(plan[u"games"_s].toObject()[u"planned"_s].toInt(), 20);
        QCOMPARE(plan[u"calls"_s].toInt(), 40);
        const double ceiling = plan[u"ceiling"_s].toDouble();
        QVERIFY(plan[u"likely"_s].toDouble() < ceiling);
        QCOMPARE(server.stats().requests, std::int64_t{0});

        QVERIFY2(agonctl(run({"--json"})) == 0, m_said.constData());
        const QJsonObject done = json();
        for (const char* field : {"run", "responses", "games", "battles", "invalid",
                                  "possibly_billed", "cost", "seconds"})
            QVERIFY2(done.contains(QLatin1StringView(field)), field);
        QCOMPARE(done[u"responses"_s].toObject()[u"done"_s].toInt(), 20);
        QCOMPARE(done[u"games"_s].toObject()[u"done"_s].toInt(), 20);
        QCOMPARE(done[u"battles"_s].toInt(), 10);
        QCOMPARE(done[u"possibly_billed"_s].toInt(), 0);
        QVERIFY(done[u"cost"_s].toDouble() > 0);
        QVERIFY(done[u"cost"_s].toDouble() <= ceiling);
        QCOMPARE(server.stats().answered, std::int64_t{40});

        QCOMPARE(agonctl({"judges", m_workspace, "--json"}), 0);
        QCOMPARE(QJsonDocument::fromJson(m_said).array().at(0).toObject()[u"games"_s].toInt(), 20);
        QCOMPARE(agonctl({"runs", m_workspace, "--json"}), 0);
        QCOMPARE(QJsonDocument::fromJson(m_said).array().at(0).toObject()[u"state"_s].toString(),
                 u"done"_s);
    }

    void nothingIsCalledUnasked() {
        const FakeLlm server;
        addModels(server);
        m_variables["XDG_CONFIG_HOME"] = file("another person");
        QCOMPARE(agonctl(run()), 1);
        QVERIFY2(m_said.contains(QByteArray::fromStdString(server.origin())), m_said.constData());
        QVERIFY(m_said.contains("--allow"));
        QCOMPARE(server.stats().requests, std::int64_t{0});
        QVERIFY2(agonctl(run({"--allow"})) == 0, m_said.constData());
        QCOMPARE(server.stats().answered, std::int64_t{40});
    }

    // A test of a model says which step fails.
    void testsAModel() {
        const FakeLlm server({"--models", "f-a,judge-a"});
        addModels(server);
        QVERIFY2(agonctl({"model", "test", m_workspace, "f-a", "--json"}) == 0, m_said.constData());
        QCOMPARE(json()[u"ok"_s].toBool(), true);
        QVERIFY(json()[u"models"_s].toArray().contains(u"judge-a"_s));
        FakeLlm gone;
        gone.stop();
        QCOMPARE(agonctl({"model", "edit", m_workspace, "f-b", "--base-url", gone.baseUrl()}), 0);
        QCOMPARE(agonctl({"model", "test", m_workspace, "f-b", "--json"}), 1);
        QCOMPARE(json()[u"ok"_s].toBool(), false);
    }

    // The key is in no file, no output and no list of processes, even if the server repeats it.
    void theKeyStaysWhereItIs() {
        const std::string key = "sk-agon-test-0123456789abcdefghij";
        const FakeLlm server({"--key-env", "AGON_FAKE_KEY"},
                             R"({"rules":[{"model":"f-b","first":2,"fault":"status","status":400,)"
                             R"("message":"no such thing for key )" +
                                 key + R"("}]})",
                             {{"AGON_FAKE_KEY", key}});
        addModels(server, {"--key-env", "AGON_TEST_RUN_KEY"});
        QCOMPARE(agonctl(run()), 1); // no key
        QVERIFY(m_said.contains("AGON_TEST_RUN_KEY"));
        m_variables["AGON_TEST_RUN_KEY"] = key;
        const int code = agonctl(run({"--concurrency", "2"}));
        QVERIFY2(code == 3, m_said.constData()); // two answers failed
        QVERIFY(m_said.contains("no such thing"));
        QVERIFY(!m_said.contains(key.c_str()));
        QVERIFY(agonctl({"model", "test", m_workspace, "f-a"}) == 0);
        QVERIFY(!m_said.contains(key.c_str()));
        QCOMPARE(agonctl({"export", m_workspace, "--format", "jsonl", "--out", file("all.jsonl")}),
                 0);
        int files = 0;
        QDirIterator every(m_folder->path(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (every.hasNext()) {
            QFile one(every.next());
            QVERIFY(one.open(QIODevice::ReadOnly));
            QVERIFY2(!one.readAll().contains(key.c_str()), qPrintable(one.fileName()));
            ++files;
        }
        QVERIFY(files >= 3);
    }

    // Of a running program, what everybody on the machine may read of it.
    void theKeyIsNoArgument() {
        const std::string key = "sk-agon-test-abcdefghij0123456789";
        const FakeLlm server({"--latency", "50", "--key-env", "AGON_FAKE_KEY"}, {},
                             {{"AGON_FAKE_KEY", key}});
        addModels(server, {"--key-env", "AGON_TEST_RUN_KEY"});
        m_variables["AGON_TEST_RUN_KEY"] = key;
        ChildProgram program(AGONCTL, run({"--concurrency", "1"}), file("said"), m_variables);
        QTRY_VERIFY(server.stats().answered > 2);
        QFile arguments(u"/proc/%1/cmdline"_s.arg(program.pid()));
        QVERIFY(arguments.open(QIODevice::ReadOnly));
        const QByteArray words = arguments.readAll();
        QVERIFY(words.contains("--set"));
        QVERIFY(!words.contains(key.c_str()));
    }

    void interruptedRunsGoOn() {
        const FakeLlm server({"--latency", "20"});
        addModels(server);
        {
            ChildProgram program(AGONCTL, run({"--concurrency", "2", "--json"}), file("said"),
                                 m_variables);
            QTRY_VERIFY(server.stats().answered > 6);
            program.signal(SIGINT);
            QCOMPARE(program.wait(), 130);
        }
        QVERIFY2(agonctl({"run", m_workspace, "--resume", "1", "--json"}) == 0, m_said.constData());
        QCOMPARE(json()[u"games"_s].toObject()[u"failed"_s].toInt(), 0);
        // Nothing was asked twice: a stop waits for what is on its way.
        QCOMPARE(server.stats().answered, std::int64_t{40});
        QCOMPARE(json()[u"possibly_billed"_s].toInt(), 0);
    }

    void stopsAtItsLimit() {
        const FakeLlm server;
        addModels(server);
        QCOMPARE(agonctl(run({"--max-cost", "0.01", "--json"})), 3);
        QCOMPARE(json()[u"state"_s].toString(), u"stopped"_s);
        QVERIFY(json()[u"cost"_s].toDouble() <= 0.01);
    }

    void refusesWhatIsNoRun_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QStringList{} << 2;
        QTest::newRow("no such set") << QStringList{u"--set"_s,   u"none"_s,    u"--models"_s,
                                                    u"f-a,f-b"_s, u"--judge"_s, u"judge-a"_s}
                                     << 1;
        QTest::newRow("one model") << QStringList{u"--set"_s, u"questions"_s, u"--models"_s,
                                                  u"f-a"_s,   u"--judge"_s,   u"judge-a"_s}
                                   << 1;
        QTest::newRow("no such style")
            << QStringList{u"--set"_s,   u"questions"_s, u"--models"_s, u"f-a,f-b"_s,
                           u"--judge"_s, u"judge-a"_s,   u"--prompt"_s, u"none"_s}
            << 1;
        QTest::newRow("no such run") << QStringList{u"--resume"_s, u"7"_s} << 1;
        QTest::newRow("pairs") << QStringList{u"--set"_s,   u"questions"_s, u"--models"_s,
                                              u"f-a,f-b"_s, u"--judge"_s,   u"judge-a"_s,
                                              u"--pairs"_s, u"target"_s}
                               << 1;
    }
    void refusesWhatIsNoRun() {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        const FakeLlm server;
        addModels(server);
        std::vector<std::string> all{"run", m_workspace};
        for (const QString& word : words)
            all.push_back(word.toStdString());
        QCOMPARE(agonctl(all), code);
        QVERIFY(!m_said.isEmpty());
        QCOMPARE(server.stats().requests, std::int64_t{0});
    }
};

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
