// Bad input: what can be read arrives, what cannot is told, and nothing is half done.
#include "core/text/marks.h"
#include "tests/core/exchange/workspace_fixture.h"

#include <QtTest>

#include <sys/stat.h>

using namespace agon;
using namespace agon::exchange;
namespace fs = std::filesystem;

namespace {

QByteArray output(int i, const QByteArray& text) {
    return R"({"instruction":"task )" + QByteArray::number(i) + R"(","output":)" + text +
           R"(,"generator":"birch"})";
}

QByteArray outputs(int count, int bad, const QByteArray& badRecord) {
    QByteArray out = "[\n";
    for (int i = 1; i <= count; ++i)
        out += (i == bad ? badRecord : output(i, "\"answer\"")) + (i == count ? "\n]\n" : ",\n");
    return out;
}

} // namespace

class TestImportFaults : public QObject {
    Q_OBJECT

  private slots:
    void oneBadRecordOf800_data();
    void oneBadRecordOf800();
    void truncated();
    void mendedTextsAreMarked();
    void failedAnnotationsAreInvalid_data();
    void failedAnnotationsAreInvalid();
    void notAFile_data();
    void notAFile();
    void repeatedRows();
    void repeatedJudgmentsTheLastCounts();
    void sameKeyOtherText();
    void selfBattle();
    void cancelUndoesTheFile();
    void readOnlyWorkspace();
    void manyRejectionsAreCounted();
    void csvRows();
};

void TestImportFaults::oneBadRecordOf800_data() {
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QString>("reason");
    QTest::newRow("wrong type") << output(400, "17") << QStringLiteral("“output” is a number");
    QTest::newRow("null") << output(400, "null") << QStringLiteral("“output” is null");
    QTest::newRow("missing") << QByteArray(R"({"instruction":"x","generator":"birch"})")
                             << QStringLiteral("“output” is missing");
    QTest::newRow("not an object")
        << QByteArray("\"hello\"") << QStringLiteral("not a JSON object");
    QTest::newRow("a quote lost") << output(400, "\"answer") << QStringLiteral("damaged JSON");
    QTest::newRow("a brace lost") << output(400, "\"answer\"").chopped(1)
                                  << QStringLiteral("damaged JSON");
    QTest::newRow("a bad number") << output(400, "1.2.3") << QStringLiteral("damaged JSON");
    QTest::newRow("a bad escape") << output(400, "\"\\q\"") << QStringLiteral("damaged JSON");
    QTest::newRow("an empty model")
        << QByteArray(R"({"instruction":"x","output":"y","generator":""})")
        << QStringLiteral("“generator” is empty");
}

void TestImportFaults::oneBadRecordOf800() {
    QFETCH(QByteArray, record);
    QFETCH(QString, reason);
    WorkspaceFixture fixture;
    const auto report = fixture.read({fixture.file("o.json", outputs(800, 400, record))});
    const FileReport& file = report.files.at(0);
    QVERIFY(!file.error);
    QCOMPARE(file.rows, 800);
    QCOMPARE(file.added, 799);
    QCOMPARE(file.rejected, 1);
    QCOMPARE(file.rejections.at(0).line, 401);
    QVERIFY2(QString::fromStdString(file.rejections.at(0).reason).contains(reason),
             file.rejections.at(0).reason.c_str());
    QCOMPARE(fixture.count("responses"), 799);
}

void TestImportFaults::truncated() {
    WorkspaceFixture fixture;
    const QByteArray whole = outputs(20, 0, {});
    const auto report =
        fixture.read({fixture.file("o.json", whole.left(int(whole.indexOf("task 11")) + 20))});
    QCOMPARE(report.files[0].added, 10);
    QCOMPARE(report.files[0].rejected, 1);
    QCOMPARE(report.files[0].rejections[0].line, 12);
    QVERIFY(report.files[0].rejections[0].reason.find("cut off") != std::string::npos);
}

void TestImportFaults::mendedTextsAreMarked() {
    WorkspaceFixture fixture;
    const QByteArray lines = output(1, "\"fine\"") + "\n" + output(2, "\"bad \xFF\xC3 bytes\"") +
                             "\n" + output(3, R"("lone \ud83d surrogate")") + "\n" +
                             output(4, R"("nul \u0000 byte")") + "\n" +
                             output(5, R"("whole \ud83d\ude00")") + "\n";
    QCOMPARE(fixture.read({fixture.file("o.jsonl", lines)}).added, 5);
    std::vector<Response> all;
    std::vector<std::uint32_t> asked;
    QVERIFY(fixture.workspace->read<void>([&](Reader& reader) -> Result<void> {
        TRY(reader.eachInstruction(std::nullopt, [&](const Instruction& in) {
            asked.push_back(in.marks);
            return Result<void>{};
        }));
        return reader.eachResponse(std::nullopt, [&](const Response& in, InstructionId) {
            all.push_back(in);
            return Result<void>{};
        });
    }));
    QCOMPARE(all.at(0).marks, 0U);
    QCOMPARE(all.at(1).marks, marks::repairedUtf8);
    QCOMPARE(all.at(1).turns.at(0), std::string("bad \xEF\xBF\xBD\xEF\xBF\xBD bytes"));
    QCOMPARE(all.at(2).marks, marks::loneSurrogate);
    QCOMPARE(all.at(2).turns.at(0), std::string("lone \xEF\xBF\xBD surrogate"));
    QCOMPARE(all.at(3).marks, marks::nul);
    QCOMPARE(all.at(4).marks, 0U);
    QCOMPARE(all.at(4).turns.at(0), std::string("whole \xF0\x9F\x98\x80"));
    QVERIFY(std::all_of(asked.begin(), asked.end(), [](auto marks) { return marks == 0; }));
}

void TestImportFaults::failedAnnotationsAreInvalid_data() {
    QTest::addColumn<QByteArray>("preference");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char* preference, Verdict verdict) {
        QTest::newRow(preference) << QByteArray(preference) << int(verdict);
    };
    row("null", Verdict::Invalid);
    row("NaN", Verdict::Invalid);
    row("-1", Verdict::Invalid);
    row("\"error\"", Verdict::Invalid);
    row("3", Verdict::Invalid);
    row("[]", Verdict::Invalid);
    row("Infinity", Verdict::Invalid);
    row("0", Verdict::Tie);
    row("1.5", Verdict::Tie);
    row("1", Verdict::A);
    row("\"2.0\"", Verdict::B);
    row("1.4999", Verdict::A);
    row("1.5001", Verdict::B);
}

void TestImportFaults::failedAnnotationsAreInvalid() {
    QFETCH(QByteArray, preference);
    QFETCH(int, verdict);
    WorkspaceFixture fixture;
    const auto path = fixture.file(
        "a.json", R"([{"instruction":"x","output_1":"p","generator_1":"m","output_2":"q",)"
                  R"("generator_2":"n","annotator":"owl","preference":)" +
                      preference + "}]");
    const auto report = fixture.read({path});
    QCOMPARE(report.added, 1);
    const Game game = fixture.battles().at(0).games.at(0);
    QCOMPARE(int(game.verdict), verdict);
    QCOMPARE(report.files[0].invalid, game.verdict == Verdict::Invalid ? 1 : 0);
    QCOMPARE(game.error.empty(), game.verdict != Verdict::Invalid);
}

void TestImportFaults::notAFile_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"folder", "pipe", "device", "nothing", "link to a device"})
        QTest::newRow(kind) << QString::fromUtf8(kind);
}

void TestImportFaults::notAFile() {
    QFETCH(QString, kind);
    WorkspaceFixture fixture;
    fs::path path = fixture.path("it");
    if (kind == u"folder")
        fs::create_directory(path);
    else if (kind == u"pipe")
        QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
    else if (kind == u"device")
        path = "/dev/zero";
    else if (kind == u"link to a device")
        fs::create_symlink("/dev/zero", path);
    const auto report = fixture.read({path});
    QVERIFY(report.files[0].error.has_value());
    QVERIFY(report.files[0].error->message.find(path.string()) != std::string::npos);
    QVERIFY(report.files[0].error->code ==
            (kind == u"nothing" ? ErrorCode::NotFound : ErrorCode::InvalidInput));
    // A link to a file is as good as the file.
    const auto real = fixture.file("o.json", outputs(2, 0, {}));
    fs::create_symlink(real, fixture.path("link.json"));
    QCOMPARE(fixture.read({fixture.path("link.json")}).added, 2);
}

void TestImportFaults::repeatedRows() {
    WorkspaceFixture fixture;
    const auto path = fixture.file("o.jsonl", output(1, "\"a\"") + "\n" + output(1, "\"a\"") +
                                                  "\n" + output(1, "\"b\"") + "\n");
    const auto report = fixture.read({path});
    QCOMPARE(report.files[0].added, 2); // the same model may answer twice, differently
    QCOMPARE(report.files[0].duplicates, 1);
    QCOMPARE(fixture.read({path}).files[0].duplicates, 3);
}

void TestImportFaults::repeatedJudgmentsTheLastCounts() {
    WorkspaceFixture fixture;
    const auto line = [](const char* winner, const char* text) -> QByteArray {
        return QByteArray(R"({"question_id":1,"model_1":"x","model_2":"y","g1_winner":")") +
               winner + R"(","g2_winner":"tie","judge":["owl","p"],"g1_judgment":")" + text +
               R"(","g2_judgment":"same","turn":1})" + "\n";
    };
    const auto path =
        fixture.file("s/model_judgment/owl_pair.jsonl",
                     line("error", "$ERROR$") + line("model_1", "one") + line("model_2", "two"));
    for (int round = 0; round < 2; ++round) {
        const auto report = fixture.read({path});
        QCOMPARE(report.added, round == 0 ? 3 : 0);
        const Battle battle = fixture.battles().at(0);
        QCOMPARE(battle.games.size(), std::size_t{4});
        QVERIFY(battle.games[0].superseded && battle.games[1].superseded);
        QVERIFY(!battle.games[2].superseded && battle.games[2].verdict == Verdict::B);
        QVERIFY(!battle.games[3].superseded && battle.games[3].order == Order::BA);
    }
}

void TestImportFaults::sameKeyOtherText() {
    WorkspaceFixture fixture;
    fixture.read({fixture.file("s/question.jsonl", R"({"question_id":1,"turns":["one"]})")});
    const auto report =
        fixture.read({fixture.file("s/question.jsonl", R"({"question_id":1,"turns":["uno"]})"
                                                       "\n"
                                                       R"({"question_id":2,"turns":["two"]})")});
    QCOMPARE(report.files[0].rejected, 1);
    QCOMPARE(report.files[0].added, 1);
    QVERIFY(report.files[0].rejections[0].reason.find("another set") != std::string::npos);
}

void TestImportFaults::selfBattle() {
    WorkspaceFixture fixture;
    const auto path = fixture.file(
        "a.json", R"([{"instruction":"x","output_1":"p","generator_1":"m","output_2":"p",)"
                  R"("generator_2":"m","annotator":"owl","preference":1}])");
    QCOMPARE(fixture.read({path}).added, 1);
    const Battle battle = fixture.battles().at(0);
    QCOMPARE(battle.a.id.value, battle.b.id.value);
    QVERIFY(battle.games.at(0).verdict == Verdict::A);
}

void TestImportFaults::cancelUndoesTheFile() {
    WorkspaceFixture fixture;
    const std::vector<fs::path> paths{fixture.file("first.json", outputs(3, 0, {})),
                                      fixture.file("second.json", outputs(5000, 0, {}))};
    std::stop_source stop;
    const auto report =
        importFiles(*fixture.workspace, paths, {}, stop.get_token(), [&](const Progress& progress) {
            if (progress.step.find("second") != std::string::npos)
                stop.request_stop();
        });
    QVERIFY(!report);
    QVERIFY(report.error().code == ErrorCode::Cancelled);
    QCOMPARE(fixture.count("responses"), 3);
    QCOMPARE(fixture.read(paths).files[1].added, 4997);
}

void TestImportFaults::readOnlyWorkspace() {
    WorkspaceFixture fixture;
    const auto path = fixture.file("o.json", outputs(3, 0, {}));
    fixture.read({path});
    fixture.workspace.reset();
    OpenOptions options;
    options.readOnly = true;
    const auto workspace = Workspace::open(fixture.path("workspace.agon"), options);
    QVERIFY(workspace);
    const std::vector<fs::path> paths{path};
    const auto report = importFiles(**workspace, paths, {}, {});
    QVERIFY(!report);
    QVERIFY(report.error().code == ErrorCode::ReadOnly);
}

void TestImportFaults::manyRejectionsAreCounted() {
    WorkspaceFixture fixture;
    QByteArray lines = output(0, "\"fine\"") + "\n";
    for (int i = 0; i < 1500; ++i)
        lines += output(i, "1") + "\n";
    const auto report = fixture.read({fixture.file("o.jsonl", lines)});
    QCOMPARE(report.rejected, 1500);
    QCOMPARE(report.files[0].rejections.size(), maxRejections);
}

void TestImportFaults::csvRows() {
    WorkspaceFixture fixture;
    const auto path = fixture.file("t.csv", "model_a,model_b,winner,score_a\n"
                                            "x,y,a,1\n"
                                            "x,y\n"
                                            "x,,a,1\n"
                                            "x,y,whoever,1\n"
                                            "x,y,b,lots\n"
                                            "\"x\"z,y,a,1\n"
                                            "x,y,,\n"
                                            "x,y,error,\n"
                                            "'=x,y,y,2\n");
    const auto report = fixture.read({path});
    const FileReport& file = report.files.at(0);
    QCOMPARE(file.rows, 9);
    QCOMPARE(file.added, 4);
    QCOMPARE(file.invalid, 1);
    QList<qint64> lines;
    for (const Rejection& rejection : file.rejections)
        lines.append(rejection.line);
    QCOMPARE(lines, (QList<qint64>{3, 4, 5, 6, 7}));
    const auto battles = fixture.battles();
    QVERIFY(battles.at(1).games.empty()); // nobody has judged
    QVERIFY(battles.at(2).games.at(0).verdict == Verdict::Invalid);
    QCOMPARE(battles.at(3).a.modelName, std::string("=x"));
}

QTEST_GUILESS_MAIN(TestImportFaults)
#include "tst_import_faults.moc"
