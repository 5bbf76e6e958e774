// Every format, on small files of our own: what its rows mean once they are in a workspace.
#include "core/exchange/preview.h"
#include "core/text/marks.h"
#include "tests/core/exchange/workspace_fixture.h"

#include <QtTest>

#include <algorithm>

using namespace agon;
using namespace agon::exchange;
namespace fs = std::filesystem;

namespace {

fs::path sample(const char* name) {
    return fs::path(AGON_TEST_DATA) / "exchange" / name;
}

const Battle& battleOn(const std::vector<Battle>& battles, const std::string& key, int turn = 1) {
    const auto found = std::find_if(battles.begin(), battles.end(), [&](const Battle& battle) {
        return battle.instruction.key == key && battle.turn == turn;
    });
    if (found == battles.end())
        qFatal("no battle on %s", key.c_str());
    return *found;
}

} // namespace

class TestImportFormats : public QObject {
    Q_OBJECT

  private slots:
    void recognised_data();
    void recognised();
    void alpacaOutputs();
    void alpacaAnnotations();
    void weightedAnnotations();
    void fastchat();
    void fastchatInAnyOrder();
    void fastchatSingleWinner();
    void fastchatSinglesBecomeGames();
    void pandalm();
    void pandalmJudgeNeedsTheTestSet();
    void evalica();
    void votesOfPeople();
    void jsonLines();
    void mapping();
    void optionsWin();
    void contentShapes();
    void unknownFormatsSayWhatToDo_data();
    void unknownFormatsSayWhatToDo();
};

void TestImportFormats::recognised_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("set");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("judge");
    const auto row = [](const char* file, const char* format, const char* set, const char* model,
                        const char* judge) {
        QTest::newRow(file) << QString::fromUtf8(file) << QString::fromUtf8(format)
                            << QString::fromUtf8(set) << QString::fromUtf8(model)
                            << QString::fromUtf8(judge);
    };
    row("outputs_birch.json", "alpaca-outputs", "alpaca_eval", "birch", "");
    row("annotations_cot.json", "alpaca-annotations", "alpaca_eval", "", "owl");
    row("annotations_weighted.json", "alpaca-annotations", "alpaca_eval", "", "weighted_owl");
    row("talk/question.jsonl", "fastchat-questions", "talk", "", "");
    row("talk/model_answer/birch.jsonl", "fastchat-answers", "talk", "birch", "");
    row("talk/model_judgment/owl_pair.jsonl", "fastchat-pair", "talk", "", "owl");
    row("talk/model_judgment/owl_single.jsonl", "fastchat-single", "talk", "", "owl");
    row("pandalm_test.json", "pandalm", "pandalm", "", "");
    row("owl-testset-v1.json", "pandalm", "pandalm", "", "");
    row("fruit.csv", "evalica", "fruit", "", "");
    row("votes.csv", "csv", "votes", "", "");
    row("games.jsonl", "jsonl", "games", "", "");
}

void TestImportFormats::recognised() {
    QFETCH(QString, file);
    QFETCH(QString, format);
    QFETCH(QString, set);
    QFETCH(QString, model);
    QFETCH(QString, judge);
    const auto preview = previewFile(sample(file.toUtf8().constData()));
    QVERIFY(preview);
    QVERIFY2(preview->format.has_value(), preview->problem.c_str());
    QCOMPARE(QString::fromUtf8(formatId(*preview->format).data()), format);
    QCOMPARE(QString::fromStdString(preview->set), set);
    QCOMPARE(QString::fromStdString(preview->model), model);
    if (!judge.isEmpty())
        QCOMPARE(QString::fromStdString(preview->judge), judge);
    QVERIFY(preview->problem.empty() && preview->missing.empty());
    QVERIFY(preview->sampled > 0 && preview->damaged == 0);
    QCOMPARE(preview->rows.size(), std::size_t(preview->sampled));
    for (const auto& row : preview->rows)
        QCOMPARE(row.size(), preview->columns.size());
}

void TestImportFormats::alpacaOutputs() {
    WorkspaceFixture fixture;
    const auto report = fixture.read({sample("outputs_birch.json"), sample("outputs_alder.json")});
    QCOMPARE(report.added, 6);
    QCOMPARE(fixture.count("instructions"), 3);
    const auto responses =
        fixture.workspace
            ->read<std::vector<Response>>([](Reader& reader) -> Result<std::vector<Response>> {
                std::vector<Response> out;
                TRY(reader.eachResponse(std::nullopt, [&](const Response& response, InstructionId) {
                    out.push_back(response);
                    return Result<void>{};
                }));
                return out;
            })
            .value();
    QCOMPARE(responses.size(), std::size_t{6});
    QCOMPARE(responses[0].modelName, std::string("birch"));
    QVERIFY(responses[5].turns == std::vector<std::string>{""});
    QVERIFY((responses[5].marks & marks::empty) != 0);
    const auto sets =
        fixture.workspace->read<std::vector<SetInfo>>([](Reader& reader) { return reader.sets(); })
            .value();
    QCOMPARE(sets.size(), std::size_t{1});
    QCOMPARE(sets[0].name, std::string("alpaca_eval"));
    QCOMPARE(sets[0].categories, (std::vector<std::string>{"basics", "verse"}));
}

void TestImportFormats::alpacaAnnotations() {
    WorkspaceFixture fixture;
    const auto report = fixture.read({sample("annotations_cot.json")});
    QCOMPARE(report.added, 3);
    const auto battles = fixture.battles();
    QCOMPARE(battles.size(), std::size_t{3});
    const auto& first = battles[0].games.at(0);
    QCOMPARE(battles[0].a.modelName, std::string("birch"));
    QCOMPARE(battles[0].instruction.category, std::string("basics"));
    QCOMPARE(battles[0].instruction.source, std::string("basics"));
    QVERIFY(first.verdict == Verdict::A && first.order == Order::AB);
    QCOMPARE(first.judgeName, std::string("owl"));
    QCOMPARE(first.explanation, std::string("One is right about 0"));
    QVERIFY(first.raw.starts_with("{") && first.raw.find("\"ordered_models\":[") != first.raw.npos);
    QCOMPARE(first.cost.value_or(0), 0.01);
    QCOMPARE(first.seconds.value_or(0), 1.5);
    QVERIFY(!first.preferenceA);
    QVERIFY(battles[1].games.at(0).verdict == Verdict::B);
    QVERIFY(battles[1].games.at(0).order == Order::BA); // m, shown first, was output_2
    QVERIFY(battles[2].games.at(0).verdict == Verdict::Tie);
    // The answers are the ones of the outputs files.
    QCOMPARE(fixture.read({sample("outputs_birch.json"), sample("outputs_alder.json")}).added, 0);
}

void TestImportFormats::weightedAnnotations() {
    WorkspaceFixture fixture;
    const auto report = fixture.read({sample("annotations_weighted.json")});
    QCOMPARE(report.added, 3);
    QCOMPARE(report.files[0].invalid, 1);
    const auto battles = fixture.battles();
    QVERIFY(battles[0].games.at(0).verdict == Verdict::A);
    QVERIFY(qAbs(battles[0].games.at(0).preferenceA.value_or(0) - 0.9999902) < 1e-12);
    QVERIFY(battles[0].games.at(0).raw.find("logprobs") != std::string::npos);
    QVERIFY(battles[1].games.at(0).verdict == Verdict::B);
    QCOMPARE(battles[1].games.at(0).preferenceA.value_or(0), 0.25);
    QCOMPARE(battles[1].games.at(0).raw, std::string("m"));
    QVERIFY(battles[2].games.at(0).verdict == Verdict::Invalid);
    QVERIFY(!battles[2].games.at(0).error.empty());
}

void TestImportFormats::fastchat() {
    WorkspaceFixture fixture;
    fixture.read({sample("talk/question.jsonl"), sample("talk/model_answer/birch.jsonl"),
                  sample("talk/model_answer/alder.jsonl"),
                  sample("talk/model_judgment/owl_pair.jsonl")});
    const auto battles = fixture.battles();
    QCOMPARE(battles.size(), std::size_t{4});
    const Battle& second = battleOn(battles, "1", 2);
    QCOMPARE(second.setName, std::string("talk"));
    QCOMPARE(second.instruction.category, std::string("writing"));
    QCOMPARE(second.instruction.turns.size(), std::size_t{2});
    QCOMPARE(second.b.modelName, std::string("forest/alder")); // not the file's stem
    QCOMPARE(second.b.turns.at(1), std::string("A keeper sat."));
    QCOMPARE(second.games.size(), std::size_t{2});
    QVERIFY(second.games[0].order == Order::AB && second.games[0].verdict == Verdict::A);
    QVERIFY(second.games[1].order == Order::BA && second.games[1].verdict == Verdict::B);
    QCOMPARE(second.games[1].raw, std::string("second judgment 1.2 [[B]]"));
    QCOMPARE(second.games[1].prompt, std::string("prompt two 1.2"));
    QCOMPARE(second.games[1].at.milliseconds, 1700000101250);
    const Battle& failed = battleOn(battles, "2", 1);
    QVERIFY(failed.games[0].verdict == Verdict::A && failed.games[1].verdict == Verdict::Invalid);
    QVERIFY(!failed.games[1].error.empty());
}

void TestImportFormats::fastchatInAnyOrder() {
    std::vector<fs::path> paths{
        sample("talk/model_judgment/owl_pair.jsonl"), sample("talk/model_answer/alder.jsonl"),
        sample("talk/model_answer/birch.jsonl"), sample("talk/question.jsonl")};
    std::sort(paths.begin(), paths.end());
    do {
        WorkspaceFixture together;
        const auto report = together.read(paths);
        QCOMPARE(report.added, 4 + 2 + 2 + 2);
        for (std::size_t i = 0; i < paths.size(); ++i)
            QCOMPARE(report.files[i].path.string(), paths[i].string());
        // One by one: what is not known yet is filled in later.
        WorkspaceFixture alone;
        for (const fs::path& path : paths)
            alone.read({path});
        for (const WorkspaceFixture* fixture : {&together, &alone}) {
            QCOMPARE(fixture->count("battles"), 4);
            QCOMPARE(fixture->count("responses"), 4);
            QCOMPARE(fixture->count("instructions"), 2);
            const auto battles = fixture->battles();
            QCOMPARE(battleOn(battles, "1").a.turns.size(), std::size_t{2});
            QCOMPARE(battleOn(battles, "1").a.marks & marks::textUnknown, 0U);
            QCOMPARE(battleOn(battles, "2").instruction.category, std::string("math"));
        }
    } while (std::next_permutation(paths.begin(), paths.end()));
}

void TestImportFormats::fastchatSingleWinner() {
    WorkspaceFixture fixture;
    const auto path = fixture.file(
        "old/model_judgment/owl_pair.jsonl",
        R"({"question_id":"q","model_1":"a1","model_2":"b1","winner":"model_2","judge":"owl","judgment":"B"})"
        "\n"
        R"({"question_id":"r","model_1":"a1","model_2":"a1","winner":"tie","judge":"owl","m1_score":5,"m2_score":5})");
    const auto report = fixture.read({path});
    QCOMPARE(report.added, 2);
    const auto battles = fixture.battles();
    QCOMPARE(battles[0].setName, std::string("old"));
    QCOMPARE(battles[0].turn, 1);
    QCOMPARE(battles[0].games.size(), std::size_t{1});
    QVERIFY(battles[0].games[0].verdict == Verdict::B);
    QVERIFY((battles[0].a.marks & marks::textUnknown) != 0);
    QCOMPARE(battles[1].a.modelName, battles[1].b.modelName); // against itself: kept
    QCOMPARE(battles[1].games[0].scoreA.value_or(0), 5.0);
}

void TestImportFormats::fastchatSinglesBecomeGames() {
    WorkspaceFixture fixture;
    const auto path = sample("talk/model_judgment/owl_single.jsonl");
    const auto report = fixture.read({path});
    const FileReport& file = report.files.at(0);
    QCOMPARE(file.rows, 6);
    QCOMPARE(file.added, 5);
    QCOMPARE(file.rejected, 1); // cedar was alone on the second turn
    QCOMPARE(file.rejections.at(0).line, 6);
    QCOMPARE(file.invalid, 1);
    const auto battles = fixture.battles();
    QCOMPARE(battles.size(), std::size_t{4}); // three pairs, one pair
    int ties = 0;
    for (const Battle& battle : battles) {
        const Game& game = battle.games.at(0);
        if (battle.instruction.key == "2") {
            QVERIFY(game.verdict == Verdict::Invalid && !game.scoreA);
            continue;
        }
        QCOMPARE(game.judgeName, std::string("owl-single"));
        QVERIFY(game.raw.find("birch on 1.1") != game.raw.npos ||
                game.raw.find("cedar on 1.1") != game.raw.npos);
        if (battle.a.modelName == "birch" && battle.b.modelName == "forest/alder") {
            QVERIFY(game.verdict == Verdict::A);
            QCOMPARE(game.scoreA.value_or(0), 8.0);
            QCOMPARE(game.scoreB.value_or(0), 6.0);
        }
        ties += game.verdict == Verdict::Tie ? 1 : 0;
    }
    QCOMPARE(ties, 1);
    QCOMPARE(fixture.read({path}).added, 0);
}

void TestImportFormats::pandalm() {
    WorkspaceFixture fixture;
    const auto report = fixture.read({sample("owl-testset-v1.json"), sample("pandalm_test.json")});
    QCOMPARE(report.files[1].added, 2);
    QCOMPARE(report.files[0].added, 2);
    QCOMPARE(report.files[0].invalid, 1);
    QCOMPARE(report.files[0].rejected, 1);
    QCOMPARE(report.files[0].rejections.at(0).line, 14); // idx 7
    const auto battles = fixture.battles();
    const Battle& first = battleOn(battles, "0");
    QCOMPARE(first.instruction.turns.at(0),
             std::string("Shorten the sentence.\n\nIt is raining very much today."));
    QCOMPARE(first.instruction.category, std::string("Notes"));
    QCOMPARE(first.a.modelName, std::string("birch"));
    QCOMPARE(first.b.modelName, std::string("alder-7B"));
    QCOMPARE(first.overrides.size(), std::size_t{3});
    QCOMPARE(first.overrides[2].by, std::string("annotator3"));
    QVERIFY(first.overrides[2].verdict == Verdict::B);
    QVERIFY(first.games.at(0).verdict == Verdict::Invalid);
    const Battle& second = battleOn(battles, "1");
    QCOMPARE(second.instruction.turns.at(0), std::string("Shorten the sentence."));
    QCOMPARE(second.b.turns.at(0), std::string("True"));
    QVERIFY(second.overrides[0].verdict == Verdict::Tie);
    QVERIFY(second.games.at(0).verdict == Verdict::Tie);
    QCOMPARE(second.games.at(0).judgeName, std::string("owl"));
    QCOMPARE(second.games.at(0).explanation, std::string("Both are short."));
    QCOMPARE(fixture.read({sample("owl-testset-v1.json"), sample("pandalm_test.json")}).added, 0);
    QCOMPARE(fixture.count("overrides"), 6);
}

void TestImportFormats::pandalmJudgeNeedsTheTestSet() {
    WorkspaceFixture fixture;
    const auto report = fixture.read({sample("owl-testset-v1.json")});
    QCOMPARE(report.rejected, 3);
    QVERIFY(report.files[0].rejections[0].reason.find("test set") != std::string::npos);
}

void TestImportFormats::evalica() {
    WorkspaceFixture fixture;
    QCOMPARE(fixture.read({sample("fruit.csv")}).added, 4);
    const auto battles = fixture.battles();
    QCOMPARE(battles.size(), std::size_t{4}); // the same pair twice is two battles
    QCOMPARE(battles[0].a.modelName, std::string("Apple"));
    QVERIFY(!battles[0].instruction.id.valid());
    QVERIFY(battles[1].games.at(0).verdict == Verdict::Tie);
    QCOMPARE(battles[2].games.at(0).judgeName, std::string("recorded"));
    QCOMPARE(fixture.read({sample("fruit.csv")}).added, 0);
    const auto weighted =
        fixture.file("w.csv", "left,right,winner,weight\na,b,left,1\na,b,left,2.5\na,b,left,1.0\n");
    const auto report = fixture.read({weighted});
    QCOMPARE(report.added, 2);
    QCOMPARE(report.files[0].rejections.at(0).line, 3);
    QVERIFY(report.files[0].rejections.at(0).reason.find("2.5") != std::string::npos);
}

void TestImportFormats::votesOfPeople() {
    WorkspaceFixture fixture;
    QCOMPARE(fixture.read({sample("votes.csv")}).added, 2);
    const auto battles = fixture.battles();
    QCOMPARE(battles.size(), std::size_t{1});
    QCOMPARE(battles[0].instruction.turns.at(0), std::string("Say \"hi\", please."));
    QCOMPARE(battles[0].a.turns.at(0), std::string("Hi!\nHello!"));
    QVERIFY(battles[0].games.empty());
    QCOMPARE(battles[0].overrides.size(), std::size_t{2});
    QCOMPARE(battles[0].overrides[0].by, std::string("Ann"));
    QVERIFY(battles[0].overrides[0].verdict == Verdict::A);
    QCOMPARE(toIso(battles[0].overrides[0].at), std::string("2024-05-31T10:20:30Z"));
    QVERIFY(battles[0].overrides[1].verdict == Verdict::Bad);
    QCOMPARE(toIso(battles[0].overrides[1].at), std::string("2024-05-31T08:21:30Z"));
    QCOMPARE(fixture.read({sample("votes.csv")}).added, 0);

    // Who voted may be known by an address only: the vote stays, the address does not.
    const auto path = fixture.file("ip.csv", "model_a,model_b,winner,annotator\nx,y,a,203.0.113.9\n"
                                             "x,y,b,2001:db8::1\n");
    fixture.read({path});
    for (const Battle& battle : fixture.battles())
        for (const Override& vote : battle.overrides)
            QVERIFY(vote.by == "Ann" || vote.by == "Ben" || vote.by == "anonymous");
    ImportOptions options;
    options.mapping[Field::Annotator] = "ip";
    const auto report = fixture.read({sample("votes.csv")}, options);
    QVERIFY(report.files[0].error.has_value());
    QVERIFY(report.files[0].error->message.find("never imported") != std::string::npos);
}

void TestImportFormats::jsonLines() {
    WorkspaceFixture fixture;
    QCOMPARE(fixture.read({sample("games.jsonl")}).added, 3);
    const auto battles = fixture.battles();
    QCOMPARE(battles.size(), std::size_t{2});
    // Named the other way round, it is the same battle: verdicts are turned to fit.
    QCOMPARE(battles[0].games.size(), std::size_t{2});
    QVERIFY(battles[0].games[0].verdict == Verdict::A);
    QCOMPARE(battles[0].games[0].scoreB.value_or(0), 3.0);
    QCOMPARE(battles[0].games[0].explanation, std::string("Order matters."));
    QCOMPARE(battles[0].games[1].judgeName, std::string("hawk"));
    QVERIFY(battles[0].games[1].verdict == Verdict::A);
    QVERIFY(battles[0].games[1].order == Order::BA);
    QVERIFY(battles[1].games[0].verdict == Verdict::A); // the winner's name
    QCOMPARE(fixture.read({sample("games.jsonl")}).added, 0);
}

void TestImportFormats::mapping() {
    WorkspaceFixture fixture;
    const auto path = fixture.file("study.csv", "who;left one;right one;best\nKim;x;y;left one\n"
                                                "Kim;x;y;right\n");
    const auto plain = fixture.read({path});
    QVERIFY(plain.files[0].error.has_value());
    QVERIFY(plain.files[0].error->message.find("model_a, model_b, winner") != std::string::npos);
    const auto preview = previewFile(path).value();
    QVERIFY(!preview.format && preview.wantsMapping);
    QCOMPARE(preview.missing.size(), std::size_t{3});
    QCOMPARE(preview.rows.size(), std::size_t{2});
    QCOMPARE(preview.columns.at(1), std::string("left one"));

    ImportOptions options;
    for (const char* text :
         {"model_a=left one", "model_b=right one", "winner=best", "annotator=who"})
        options.mapping.insert(parseMapping(text).value());
    const auto report = fixture.read({path}, options);
    QCOMPARE(report.added, 1);
    QCOMPARE(report.files[0].rejections.at(0).line, 2); // "left one" is no verdict
    options.mapping[Field::Judge] = "nowhere";
    QVERIFY(fixture.read({path}, options).files[0].error.has_value());
    QVERIFY(!parseMapping("winner"));
    QVERIFY(!parseMapping("colour=x"));
}

void TestImportFormats::optionsWin() {
    WorkspaceFixture fixture;
    ImportOptions options;
    options.set = "mine";
    options.model = "renamed";
    options.judge = "me";
    fixture.read({sample("outputs_birch.json"), sample("annotations_cot.json"),
                  sample("talk/model_judgment/owl_pair.jsonl"), sample("fruit.csv")},
                 options);
    for (const Battle& battle : fixture.battles()) {
        QCOMPARE(battle.setName, std::string("mine"));
        for (const Game& game : battle.games)
            QCOMPARE(game.judgeName, std::string("me"));
    }
    const auto models =
        fixture.workspace->read<std::vector<Model>>([](Reader& reader) { return reader.models(); })
            .value();
    QVERIFY(std::any_of(models.begin(), models.end(),
                        [](const Model& m) { return m.name == "renamed" && m.responses == 3; }));
}

void TestImportFormats::contentShapes() {
    WorkspaceFixture fixture;
    const auto path = fixture.file(
        "s.jsonl",
        R"({"model_a":"x","model_b":"y","winner":"leftvote","instruction":[{"type":"text","text":"one"},{"type":"image","image":"…"},{"type":"text","text":"two"}],"response_a":{"answer":"A"},"response_b":"B"})");
    QCOMPARE(fixture.read({path}).added, 1);
    const Battle battle = fixture.battles().at(0);
    QCOMPARE(battle.instruction.turns.at(0), std::string("one\n[image]\ntwo"));
    QCOMPARE(battle.a.turns.at(0), std::string("A"));
    QVERIFY(battle.games.at(0).verdict == Verdict::A);
}

void TestImportFormats::unknownFormatsSayWhatToDo_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    QTest::newRow("prose") << QByteArray("Dear all\nthis is a letter\n")
                           << QStringLiteral("neither");
    QTest::newRow("other JSON") << QByteArray(R"([{"name":"x","age":3}])")
                                << QStringLiteral("--map");
    QTest::newRow("other table") << QByteArray("name,age\nx,3\n") << QStringLiteral("--map");
    QTest::newRow("numbers") << QByteArray("[1,2,3]") << QStringLiteral("JSON object");
    QTest::newRow("damaged") << QByteArray("[{\"a\" \"b\"}]") << QStringLiteral("JSON object");
    QTest::newRow("empty") << QByteArray("") << QStringLiteral("empty");
    QTest::newRow("blank") << QByteArray(" \n\n") << QStringLiteral("empty");
    QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08\x00\x01", 5) << QStringLiteral("unpack");
    QTest::newRow("utf-16") << QByteArray("\xFF\xFE[\0", 4) << QStringLiteral("UTF-8");
    QTest::newRow("binary") << QByteArray("a,b\n\0\1", 6) << QStringLiteral("NUL bytes");
}

void TestImportFormats::unknownFormatsSayWhatToDo() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    WorkspaceFixture fixture;
    const auto path = fixture.file("file.json", bytes);
    const auto report = fixture.read({path, sample("fruit.csv")});
    QVERIFY(report.files[0].error.has_value());
    const QString text = QString::fromStdString(report.files[0].error->text());
    QVERIFY2(text.contains(word), qPrintable(text));
    QVERIFY2(text.contains(u"file.json"), qPrintable(text));
    QVERIFY(!report.files[0].format);
    QCOMPARE(report.added, 4); // the other file was read
    QVERIFY(!previewFile(path)->problem.empty());
}

QTEST_GUILESS_MAIN(TestImportFormats)
#include "tst_import_formats.moc"
