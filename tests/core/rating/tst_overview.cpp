// Lineage to curves, and everything that the Ratings panel asks for in one value.
#include "core/rating/overview.h"
#include "tests/support/small_arena.h"
#include "tests/support/temporary_workspace.h"

using namespace agon;
using namespace agon::rating;

namespace {

Model model(std::int64_t id, const char* name, std::int64_t parent, int iteration,
            StageKind stage) {
    Model out;
    out.id = {id};
    out.name = name;
    out.parent = {parent};
    out.iteration = iteration;
    out.stage = stage;
    return out;
}

// base → SFT-I0; base → SFT-I1 → DPO-I1; a second family of one.
std::vector<Model> lineage() {
    return {model(1, "base", 0, -1, StageKind::None),  model(2, "DPO-I1", 3, 1, StageKind::Dpo),
            model(3, "SFT-I1", 1, 1, StageKind::Sft),  model(4, "SFT-I0", 1, 0, StageKind::Sft),
            model(5, "other", 0, -1, StageKind::None), model(6, "other SFT", 5, 0, StageKind::Sft),
            model(7, "judge", 0, -1, StageKind::None), model(8, "strict", 0, -1, StageKind::None)};
}

RatedGroup group(const char* judge, double first) {
    RatedGroup out;
    out.name = judge;
    for (const char* name : {"SFT-I0", "SFT-I1"}) {
        RatedModel rated;
        rated.name = name;
        rated.rating = first += 100;
        rated.lower = first - 10;
        rated.upper = first + 10;
        out.models.push_back(rated);
    }
    return out;
}

} // namespace

class TestOverview : public QObject {
    Q_OBJECT

  private slots:
    void familiesAreTheirRoots() {
        QCOMPARE(families(lineage()), (std::vector<std::string>{"base", "other"}));
        QVERIFY(families({model(1, "x", 0, -1, StageKind::None)}).empty());
    }

    void aCircleOfParentsEnds() {
        const std::vector<Model> circle{model(1, "x", 2, 0, StageKind::Sft),
                                        model(2, "y", 1, 0, StageKind::Dpo)};
        QVERIFY(!families(circle).empty());
    }

    void stagesAreInTheirOrderAndJudgesInTheLoopFirst() {
        auto models = lineage();
        models[7].roles.add(Role::HeldOut);
        RatingReport report;
        report.groups = {group("strict", 900), group("judge", 1000)};
        const StageProgress progress = progressOf(models, "base", report);
        QCOMPARE(progress.stages.size(), std::size_t{3});
        QCOMPARE(progress.stages[0].model, std::string("SFT-I0"));
        QCOMPARE(progress.stages[1].model, std::string("SFT-I1"));
        QCOMPARE(progress.stages[2].model, std::string("DPO-I1"));
        QCOMPARE(progress.series.size(), std::size_t{2});
        QCOMPARE(progress.series[0].judge, std::string("judge"));
        QVERIFY(progress.series[1].heldOut);
        QCOMPARE(progress.series[0].points[1].rating, 1200.0);
        QVERIFY(!progress.series[0].points[2].rating); // has not fought: a gap
        QVERIFY(progressOf(models, "other", report).series.empty());
    }

    void quickAndFullAgreeOnTheRatings() {
        TemporaryWorkspace workspace;
        VERIFY_OK(workspace->write<void>([](Appender& appender) -> Result<void> {
            const auto set = TRY(appender.set("rows"));
            const ModelId models[] = {TRY(appender.model("x")), TRY(appender.model("y")),
                                      TRY(appender.model("z"))};
            for (std::int64_t row = 0; row < 90; ++row) {
                const auto a = static_cast<std::size_t>(row % 3);
                const auto battle =
                    TRY(appender.bareBattle({set, row, 1, models[a], models[(a + 1) % 3], "", {}}));
                GameIn game;
                game.judge = TRY(appender.model("judge"));
                game.verdict = row % 5 < 3 ? Verdict::A : Verdict::B;
                TRY(appender.game(battle.ref, game));
            }
            return {};
        }));
        const auto table = valueOf(loadBattleTable(*workspace, {}));
        const Verdicts verdicts = deriveVerdicts(*table, {});
        OverviewChoice choice;
        choice.anchor = Anchor{"y", 1100};
        const Overview quick = rateQuickly(table, verdicts, {}, choice, {});
        const Overview full = rateFully(table, verdicts, {}, choice, {}, {});
        QVERIFY(quick.problem.empty());
        QVERIFY(!quick.complete);
        QVERIFY(full.complete);
        QCOMPARE(quick.models().size(), std::size_t{3});
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(quick.models()[i].rating, full.models()[i].rating);
        QCOMPARE(full.separatedPairs().second, 3);
        QCOMPARE(full.difference("x", "y")->difference, -full.difference("y", "x")->difference);
        QCOMPARE(full.difference("x", "y")->lower, -full.difference("y", "x")->upper);
        QVERIFY(!full.difference("x", "nobody"));
        QCOMPARE(full.judges.size(), std::size_t{1});
        QVERIFY(!full.human);
        QCOMPARE(full.matrix.models.size(), std::size_t{3});
    }

    void whatCannotBeRatedSaysWhy() {
        TemporaryWorkspace workspace;
        VERIFY_OK(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 2); }));
        const auto table = valueOf(loadBattleTable(*workspace, {}));
        Policy policy;
        policy.overrides = Overrides::Only;
        const Overview overview =
            rateFully(table, deriveVerdicts(*table, policy), policy, {}, {}, {});
        QVERIFY(!overview.problem.empty());
        QVERIFY(overview.models().empty());
    }

    void factsOfModels() {
        TemporaryWorkspace workspace;
        const auto arena =
            valueOf(workspace->write<SmallArena>([](Appender& a) { return addSmallArena(a, 4); }));
        VERIFY_OK(workspace->write<Added<GameId>>([&](Appender& appender) {
            GameIn game; // the second game of the first battle now says the other
            game.judge = arena.judge;
            game.order = Order::BA;
            game.verdict = Verdict::B;
            game.scoreA = 5;
            game.scoreB = 6;
            return appender.game({arena.battles[0], false}, game);
        }));
        const auto table = valueOf(loadBattleTable(*workspace, {}));
        const std::vector<std::uint32_t> rows{0, 1, 2, 3};
        const auto facts = modelFacts(*table, deriveVerdicts(*table, {}), rows);
        QCOMPARE(facts.at("alpha").flipRate, 25.0);
        QCOMPARE(facts.at("alpha").characters, 19.0);
        QVERIFY(!facts.at("judge").flipRate);
    }
};

QTEST_GUILESS_MAIN(TestOverview)
#include "tst_overview.moc"
