// Writing, and reading it again: the same battles in another workspace.
#include "core/exchange/csv_record.h"
#include "core/exchange/export.h"
#include "tests/core/exchange/workspace_fixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <algorithm>

using namespace agon;
using namespace agon::exchange;
namespace fs = std::filesystem;

namespace {

fs::path sample(const char* name) {
    return fs::path(AGON_TEST_DATA) / "exchange" / name;
}

QByteArray bytesOf(const fs::path& path) {
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ExportReport write(const WorkspaceFixture& fixture, Format format, const std::string& name,
                   std::optional<std::span<const BattleId>> battles = {},
                   const std::string& model = {}) {
    auto report = exportTo(*fixture.workspace, {format, fixture.path(name), model, battles}, {});
    if (!report)
        qFatal("%s", report.error().text().c_str());
    return *report;
}

// What a battle says, without the ids of this workspace.
QByteArrayList told(const std::vector<Battle>& battles, bool whole) {
    QByteArrayList out;
    const auto number = [](const std::optional<double>& value) {
        return value ? QByteArray::number(*value, 'g', 17) : QByteArray("-");
    };
    for (const Battle& battle : battles) {
        QByteArray text;
        const auto add = [&](const std::string& part) {
            text += QByteArray::fromStdString(part) + '|';
        };
        add(battle.setName);
        add(battle.a.modelName);
        add(battle.b.modelName);
        text += QByteArray::number(battle.turn) + '|';
        for (const auto* turns : {&battle.instruction.turns, &battle.a.turns, &battle.b.turns})
            for (const std::string& turn : *turns)
                add(turn);
        add(battle.instruction.category);
        add(battle.instruction.key);
        if (whole)
            text += battle.flagged ? "flagged|" : "";
        for (const Game& game : battle.games) {
            if (!whole && game.superseded)
                continue;
            add(game.judgeName);
            add(std::string(verdictName(game.verdict)));
            add(std::string(orderName(game.order)));
            add(game.raw);
            add(game.prompt);
            text += number(game.scoreA) + '|' + number(game.scoreB) + '|' +
                    QByteArray::number(game.at.milliseconds) + '|';
            if (whole) {
                add(game.explanation);
                add(game.error);
                text += number(game.preferenceA) + '|' + number(game.cost) + '|' +
                        number(game.seconds) + '|';
            }
        }
        for (const Override& event : battle.overrides) {
            if (!whole)
                break;
            add(event.by);
            add(event.verdict ? std::string(verdictName(*event.verdict)) : "clear");
            add(event.note);
            text += QByteArray::number(event.at.milliseconds) + (event.blind ? "blind" : "") +
                    (event.undoes ? "undoes|" : "|");
        }
        out.append(text);
    }
    std::sort(out.begin(), out.end());
    return out;
}

// Files of every kind, and what people add to battles.
void fill(const WorkspaceFixture& fixture) {
    fixture.read({sample("annotations_cot.json"), sample("annotations_weighted.json"),
                  sample("talk/question.jsonl"), sample("talk/model_answer/birch.jsonl"),
                  sample("talk/model_answer/alder.jsonl"),
                  sample("talk/model_judgment/owl_pair.jsonl"),
                  sample("talk/model_judgment/owl_single.jsonl"), sample("pandalm_test.json"),
                  sample("owl-testset-v1.json"), sample("fruit.csv"), sample("votes.csv"),
                  sample("games.jsonl")});
    const auto votes = fixture.workspace->write<void>([](Appender& appender) -> Result<void> {
        VoteIn vote;
        vote.verdict = Verdict::B;
        vote.by = "Cleo";
        vote.note = "=SUM(1) \"quoted\"";
        vote.blind = true;
        vote.at = Timestamp{1700000000123};
        const auto first = TRY(appender.vote({BattleId{1}}, vote));
        VoteIn undo;
        undo.by = "Cleo";
        undo.undoes = first.id;
        undo.at = Timestamp{1700000001000};
        TRY(appender.vote({BattleId{1}}, undo));
        return appender.flag(BattleId{2}, true, "Cleo");
    });
    QVERIFY(votes);
}

} // namespace

class TestExport : public QObject {
    Q_OBJECT

  private slots:
    void jsonLinesKeepEverything();
    void alpacaOutputs();
    void fastchat();
    void fastchatOneOrder();
    void csv();
    void csvFields_data();
    void csvFields();
    void formulasAreHarmless();
    void chosenBattles();
    void nothingHalfIsLeft();
    void onlyWrittenFormats();
};

void TestExport::jsonLinesKeepEverything() {
    WorkspaceFixture fixture;
    fill(fixture);
    const auto report = write(fixture, Format::Jsonl, "all.jsonl");
    QCOMPARE(report.rows, fixture.count("battles"));
    const auto other = fixture.create("other");
    const auto read = fixture.read({report.path}, {}, other.get());
    QCOMPARE(read.rejected, 0);
    QCOMPARE(read.added, report.rows);
    QCOMPARE(told(fixture.battles(other.get()), true), told(fixture.battles(), true));
    QCOMPARE(fixture.read({report.path}, {}, other.get()).added, 0);
}

void TestExport::alpacaOutputs() {
    WorkspaceFixture fixture;
    fixture.read({sample("outputs_birch.json"), sample("outputs_alder.json"),
                  sample("talk/question.jsonl"), sample("talk/model_answer/birch.jsonl")});
    const auto report = write(fixture, Format::AlpacaOutputs, "out.json");
    QCOMPARE(report.rows, 6);
    QCOMPARE(report.leftOut, 2); // of two turns
    const auto array = QJsonDocument::fromJson(bytesOf(report.path)).array();
    QCOMPARE(array.size(), 6);
    QCOMPARE(array[0].toObject().keys(),
             (QStringList{QStringLiteral("dataset"), QStringLiteral("generator"),
                          QStringLiteral("instruction"), QStringLiteral("output")}));
    const auto other = fixture.create("other");
    QCOMPARE(fixture.read({report.path}, {}, other.get()).added, 6);
    QCOMPARE(
        fixture.read({sample("outputs_birch.json"), sample("outputs_alder.json")}, {}, other.get())
            .added,
        0);
    QCOMPARE(write(fixture, Format::AlpacaOutputs, "one.json", {}, "alder").rows, 3);
    QCOMPARE(QJsonDocument::fromJson(bytesOf(fixture.path("one.json"))).array().size(), 3);
    const auto unknown = exportTo(*fixture.workspace,
                                  {Format::AlpacaOutputs, fixture.path("no.json"), "oak", {}}, {});
    QVERIFY(!unknown && unknown.error().code == ErrorCode::InvalidInput);
}

void TestExport::fastchat() {
    WorkspaceFixture fixture;
    fixture.read({sample("talk/question.jsonl"), sample("talk/model_answer/birch.jsonl"),
                  sample("talk/model_answer/alder.jsonl"),
                  sample("talk/model_judgment/owl_pair.jsonl")});
    fs::create_directories(fixture.path("talk/model_judgment"));
    QCOMPARE(write(fixture, Format::FastchatQuestions, "talk/question.jsonl").rows, 2);
    QCOMPARE(write(fixture, Format::FastchatAnswers, "talk/answers.jsonl").rows, 4);
    QCOMPARE(write(fixture, Format::FastchatPair, "talk/model_judgment/owl_pair.jsonl").rows, 4);
    const auto first =
        QJsonDocument::fromJson(bytesOf(fixture.path("talk/question.jsonl")).split('\n').first());
    QVERIFY(first.object()[QStringLiteral("question_id")].isDouble());
    const auto other = fixture.create("other");
    const auto read =
        fixture.read({fixture.path("talk/model_judgment/owl_pair.jsonl"),
                      fixture.path("talk/answers.jsonl"), fixture.path("talk/question.jsonl")},
                     {}, other.get());
    QCOMPARE(read.rejected, 0);
    QCOMPARE(told(fixture.battles(other.get()), false), told(fixture.battles(), false));
}

void TestExport::fastchatOneOrder() {
    WorkspaceFixture fixture;
    fixture.read({sample("annotations_cot.json")});
    fs::create_directory(fixture.path("alpaca_eval"));
    const auto report = write(fixture, Format::FastchatPair, "alpaca_eval/pair.jsonl");
    QCOMPARE(report.rows, 3);
    // model_1 is the one that was read first.
    const auto lines = bytesOf(report.path).split('\n');
    const auto second = QJsonDocument::fromJson(lines[1]).object();
    QCOMPARE(second[QStringLiteral("model_1")].toString(), QStringLiteral("alder"));
    QCOMPARE(second[QStringLiteral("winner")].toString(), QStringLiteral("model_1"));
    const auto other = fixture.create("other");
    QCOMPARE(fixture.read({report.path}, {}, other.get()).added, 3);
    const auto battles = fixture.battles(other.get());
    QVERIFY(battles.at(1).games.at(0).verdict == Verdict::A);
    QVERIFY(battles.at(1).games.at(0).order == Order::AB);
}

void TestExport::csv() {
    WorkspaceFixture fixture;
    fill(fixture);
    const auto report = write(fixture, Format::Csv, "all.csv");
    QCOMPARE(report.rows, fixture.count("battles"));
    const auto other = fixture.create("other");
    const auto read = fixture.read({report.path}, {}, other.get());
    QCOMPARE(read.rejected, 0);
    const auto before = fixture.battles();
    const auto after = fixture.battles(other.get());
    QCOMPARE(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(after[i].a.modelName, before[i].a.modelName);
        QCOMPARE(after[i].b.modelName, before[i].b.modelName);
        QCOMPARE(after[i].setName, before[i].setName);
        const auto turn = static_cast<std::size_t>(before[i].turn - 1);
        if (!before[i].a.turns.empty() && !before[i].b.turns.empty())
            QCOMPARE(after[i].a.turns.at(0), before[i].a.turns.at(turn));
        if (before[i].games.size() == 1 && before[i].overrides.empty()) {
            QCOMPARE(int(after[i].games.at(0).verdict), int(before[i].games[0].verdict));
            QVERIFY(after[i].games.at(0).scoreA == before[i].games[0].scoreA);
            QCOMPARE(after[i].games.at(0).explanation, before[i].games[0].explanation);
        }
    }
}

void TestExport::csvFields_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"", "plain", "a,b", "a;b", "say \"hi\"", "\"", "two\nlines", " space ", "\ttab", "=1+1",
          "+1", "-1", "@x", "'quoted", "'=1", "''-x", "\r", "ä€😀"})
        QTest::newRow(text) << QByteArray(text);
}

void TestExport::csvFields() {
    QFETCH(QByteArray, text);
    const std::string field = csvText(text.toStdString());
    const auto found = agon::exchange::csvFields("x," + field + ",y", ',');
    QCOMPARE(found.size(), std::size_t{3});
    QCOMPARE(QByteArray::fromStdString(std::string(withoutGuard(found[1]))), text);
}

void TestExport::formulasAreHarmless() {
    for (const char* text : {"=1+1", "+1", "-1", "@x", "\tx", "\rx"}) {
        const auto found = agon::exchange::csvFields(csvText(text), ',');
        QVERIFY(found.at(0).starts_with('\''));
    }
    QCOMPARE(csvText("1-1"), std::string("1-1"));
}

void TestExport::chosenBattles() {
    WorkspaceFixture fixture;
    fill(fixture);
    const std::vector<BattleId> chosen{{3}, {1}};
    const auto report = write(fixture, Format::Jsonl, "two.jsonl", chosen);
    QCOMPARE(report.rows, 2);
    const auto lines = bytesOf(report.path).split('\n');
    QCOMPARE(QJsonDocument::fromJson(lines[0]).object()[QStringLiteral("id")].toInt(), 3);
    QCOMPARE(QJsonDocument::fromJson(lines[1]).object()[QStringLiteral("id")].toInt(), 1);
    QCOMPARE(write(fixture, Format::AlpacaOutputs, "two.json", chosen).rows, 4);
    const std::vector<BattleId> none{{999999}};
    const auto missing =
        exportTo(*fixture.workspace, {Format::Jsonl, fixture.path("none"), {}, none}, {});
    QVERIFY(!missing && missing.error().code == ErrorCode::NotFound);
    QVERIFY(!fs::exists(fixture.path("none")));
}

void TestExport::nothingHalfIsLeft() {
    WorkspaceFixture fixture;
    fill(fixture);
    fs::create_directory(fixture.path("out"));
    const auto target = fixture.file("out/battles.jsonl", "what was there");
    std::stop_source stop;
    const auto cancelled =
        exportTo(*fixture.workspace, {Format::Jsonl, target, {}, {}}, stop.get_token(),
                 [&](const Progress&) { stop.request_stop(); });
    QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
    QCOMPARE(bytesOf(target), QByteArray("what was there"));
    const auto intoFolder =
        exportTo(*fixture.workspace, {Format::Jsonl, fixture.path("out"), {}, {}}, {});
    QVERIFY(!intoFolder && intoFolder.error().code == ErrorCode::InvalidInput);
    const auto nowhere =
        exportTo(*fixture.workspace, {Format::Jsonl, fixture.path("no/where.jsonl"), {}, {}}, {});
    QVERIFY(!nowhere && nowhere.error().code == ErrorCode::NotFound);
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(fixture.path("out"))) {
        (void)entry;
        ++files;
    }
    QCOMPARE(files, std::size_t{1});
    QVERIFY(exportTo(*fixture.workspace, {Format::Jsonl, target, {}, {}}, {}));
    QVERIFY(bytesOf(target).startsWith("{\"agon\":1"));
}

void TestExport::onlyWrittenFormats() {
    WorkspaceFixture fixture;
    const auto report =
        exportTo(*fixture.workspace, {Format::Pandalm, fixture.path("x"), {}, {}}, {});
    QVERIFY(!report && report.error().message.find("jsonl") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
