// The real files beside the checkout: every row arrives, and means what its publisher says.
#include "tests/core/exchange/workspace_fixture.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace agon;
using namespace agon::exchange;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> filesIn(const std::string& folder) {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(fs::path(AGON_SHARED_DATA) / folder))
        if (entry.is_regular_file())
            out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

fs::path data(const char* name) {
    return fs::path(AGON_SHARED_DATA) / name;
}

const Game* gameOf(const Battle& battle, Order order) {
    for (const Game& game : battle.games)
        if (game.order == order && !game.superseded)
            return &game;
    return nullptr;
}

} // namespace

class TestImportReal : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void alpacaEval();
    void alpacaEvalWinRates();
    void mtBenchPairs();
    void pandalm();
    void evalica();
};

void TestImportReal::initTestCase() {
    if (!fs::exists(AGON_SHARED_DATA))
        QSKIP("the real data is not beside the checkout");
}

void TestImportReal::alpacaEval() {
    WorkspaceFixture fixture;
    auto paths = filesIn("alpaca_eval/annotations_cot");
    for (const fs::path& path : filesIn("alpaca_eval/model_outputs"))
        paths.push_back(path);
    const ImportReport report = fixture.read(paths);
    QCOMPARE(report.rejected, 0);
    for (const FileReport& file : report.files) {
        const bool judged = file.path.parent_path().filename() == "annotations_cot";
        QVERIFY(!file.error);
        QVERIFY(file.format == (judged ? Format::AlpacaAnnotations : Format::AlpacaOutputs));
        QCOMPARE(file.rows, file.path.stem() == "llama-2-70b-chat-hf" ? 804 : 805);
        QCOMPARE(file.added, file.rows);
        QCOMPARE(file.duplicates, 0);
        QCOMPARE(file.invalid, judged && file.path.stem() == "gemini-pro" ? 1 : 0);
    }
    QCOMPARE(fixture.count("instructions"), 805);
    QCOMPARE(fixture.count("battles"), 5 * 805);
    QCOMPARE(fixture.count("games"), 5 * 805);
    // gemini-pro's published outputs differ from the ones that were judged in 66 rows.
    QCOMPARE(fixture.count("responses"), 8 * 805 + 804 + 66);

    const auto models =
        fixture.workspace->read<std::vector<Model>>([](Reader& reader) { return reader.models(); })
            .value();
    std::map<std::string, Model> named;
    for (const Model& model : models)
        named[model.name] = model;
    QCOMPARE(named.size(), std::size_t{10});
    QCOMPARE(named["example"].responses, 805); // what NullModel.json calls itself
    QVERIFY(named["alpaca_eval_cot_gpt4_turbo_fn"].roles.has(Role::Judge));

    const ImportReport again = fixture.read(paths);
    QCOMPARE(again.added, 0);
    QCOMPARE(fixture.count("games"), 5 * 805);
    QCOMPARE(fixture.count("responses"), 8 * 805 + 804 + 66);
}

// cot_leaderboard.csv: win_rate, standard_error.
void TestImportReal::alpacaEvalWinRates() {
    WorkspaceFixture fixture;
    fixture.read(filesIn("alpaca_eval/annotations_cot"));
    std::map<std::string, std::vector<double>> points; // of the model that fights the baseline
    std::map<std::string, int> firstRead;              // the baseline, that is
    for (const Battle& battle : fixture.battles()) {
        QCOMPARE(battle.a.modelName, std::string("gpt4_1106_preview"));
        QCOMPARE(battle.games.size(), std::size_t{1});
        const Game& game = battle.games.front();
        if (game.verdict == Verdict::Invalid) {
            QCOMPARE(battle.b.modelName, std::string("gemini-pro"));
            QVERIFY(!game.error.empty());
            continue;
        }
        points[battle.b.modelName].push_back(game.verdict == Verdict::B     ? 100
                                             : game.verdict == Verdict::Tie ? 50
                                                                            : 0);
        firstRead[battle.b.modelName] += game.order == Order::AB ? 1 : 0;
        if (game.verdict != Verdict::Tie)
            QVERIFY(!game.explanation.empty() &&
                    game.raw.find(R"("ordered_models")") != game.raw.npos);
    }
    const auto rate = [&](const std::string& model) {
        const auto& all = points[model];
        double mean = 0;
        for (const double point : all)
            mean += point / static_cast<double>(all.size());
        double squares = 0;
        for (const double point : all)
            squares += (point - mean) * (point - mean);
        const double count = static_cast<double>(all.size());
        return std::pair(mean, std::sqrt(squares / (count - 1) / count));
    };
    QVERIFY(std::abs(rate("gpt-3.5-turbo-0301").first - 6.646) < 0.001);
    QVERIFY(std::abs(rate("gpt-3.5-turbo-0301").second - 0.876) < 0.001);
    QCOMPARE(points["gemini-pro"].size(), std::size_t{804});
    // 401 rows label the baseline m, or only the other one M, or nothing.
    QCOMPARE(firstRead["gpt-3.5-turbo-0301"], 401);
}

void TestImportReal::mtBenchPairs() {
    WorkspaceFixture fixture;
    const std::vector<fs::path> paths{data("mt_bench_pair/model_judgment/gpt-4_pair.jsonl"),
                                      data("mt_bench_pair/model_answer/phi-3.jsonl"),
                                      data("mt_bench_pair/question.jsonl"),
                                      data("mt_bench_pair/model_answer/phi-3-dpo.jsonl")};
    const ImportReport report = fixture.read(paths);
    QCOMPARE(report.rejected, 0);
    QCOMPARE(report.files[0].rows, 75);
    QCOMPARE(report.files[0].invalid, 2);
    QCOMPARE(report.files[1].rows, 80);
    QCOMPARE(report.files[2].rows, 80);
    int flips = 0;
    int invalid = 0;
    for (const Battle& battle : fixture.battles()) {
        QCOMPARE(battle.setName, std::string("mt_bench_pair"));
        QCOMPARE(battle.turn, 1);
        QCOMPARE(battle.a.turns.size(), std::size_t{2});
        QCOMPARE(battle.instruction.turns.size(), std::size_t{2});
        const Game* ab = gameOf(battle, Order::AB);
        const Game* ba = gameOf(battle, Order::BA);
        QVERIFY(ab != nullptr && ba != nullptr);
        QCOMPARE(ab->judgeName, std::string("gpt-4"));
        if (ab->verdict == Verdict::Invalid || ba->verdict == Verdict::Invalid)
            ++invalid;
        else if (ab->verdict == swapped(ba->verdict) && ab->verdict != Verdict::Tie)
            ++flips;
    }
    QCOMPARE(invalid, 2);
    QCOMPARE(flips, 18);

    // Judgments alone: answers that are not known yet come later, and the battles stay the same.
    WorkspaceFixture late;
    late.read({paths[0]});
    QCOMPARE(late.count("battles"), 75);
    QVERIFY(late.battles().front().a.turns.empty());
    late.read({paths[1], paths[2], paths[3]});
    QCOMPARE(late.count("battles"), 75);
    QCOMPARE(late.count("responses"), 160);
    QCOMPARE(late.battles().front().a.turns.size(), std::size_t{2});
    QCOMPARE(late.read(paths).added, 0);
}

void TestImportReal::pandalm() {
    WorkspaceFixture fixture;
    const std::vector<fs::path> paths{data("pandalm/gpt-3.5-turbo-testset-v1.json"),
                                      data("pandalm/testset-v1.json")};
    const ImportReport report = fixture.read(paths);
    QCOMPARE(report.rejected, 0);
    QCOMPARE(report.files[0].rows, 999);
    QCOMPARE(report.files[0].invalid, 25);
    QCOMPARE(report.files[1].added, 999);
    int parsed = 0;
    int agreed = 0;
    std::map<Verdict, double> byJudge;
    std::map<Verdict, double> byPeople;
    for (const Battle& battle : fixture.battles()) {
        QCOMPARE(battle.overrides.size(), std::size_t{3});
        QCOMPARE(battle.games.size(), std::size_t{1});
        QCOMPARE(battle.games.front().judgeName, std::string("gpt-3.5-turbo"));
        std::map<Verdict, int> votes;
        for (const Override& vote : battle.overrides)
            ++votes[vote.verdict.value()];
        Verdict majority = Verdict::Tie;
        for (const auto& [verdict, count] : votes)
            if (count >= 2)
                majority = verdict;
        const Verdict said = battle.games.front().verdict;
        if (said == Verdict::Invalid)
            continue;
        ++parsed;
        agreed += said == majority ? 1 : 0;
        ++byJudge[said];
        ++byPeople[majority];
    }
    QCOMPARE(parsed, 974);
    double chance = 0;
    for (const auto& [verdict, count] : byJudge)
        chance += count * byPeople[verdict] / 974 / 974;
    const double agreement = agreed / 974.0;
    QVERIFY(std::abs(agreement - 0.716) < 0.0005);
    QVERIFY(std::abs((agreement - chance) / (1 - chance) - 0.493) < 0.0005);
    QCOMPARE(fixture.read(paths).added, 0);
    QCOMPARE(fixture.count("overrides"), 3 * 999);
}

void TestImportReal::evalica() {
    WorkspaceFixture fixture;
    const ImportReport report =
        fixture.read({data("evalica/simple.csv"), data("evalica/food.csv")});
    QCOMPARE(report.rejected, 0);
    for (const FileReport& file : report.files)
        QVERIFY(file.format == Format::Evalica && file.added == file.rows);
    const auto battles = fixture.battles();
    QCOMPARE(qint64(battles.size()), report.added);
    QCOMPARE(battles[0].setName, std::string("simple"));
    QCOMPARE(battles[0].a.modelName, std::string("0"));
    QVERIFY(battles[0].games.at(0).verdict == Verdict::Tie);
    QVERIFY(battles[1].games.at(0).verdict == Verdict::B);
    QCOMPARE(fixture.read({data("evalica/simple.csv"), data("evalica/food.csv")}).added, 0);
}

QTEST_GUILESS_MAIN(TestImportReal)
#include "tst_import_real.moc"
