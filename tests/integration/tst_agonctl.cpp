// The contract of agonctl: exit codes, JSON fields, nothing else on stdout.
#include "tests/integration/agonctl_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

class TestAgonctl : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir m_folder;
    QString m_workspace;

    QString write(const QString& name, const QByteArray& bytes) {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

  private slots:
    void init() {
        m_workspace =
            m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".agon"_s);
        QFile::remove(m_workspace);
        QCOMPARE(agonctl({u"new"_s, m_workspace}).exit, 0);
    }

    void newRefusesToOverwrite() {
        const Said again = agonctl({u"new"_s, m_workspace});
        QCOMPARE(again.exit, 1);
        QVERIFY(again.err.contains("there is such a file already"));
        QVERIFY(again.out.isEmpty());
        const Said other = agonctl({u"new"_s, m_folder.filePath(u"other.agon"_s), u"--json"_s});
        QCOMPARE(other.json().object().keys(), QStringList{u"workspace"_s});
    }

    void usage_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown command") << QStringList{u"dance"_s};
        QTest::newRow("no workspace") << QStringList{u"models"_s};
        QTest::newRow("unknown option") << QStringList{u"models"_s, u"w"_s, u"--dance"_s};
        QTest::newRow("unknown choice")
            << QStringList{u"rate"_s, u"w"_s, u"--ties"_s, u"sometimes"_s};
        QTest::newRow("a battle is a number") << QStringList{u"show"_s, u"w"_s, u"seven"_s};
    }
    void usage() {
        QFETCH(QStringList, arguments);
        QCOMPARE(agonctl(arguments).exit, 2);
    }

    void helpIsNoMistake() {
        QCOMPARE(agonctl({u"--help"_s}).exit, 0);
        QCOMPARE(agonctl({u"rate"_s, u"--help"_s}).exit, 0);
        QVERIFY(agonctl({u"--version"_s}).out.startsWith("agonctl "));
    }

    void importTellsWhatItRejected() {
        const QString file =
            write(u"votes.csv"_s, "model_a,model_b,winner\nx,y,model_a\nx,y,perhaps\n"
                                  "y,x,tie\nx,x,tie\n");
        const Said first = agonctl({u"import"_s, m_workspace, file, u"--json"_s});
        QCOMPARE(first.exit, 3);
        const QJsonObject report = first.json().object();
        QCOMPARE(report[u"added"_s].toInt(), 3);
        QCOMPARE(report[u"rejected"_s].toInt(), 1);
        const QJsonObject read = report[u"files"_s][0].toObject();
        for (const auto& key : {u"path"_s, u"format"_s, u"rows"_s, u"added"_s, u"duplicates"_s,
                                u"rejected"_s, u"rejections"_s, u"seconds"_s})
            QVERIFY2(read.contains(key), qPrintable(key));
        QCOMPARE(read[u"rows"_s].toInt(), 4);
        QCOMPARE(read[u"rejections"_s][0][u"line"_s].toInt(), 3);
        const QJsonObject again =
            agonctl({u"import"_s, m_workspace, file, u"--json"_s}).json().object();
        QCOMPARE(again[u"added"_s].toInt(), 0);
        QCOMPARE(again[u"files"_s][0][u"duplicates"_s].toInt(), 3);
    }

    void badFilesHaveAMessage_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("once upon a time\n");
        QTest::newRow("unknown JSON") << QByteArray("[{\"colour\": \"red\"}]");
        QTest::newRow("binary") << QByteArray("\x7f\x45\x4c\x46\0\0\1\2\3", 9);
    }
    void badFilesHaveAMessage() {
        QFETCH(QByteArray, bytes);
        const Said said = agonctl({u"import"_s, m_workspace, write(u"bad"_s, bytes)});
        QCOMPARE(said.exit, 1);
        QVERIFY(said.err.contains("bad"));
        QCOMPARE(agonctl({u"doctor"_s, m_workspace}).exit, 0);
    }

    void oneGoodFileOfTwo() {
        const QString good = write(u"good.csv"_s, "model_a,model_b,winner\nx,y,model_a\n");
        const Said said = agonctl({u"import"_s, m_workspace, m_folder.filePath(u"absent"_s), good});
        QCOMPARE(said.exit, 3);
        QVERIFY(said.err.contains("absent"));
    }

    void badWorkspaces_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("absent") << QByteArray() << QByteArray("there is no file");
        QTest::newRow("a text") << QByteArray("hello, I am no database")
                                << QByteArray("not an Agon workspace");
    }
    void badWorkspaces() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, says);
        const QString path =
            bytes.isEmpty() ? m_folder.filePath(u"absent.agon"_s) : write(u"text.agon"_s, bytes);
        for (const auto& command : {u"models"_s, u"battles"_s, u"rate"_s, u"doctor"_s}) {
            const Said said = agonctl({command, path, u"--json"_s});
            QCOMPARE(said.exit, 1);
            QVERIFY(said.out.isEmpty());
            QVERIFY2(said.err.contains(says), said.err.constData());
        }
    }

    void overridesCountAndAreKept() {
        const QString file = write(
            u"t.jsonl"_s,
            R"({"instruction":"Why?","model_a":"x","model_b":"y","response_a":"Because.","response_b":"No idea.","winner":"model_a","judge":"j"})"
            "\n");
        QCOMPARE(agonctl({u"import"_s, m_workspace, file}).exit, 0);
        const QJsonObject before =
            agonctl({u"battles"_s, m_workspace, u"--json"_s}).json()[0].toObject();
        for (const auto& key :
             {u"id"_s, u"set"_s, u"category"_s, u"instruction"_s, u"turn"_s, u"model_a"_s,
              u"model_b"_s, u"verdict"_s, u"by"_s, u"judge"_s, u"score_a"_s, u"score_b"_s, u"gap"_s,
              u"flip"_s, u"flagged"_s, u"suspicious"_s, u"iteration"_s, u"stage"_s})
            QVERIFY2(before.contains(key), qPrintable(key));
        QCOMPARE(before[u"verdict"_s].toString(), u"a"_s);
        QCOMPARE(before[u"by"_s].toString(), u"judge"_s);
        const Said said = agonctl({u"override"_s, m_workspace, u"1"_s, u"b"_s, u"--by"_s, u"mira"_s,
                                   u"--note"_s, u"it is not"_s, u"--json"_s});
        QCOMPARE(said.exit, 0);
        QCOMPARE(said.json().object()[u"verdict"_s].toString(), u"b"_s);
        const QJsonObject shown =
            agonctl({u"show"_s, m_workspace, u"1"_s, u"--json"_s}).json().object();
        QCOMPARE(shown[u"verdict"_s].toString(), u"b"_s);
        QCOMPARE(shown[u"by"_s].toString(), u"human"_s);
        QCOMPARE(shown[u"response_a"_s].toString(), u"Because."_s);
        QCOMPARE(shown[u"games"_s][0][u"verdict"_s].toString(), u"a"_s);
        for (const auto& key :
             {u"judge"_s, u"order"_s, u"verdict"_s, u"score_a"_s, u"score_b"_s, u"explanation"_s,
              u"raw"_s, u"prompt"_s, u"tokens_in"_s, u"tokens_out"_s, u"cost"_s, u"seconds"_s})
            QVERIFY2(shown[u"games"_s][0].toObject().contains(key), qPrintable(key));
        const QJsonObject event = shown[u"overrides"_s][0].toObject();
        QCOMPARE(event[u"by"_s].toString(), u"mira"_s);
        QCOMPARE(event[u"note"_s].toString(), u"it is not"_s);
        QVERIFY(!event[u"blind"_s].toBool());
        QCOMPARE(
            agonctl({u"override"_s, m_workspace, u"1"_s, u"clear"_s, u"--by"_s, u"mira"_s}).exit,
            0);
        const QJsonObject cleared =
            agonctl({u"show"_s, m_workspace, u"1"_s, u"--json"_s}).json().object();
        QCOMPARE(cleared[u"verdict"_s].toString(), u"a"_s);
        QCOMPARE(cleared[u"overrides"_s].toArray().size(), 2);
        QCOMPARE(agonctl({u"override"_s, m_workspace, u"99"_s, u"a"_s}).exit, 1);
    }

    void modelsAreAddedEditedRemoved() {
        const auto run = [&](QStringList words) {
            return agonctl(QStringList{u"model"_s, words.takeFirst(), m_workspace} + words);
        };
        QCOMPARE(run({u"add"_s, u"m"_s, u"--kind"_s, u"endpoint"_s}).exit, 1); // no address
        QCOMPARE(run({u"add"_s, u"m"_s, u"--kind"_s, u"endpoint"_s, u"--base-url"_s,
                      u"http://127.0.0.1:9/v1"_s, u"--key-env"_s, u"MY_KEY"_s, u"--role"_s,
                      u"judge"_s, u"--role"_s, u"rival"_s, u"--price-in"_s, u"0.5"_s})
                     .exit,
                 0);
        QCOMPARE(run({u"add"_s, u"m"_s, u"--kind"_s, u"recorded"_s}).exit, 1);
        // the key itself in place of its name is refused, and not repeated
        const Said key = run({u"edit"_s, u"m"_s, u"--key-env"_s, u"sk-secret-123"_s});
        QCOMPARE(key.exit, 1);
        QVERIFY(!key.err.contains("secret"));
        QCOMPARE(run({u"edit"_s, u"m"_s, u"--family"_s, u"llama"_s}).exit, 0);
        const QJsonObject model =
            agonctl({u"models"_s, m_workspace, u"--json"_s}).json()[0].toObject();
        QCOMPARE(model[u"family"_s].toString(), u"llama"_s);
        QCOMPARE(model[u"roles"_s].toArray(), (QJsonArray{u"rival"_s, u"judge"_s}));
        QCOMPARE(run({u"add"_s, u"child"_s, u"--kind"_s, u"server"_s, u"--parent"_s, u"m"_s}).exit,
                 0);
        QCOMPARE(run({u"edit"_s, u"m"_s, u"--parent"_s, u"child"_s}).exit, 1); // a circle
        QCOMPARE(run({u"remove"_s, u"m"_s}).exit, 1);                          // has a child
        QCOMPARE(run({u"remove"_s, u"child"_s}).exit, 0);
        QCOMPARE(run({u"remove"_s, u"m"_s}).exit, 0);
    }

    void ratingsHaveTheirFields() {
        const QString file = write(u"r.csv"_s, "model_a,model_b,winner\nx,y,model_a\ny,z,model_a\n"
                                               "z,x,model_a\nx,w,model_a\ny,y,tie\n");
        agonctl({u"import"_s, m_workspace, file});
        const QJsonObject report = agonctl({u"rate"_s, m_workspace, u"--json"_s, u"--differences"_s,
                                            u"--anchor"_s, u"x=1100"_s})
                                       .json()
                                       .object();
        QCOMPARE(report[u"method"_s].toString(), u"bt"_s);
        QCOMPARE(report[u"self_battles"_s].toInt(), 1);
        QCOMPARE(report[u"battles"_s].toInt(), 4);
        const QJsonObject group = report[u"groups"_s][0].toObject();
        bool below = false;
        for (const auto& value : group[u"models"_s].toArray()) {
            const QJsonObject model = value.toObject();
            for (const auto& key :
                 {u"name"_s, u"status"_s, u"component"_s, u"rating"_s, u"median"_s, u"lower"_s,
                  u"upper"_s, u"rank"_s, u"battles"_s, u"wins"_s, u"losses"_s, u"ties"_s})
                QVERIFY2(model.contains(key), qPrintable(key));
            if (model[u"name"_s].toString() == u"x")
                QCOMPARE(model[u"rating"_s].toDouble(), 1100.0);
            if (model[u"name"_s].toString() == u"w") {
                below = true;
                QCOMPARE(model[u"status"_s].toString(), u"unbounded_below"_s);
                QVERIFY(model[u"rating"_s].isNull());
            }
        }
        QVERIFY(below);
        QCOMPARE(group[u"differences"_s].toArray().size(), 3);

        for (const auto& [words, says] :
             {std::pair{QStringList{u"--anchor"_s, u"nobody=1"_s}, QByteArray("nobody")},
              std::pair{QStringList{u"--where"_s, u"model:nobody"_s}, QByteArray("no battle")},
              std::pair{QStringList{u"--where"_s, u"a:y b:y"_s}, QByteArray("itself")},
              std::pair{QStringList{u"--judge"_s, u"nobody"_s}, QByteArray("nobody")}}) {
            const Said refused = agonctl(QStringList{u"rate"_s, m_workspace} + words);
            QCOMPARE(refused.exit, 1);
            QVERIFY2(refused.err.contains(says), refused.err.constData());
        }
    }

    void exportsAndReadsBack() {
        const QString file = write(u"x.csv"_s, "model_a,model_b,winner\nx,y,model_a\ny,x,tie\n");
        agonctl({u"import"_s, m_workspace, file});
        const QString out = m_folder.filePath(u"out.jsonl"_s);
        const Said said = agonctl(
            {u"export"_s, m_workspace, u"--format"_s, u"jsonl"_s, u"--out"_s, out, u"--json"_s});
        QCOMPARE(said.exit, 0);
        QCOMPARE(said.json().object()[u"rows"_s].toInt(), 2);
        const QString copy = m_folder.filePath(u"copy.agon"_s);
        QFile::remove(copy);
        agonctl({u"new"_s, copy});
        QCOMPARE(agonctl({u"import"_s, copy, out}).exit, 0);
        QCOMPARE(agonctl({u"rate"_s, copy, u"--json"_s, u"--intervals"_s, u"none"_s})
                     .json()[u"groups"_s],
                 agonctl({u"rate"_s, m_workspace, u"--json"_s, u"--intervals"_s, u"none"_s})
                     .json()[u"groups"_s]);
    }

    // SIGINT in the middle of an import: that file is undone, the workspace is sound.
    void anInterruptKeepsWhatWasCommitted() {
        QByteArray rows = "model_a,model_b,winner\n";
        for (int i = 0; i < 600'000; ++i)
            rows += "x,y," + QByteArray(i % 3 == 0 ? "model_a\n" : "model_b\n");
        const QString large = write(u"large.csv"_s, rows);
        const QString small = write(u"small.csv"_s, "model_a,model_b,winner\nx,y,model_a\n");
        QCOMPARE(agonctl({u"import"_s, m_workspace, small}).exit, 0);
        QProcess process;
        process.start(QStringLiteral(AGONCTL), {u"import"_s, m_workspace, large});
        QVERIFY(process.waitForStarted());
        // its lease is there once the workspace is open and the work goes on
        QTRY_VERIFY(QFile::exists(m_workspace + u"-lease"_s));
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(agonctl({u"battles"_s, m_workspace, u"--json"_s}).json().array().size(), 1);
        QCOMPARE(agonctl({u"doctor"_s, m_workspace}).exit, 0);
    }

    // Escape sequences in a name do not reach the terminal.
    void strangersDoNotWriteToTheTerminal() {
        const QString file = write(u"esc.csv"_s, "model_a,model_b,winner\nx\x1b[31m,y,model_a\n");
        agonctl({u"import"_s, m_workspace, file});
        for (const auto& command : {u"models"_s, u"battles"_s, u"rate"_s})
            QVERIFY(!agonctl({command, m_workspace}).out.contains('\x1b'));
    }
};

QTEST_GUILESS_MAIN(TestAgonctl)
#include "tst_agonctl.moc"
