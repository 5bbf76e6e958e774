// Runs against a service in the same program: what is asked, what is stored, what is not asked
// again, what stops a run. Real servers and killed programs have tests of their own.
#include "core/arena/runner.h"
#include "core/store/run_appender.h"
#include "core/store/run_reader.h"
#include "tests/support/arena_stage.h"
#include "tests/support/told_run.h"

#include <QTest>

#include <atomic>
#include <set>
#include <thread>

using namespace agon;

class TestRunner : public QObject {
    Q_OBJECT

  private slots:
    void fightsEverythingOnce() {
        ArenaStage stage(4, 3);
        const auto service = std::make_shared<ScriptedChat>(usualScript);
        const auto done = valueOf(stage.run(service));
        QCOMPARE(done.state, RunState::Done);
        QCOMPARE(done.tally.answers.planned, std::int64_t{12});
        QCOMPARE(done.tally.answers.done, std::int64_t{12});
        QCOMPARE(done.tally.games.planned, std::int64_t{24});
        QCOMPARE(done.tally.games.done, std::int64_t{24});
        QCOMPARE(done.tally.battles, std::int64_t{12});
        QCOMPARE(service->asked(), 36);
        const auto sums = sumsOf(*stage.workspace, done.run);
        QCOMPARE(sums.answered, std::int64_t{36});
        QCOMPARE(sums.possiblyBilled(), std::int64_t{0});
        QVERIFY(qAbs(sums.cost - 36 * (100 * 1 + 20 * 2) / 1e6) < 1e-12);
        QVERIFY(sums.costKnown);

        const auto told = toldBy(*stage.workspace);
        QCOMPARE(told.size(), std::size_t{12});
        for (std::size_t i = 0; i < told.size(); ++i) { // ids in the plan's order
            QCOMPARE(told[i].battle, static_cast<std::int64_t>(i + 1));
            QCOMPARE(told[i].instruction, static_cast<std::int64_t>(i / 3 + 1));
            QCOMPARE(told[i].games, (std::vector<std::string>{"judge ab b", "judge ba b"}));
        }

        // The same again: nothing is asked.
        const auto again = valueOf(stage.run(service));
        QCOMPARE(service->asked(), 36);
        QCOMPARE(again.tally.answers.cached, std::int64_t{12});
        QCOMPARE(again.tally.games.cached, std::int64_t{24});
        QCOMPARE(again.tally.battles, std::int64_t{0});
    }

    // What a battle shows of how it came about.
    void keepsWhatTheJudgeWasAskedAndSaid() {
        ArenaStage stage(1);
        valueOf(stage.run(std::make_shared<ScriptedChat>(usualScript)));
        const auto battle = valueOf(stage.workspace->read<Battle>(
            [](Reader& reader) { return reader.battle(BattleId{1}); }));
        const Game& swappedGame = battle.games.at(1);
        QCOMPARE(swappedGame.order, Order::BA);
        QCOMPARE(swappedGame.scoreA, std::optional<double>(3));
        QCOMPARE(swappedGame.scoreB, std::optional<double>(4));
        QCOMPARE(swappedGame.style, std::string("agon-scores 1"));
        QCOMPARE(swappedGame.servedModel, std::string("served"));
        QVERIFY(swappedGame.prompt.find("I am f1") < swappedGame.prompt.find("I am f0"));
        QVERIFY(swappedGame.raw.find("Score-A: 4") != std::string::npos);
        QCOMPARE(swappedGame.explanation, std::string("One is better."));
        QVERIFY(swappedGame.cost.has_value());
    }

    void severalTurnsFollowEachOther() {
        ArenaStage stage(2, 2, 2);
        const auto service = std::make_shared<ScriptedChat>([](const ChatCall& call) {
            const auto& messages = call.request.messages;
            if (call.endpoint->name != "judge" && messages.size() == 3 &&
                messages[1].text.find("I am " + call.endpoint->name) != 0)
                return std::optional<ChatOutcome>(saying("not my own first turn"));
            return usualScript(call);
        });
        const auto done = valueOf(stage.run(service));
        QCOMPARE(done.tally.answers.done, std::int64_t{4});
        QCOMPARE(done.tally.battles, std::int64_t{4}); // one a turn
        QCOMPARE(done.tally.games.done, std::int64_t{8});
        for (const Told& told : toldBy(*stage.workspace))
            QVERIFY(told.a.find("not my own") == std::string::npos);
    }

    void malformedRepliesAreAskedAgainThenInvalid() {
        ArenaStage stage(1);
        std::set<std::int64_t> seeds;
        const auto service = std::make_shared<ScriptedChat>([&](const ChatCall& call) {
            if (call.endpoint->name != "judge")
                return usualScript(call);
            seeds.insert(*call.request.sampling.seed);
            return std::optional<ChatOutcome>(saying("I cannot decide."));
        });
        const auto done = valueOf(stage.run(service));
        QCOMPARE(done.tally.invalid, std::int64_t{2});
        QCOMPARE(done.tally.games.done, std::int64_t{2});
        QCOMPARE(service->asked(), 2 + 6);
        QCOMPARE(seeds.size(), std::size_t{6});
        const auto battle = valueOf(stage.workspace->read<Battle>(
            [](Reader& reader) { return reader.battle(BattleId{1}); }));
        QCOMPARE(battle.games.at(0).verdict, Verdict::Invalid);
        QCOMPARE(battle.games.at(0).raw, std::string("I cannot decide."));
        QVERIFY(!battle.games.at(0).error.empty());

        valueOf(stage.run(service)); // invalid is an outcome, and is not paid for again
        QCOMPARE(service->asked(), 8);
        stage.spec.retryInvalid = true;
        valueOf(stage.run(std::make_shared<ScriptedChat>(usualScript)));
        QCOMPARE(toldBy(*stage.workspace)[0].games.back(), std::string("judge ba b"));
    }

    // Attempts before a stop are remembered.
    void malformedAttemptsCountAcrossSittings() {
        ArenaStage stage(1);
        stage.spec.atOnce = 1;
        std::stop_source stop;
        int games = 0;
        const auto first = std::make_shared<ScriptedChat>([&](const ChatCall& call) {
            if (call.endpoint->name != "judge")
                return usualScript(call);
            if (++games == 2)
                stop.request_stop();
            return std::optional<ChatOutcome>(saying("No verdict."));
        });
        const auto stopped = valueOf(stage.run(first, {}, stop.get_token()));
        QCOMPARE(stopped.state, RunState::Stopped);
        int more = 0;
        const auto second = std::make_shared<ScriptedChat>([&](const ChatCall&) {
            ++more;
            return std::optional<ChatOutcome>(saying("Still none."));
        });
        const auto done = valueOf(stage.run(second, stopped.run));
        QCOMPARE(done.state, RunState::Done);
        QCOMPARE(games + more, 6);
        QCOMPARE(done.tally.invalid, std::int64_t{2});
    }

    void stopsAndGoesOnToTheSameEnd() {
        ArenaStage whole(6, 3);
        valueOf(whole.run(std::make_shared<ScriptedChat>(usualScript)));
        const auto expected = toldBy(*whole.workspace);

        ArenaStage stage(6, 3);
        stage.spec.atOnce = 2;
        std::optional<RunId> run;
        int asked = 0;
        for (int sitting = 0; sitting < 30; ++sitting) {
            std::stop_source stop;
            int here = 0;
            const auto service = std::make_shared<ScriptedChat>([&](const ChatCall& call) {
                if (++here == 3)
                    stop.request_stop();
                return usualScript(call);
            });
            const auto status = valueOf(stage.run(service, run, stop.get_token()));
            run = status.run;
            asked += service->asked();
            if (status.state == RunState::Done)
                break;
        }
        QCOMPARE(toldBy(*stage.workspace), expected);
        const auto sums = sumsOf(*stage.workspace, *run);
        QCOMPARE(sums.answered + sums.possiblyBilled(), static_cast<std::int64_t>(asked));
    }

    void silentCallsOfAStoppedRunArePossiblyBilled() {
        ArenaStage stage(3);
        std::stop_source stop;
        int here = 0;
        const auto service =
            std::make_shared<ScriptedChat>([&](const ChatCall&) -> std::optional<ChatOutcome> {
                if (++here == 4)
                    stop.request_stop();
                return std::nullopt;
            });
        const auto status = valueOf(stage.run(service, {}, stop.get_token()));
        QCOMPARE(status.state, RunState::Stopped);
        const auto sums = sumsOf(*stage.workspace, status.run);
        QCOMPARE(sums.answered, std::int64_t{0});
        QCOMPARE(sums.possiblyBilled(), static_cast<std::int64_t>(service->asked()));
    }

    void keepsToItsMoney() {
        ArenaStage stage(50);
        stage.spec.maxCost = 0.02;
        const auto service = std::make_shared<ScriptedChat>(usualScript);
        const auto status = valueOf(stage.run(service));
        QCOMPARE(status.state, RunState::Stopped);
        QVERIFY(status.sums.cost <= 0.02);
        QVERIFY(status.sums.cost > 0.01); // it is used up as far as a worst case allows
        QVERIFY(status.message.find("limit") != std::string::npos);
        stage.spec.maxCost.reset();
        QCOMPARE(valueOf(stage.run(service, status.run)).state, RunState::Done);
    }

    void aLimitNeedsPrices() {
        ArenaStage stage;
        valueOf(stage.workspace->write<void>([&](Appender& appender) -> Result<void> {
            Model model;
            model.name = "unpriced";
            model.kind = ModelKind::Endpoint;
            model.baseUrls = {"http://127.0.0.1:1/v1"};
            model.apiModel = "u";
            stage.spec.judges = {TRY(appender.addModel(model))};
            return {};
        }));
        stage.spec.maxCost = 1;
        const auto refused = stage.run(std::make_shared<ScriptedChat>(usualScript));
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QVERIFY(refused.error().message.find("unpriced") != std::string::npos);
    }

    void endsWhenAskingIsHopeless_data() {
        QTest::addColumn<CallFailure>("kind");
        QTest::addColumn<int>("mostAsked");
        QTest::newRow("key refused") << CallFailure::Refused << 8;
        QTest::newRow("no credit") << CallFailure::Quota << 8;
        QTest::newRow("wrong from the start") << CallFailure::BadRequest << 8;
        QTest::newRow("does not answer")
            << CallFailure::Unreachable << 44; // twenty of each, and what is out
    }
    void endsWhenAskingIsHopeless() {
        QFETCH(CallFailure, kind);
        QFETCH(int, mostAsked);
        ArenaStage stage(200);
        stage.spec.atOnce = 2;
        const auto service = std::make_shared<ScriptedChat>(
            [&](const ChatCall&) { return std::optional(failing(kind, "the server said no")); });
        const auto status = valueOf(stage.run(service));
        QCOMPARE(status.state, RunState::Failed);
        QVERIFY2(service->asked() <= mostAsked, qPrintable(QString::number(service->asked())));
        QVERIFY(status.message.find("the server said no") != std::string::npos);
        QVERIFY(!status.errors.empty());
    }

    // One bad answer costs its battles, nothing else, and can be asked for again.
    void oneFailureCostsWhatDependsOnIt() {
        ArenaStage stage(3, 3);
        const auto service = std::make_shared<ScriptedChat>([](const ChatCall& call) {
            if (call.endpoint->name == "f1" &&
                call.request.messages.back().text.find("Question 1") == 0)
                return std::optional(failing(CallFailure::TimedOut, "too slow", 1));
            return usualScript(call);
        });
        const auto status = valueOf(stage.run(service));
        QCOMPARE(status.state, RunState::Done);
        QCOMPARE(status.tally.answers.failed, std::int64_t{1});
        QCOMPARE(status.tally.games.failed, std::int64_t{4});
        QCOMPARE(status.tally.games.done, std::int64_t{14});
        QCOMPARE(status.sums.possiblyBilled(), std::int64_t{1});
        const auto mended =
            valueOf(stage.run(std::make_shared<ScriptedChat>(usualScript), status.run));
        QCOMPARE(mended.tally.games.done, std::int64_t{4});
        QCOMPARE(toldBy(*stage.workspace).size(), std::size_t{9});
    }

    void aJudgesRefusalIsAnInvalidGame() {
        ArenaStage stage(2);
        int games = 0;
        const auto service = std::make_shared<ScriptedChat>([&](const ChatCall& call) {
            if (call.endpoint->name == "judge" && ++games == 2)
                return std::optional(failing(CallFailure::BadRequest, "context too long"));
            return usualScript(call);
        });
        const auto status = valueOf(stage.run(service));
        QCOMPARE(status.tally.invalid, std::int64_t{1});
        QCOMPARE(status.tally.games.done, std::int64_t{4});
    }

    void recordedModelsFightWithWhatTheyHave() {
        ArenaStage stage(3);
        valueOf(stage.workspace->write<void>([&](Appender& appender) -> Result<void> {
            const auto old = TRY(appender.model("recorded"));
            for (int i = 0; i < 2; ++i) {
                const TextIn turns[] = {"I am f9, of long ago."};
                ResponseIn in;
                in.model = old;
                in.instruction =
                    *TRY(appender.findInstruction(stage.spec.set, "q" + std::to_string(i)));
                in.turns = turns;
                TRY(appender.response(in));
            }
            stage.spec.fighters.push_back(old);
            return {};
        }));
        const auto status = valueOf(stage.run(std::make_shared<ScriptedChat>(usualScript)));
        QCOMPARE(status.tally.answers.cached, std::int64_t{2});
        QCOMPARE(status.tally.answers.failed, std::int64_t{1});
        QCOMPARE(status.tally.games.failed, std::int64_t{4});
        QCOMPARE(status.tally.battles, std::int64_t{3 * 3 - 2});
    }

    // Judges, styles and own answers by category.
    void juriesAndRules() {
        ArenaStage stage(4);
        valueOf(stage.workspace->write<void>([&](Appender& appender) -> Result<void> {
            for (Model& model : TRY(stage.workspace->read<std::vector<Model>>(
                     [](Reader& reader) { return reader.models(); })))
                if (model.name == "f1") {
                    model.family = "Kin";
                    TRY(appender.editModel(model));
                } else if (model.name == "judge") {
                    model.family = "kin";
                    TRY(appender.editModel(model));
                }
            stage.spec.judges.push_back(TRY(ArenaStage::addEndpoint(appender, "second")));
            return {};
        }));
        stage.spec.ownAnswers = OwnAnswers::ExcludeFamily;
        stage.spec.rules = {{"odd", {}, "fastchat-verdict"}};
        int labels = 0;
        const auto service = std::make_shared<ScriptedChat>([&](const ChatCall& call) {
            if (call.endpoint->name == "second") {
                const bool label =
                    call.request.messages.back().text.find("[[A]]") != std::string::npos ||
                    call.request.messages.front().text.find("[[A]]") != std::string::npos;
                labels += label;
                return std::optional(saying(label ? "So:\n[[C]]" : "Score-A: 5\nScore-B: 5\n"));
            }
            return usualScript(call);
        });
        const auto status = valueOf(stage.run(service));
        QCOMPARE(status.tally.games.planned, std::int64_t{8}); // the first judge is kin to f1
        QCOMPARE(status.tally.invalid, std::int64_t{0});
        QCOMPARE(labels, 4);
        QCOMPARE(ownAnswerWarnings(stage.spec, *stage.cast()).size(), std::size_t{1});
    }

    void samplesWithinItsBudget() {
        ArenaStage stage(40, 4);
        stage.spec.plan = PairPlan::Sampled;
        stage.spec.budget = 60;
        const auto status = valueOf(stage.run(std::make_shared<ScriptedChat>(usualScript)));
        QCOMPARE(status.state, RunState::Done);
        QCOMPARE(status.tally.battles, std::int64_t{60});
        const auto rounds = valueOf(stage.workspace->read<std::vector<RunRound>>(
            [&](Reader& reader) { return RunReader(reader).rounds(status.run); }));
        QCOMPARE(rounds.size(), std::size_t{10});
        const auto again =
            valueOf(stage.run(std::make_shared<ScriptedChat>(usualScript), status.run));
        QCOMPARE(again.tally.battles, std::int64_t{0});
    }

    void pausesAndGoesOn() {
        ArenaStage stage(10);
        const auto control = std::make_shared<RunControl>();
        std::atomic<int> asked{0};
        const auto service = std::make_shared<ScriptedChat>([&](const ChatCall& call) {
            if (++asked == 3)
                control->pause(true);
            return usualScript(call);
        });
        stage.spec.atOnce = 1;
        RunState state = RunState::Running;
        std::jthread thread([&] { state = valueOf(stage.run(service, {}, {}, control)).state; });
        QTRY_VERIFY(control->status().paused && control->status().inFlight == 0 && asked >= 3);
        const int before = asked;
        QVERIFY(before < 40);
        control->pause(false);
        thread.join();
        QCOMPARE(state, RunState::Done);
        QCOMPARE(asked.load(), 40);
    }
};

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
