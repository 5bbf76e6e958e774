// What a run writes and reads back, and files of the version before runs.
#include "core/store/run_appender.h"
#include "core/store/run_reader.h"
#include "core/text/marks.h"
#include "tests/support/small_arena.h"
#include "tests/support/temporary_workspace.h"

#include <QTest>

#include <algorithm>

using namespace agon;

namespace {

CallKey keyOf(std::uint8_t number) {
    CallKey key;
    key.bytes.fill(number);
    return key;
}

} // namespace

class TestStoredRuns : public QObject {
    Q_OBJECT

  private:
    TemporaryWorkspace m_workspace;
    SmallArena m_arena;
    RunId m_run;

    template <class T>
    T read(std::function<Result<T>(RunReader&)> question) {
        return valueOf(m_workspace->read<T>([&](Reader& reader) -> Result<T> {
            RunReader runs(reader);
            return question(runs);
        }));
    }
    template <class T>
    Result<T> write(std::function<Result<T>(RunAppender&, Appender&)> work) {
        return m_workspace->write<T>([&](Appender& appender) -> Result<T> {
            RunAppender runs(appender);
            return work(runs, appender);
        });
    }
    CallId begin(std::uint8_t key, BatchId batch = {}) {
        return valueOf(write<CallId>([&](RunAppender& runs, Appender&) {
            CallIn in;
            in.key = keyOf(key);
            in.run = m_run;
            in.model = m_arena.judge;
            in.purpose = CallPurpose::Game;
            in.batch = batch;
            return runs.beginCall(in);
        }));
    }
    void end(CallId call, const CallEnd& how) {
        VERIFY_OK(
            write<void>([&](RunAppender& runs, Appender&) { return runs.endCall(call, how); }));
    }

  private slots:
    void init() {
        m_workspace = {};
        m_arena = valueOf(m_workspace->write<SmallArena>(
            [](Appender& appender) { return addSmallArena(appender, 3); }));
        m_run = valueOf(m_workspace->write<RunId>([](Appender& appender) {
            RunIn in;
            in.kind = "arena";
            in.name = "a run";
            in.seed = ~std::uint64_t{0};
            in.parameters = "{}";
            in.state = RunState::Running;
            return appender.run(in);
        }));
    }

    void keepsRunsAndTheirState() {
        VERIFY_OK(write<void>([&](RunAppender& runs, Appender&) {
            return runs.setState(m_run, RunState::Stopped, "the limit was reached");
        }));
        const auto run = read<RunInfo>([&](RunReader& runs) { return runs.run(m_run); });
        QCOMPARE(run.seed, ~std::uint64_t{0});
        QCOMPARE(run.state, RunState::Stopped);
        QCOMPARE(run.message, std::string("the limit was reached"));
        QVERIFY(run.ended.known());
        const auto missing = m_workspace->read<RunInfo>(
            [](Reader& reader) { return RunReader(reader).run(RunId{99}); });
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
    }

    // Ids that one round keeps are nobody else's, also before its battles are there.
    void roundsKeepIdsApart() {
        const auto round = [&](int number, std::int64_t battles) {
            return valueOf(write<RunRound>([&](RunAppender& runs, Appender&) {
                return runs.addRound(m_run, number, battles, "{}");
            }));
        };
        const auto first = round(0, 10);
        const auto second = round(1, 5);
        QCOMPARE(first.firstBattle, std::int64_t{4}); // three are there
        QCOMPARE(second.firstBattle, std::int64_t{14});
        const auto known =
            read<std::vector<RunRound>>([&](RunReader& runs) { return runs.rounds(m_run); });
        QCOMPARE(known.size(), std::size_t{2});
        QCOMPARE(known[1].battles, std::int64_t{5});
    }

    void plannedIdsAreUsedAndTakenOnesGiveWay() {
        const auto fight = [&](std::int64_t id, int question) {
            return valueOf(m_workspace->write<BattleId>([&](Appender& a) -> Result<BattleId> {
                const auto instruction =
                    TRY(a.findInstruction(m_arena.set, "q" + std::to_string(question)));
                const std::string words = "Another answer " + std::to_string(id);
                const TextIn turns[] = {words};
                ResponseIn in;
                in.model = m_arena.alpha;
                in.instruction = *instruction;
                in.turns = turns;
                BattleIn battle;
                battle.instruction = *instruction;
                battle.a = TRY(a.response(in)).id;
                battle.b = *TRY(a.findResponse(m_arena.beta, *instruction));
                battle.id = BattleId{id};
                return TRY(a.battle(battle)).ref.id;
            }));
        };
        QCOMPARE(fight(50, 0).value, std::int64_t{50});
        QCOMPARE(fight(40, 1).value, std::int64_t{40});
        QCOMPARE(fight(2, 2).value, std::int64_t{51}); // battle 2 is there
    }

    void sumsWhatCallsCameTo() {
        CallEnd answered;
        answered.tokensIn = 100;
        answered.tokensOut = 20;
        answered.cost = 0.25;
        answered.maybeBilled = 1;
        answered.reasoning = "thinking";
        end(begin(1), answered);
        CallEnd malformed = answered;
        malformed.state = CallState::Malformed;
        malformed.cost.reset();
        malformed.maybeBilled = 0;
        malformed.failure = "malformed";
        malformed.message = "no verdict";
        end(begin(2), malformed);
        CallEnd failed;
        failed.state = CallState::Failed;
        failed.failure = "timed_out";
        failed.message = "first";
        end(begin(3), failed);
        failed.message = "second";
        end(begin(4), failed);
        CallEnd unsent;
        unsent.state = CallState::NotSent;
        end(begin(5), unsent);
        begin(6);

        auto sums = read<CallSums>([&](RunReader& runs) { return runs.sums(m_run); });
        QCOMPARE(sums.answered, std::int64_t{2});
        QCOMPARE(sums.failed, std::int64_t{2});
        QCOMPARE(sums.begun, std::int64_t{1});
        QCOMPARE(sums.possiblyBilled(), std::int64_t{2});
        QCOMPARE(sums.tokensIn, std::int64_t{200});
        QCOMPARE(sums.cost, 0.25);
        QVERIFY(!sums.costKnown);

        const auto causes =
            read<std::vector<CallCause>>([&](RunReader& runs) { return runs.causes(m_run); });
        QCOMPARE(causes.size(), std::size_t{2});
        QCOMPARE(causes[0].failure, std::string("timed_out"));
        QCOMPARE(causes[0].calls, std::int64_t{2});
        QCOMPARE(causes[0].message, std::string("second"));

        const auto malformedKey = [&](std::uint8_t key) {
            return read<bool>([&](RunReader& runs) { return runs.wasMalformed(keyOf(key)); });
        };
        QVERIFY(malformedKey(2));
        QVERIFY(!malformedKey(1));

        const auto lost = valueOf(write<std::int64_t>(
            [&](RunAppender& runs, Appender&) { return runs.loseOpenCalls(m_run); }));
        QCOMPARE(lost, std::int64_t{1});
        sums = read<CallSums>([&](RunReader& runs) { return runs.sums(m_run); });
        QCOMPARE(sums.lost, std::int64_t{1});
        QCOMPARE(sums.begun, std::int64_t{0});
    }

    // What a provider is still working at is not lost.
    void callsOfAnOpenBatchStay() {
        Batch batch;
        batch.run = m_run;
        batch.model = m_arena.judge;
        batch.state = "in_progress";
        batch.id = valueOf(
            write<BatchId>([&](RunAppender& runs, Appender&) { return runs.addBatch(batch); }));
        begin(1, batch.id);
        const auto lose = [&] {
            return valueOf(write<std::int64_t>(
                [&](RunAppender& runs, Appender&) { return runs.loseOpenCalls(m_run); }));
        };
        QCOMPARE(lose(), std::int64_t{0});
        batch.remote = "batch_1";
        batch.state = "expired";
        batch.ended = {5};
        VERIFY_OK(write<void>([&](RunAppender& runs, Appender&) { return runs.editBatch(batch); }));
        const auto batches =
            read<std::vector<Batch>>([&](RunReader& runs) { return runs.batches(m_run); });
        QCOMPARE(batches[0].remote, std::string("batch_1"));
        QCOMPARE(batches[0].state, std::string("expired"));
        QCOMPARE(lose(), std::int64_t{1});
    }

    void answersGrowTurnByTurn() {
        const auto instruction = valueOf(
            m_workspace->write<InstructionId>([&](Appender& appender) -> Result<InstructionId> {
                const TextIn turns[] = {"One?", "Two?"};
                const Exchange given[] = {{"Hello", "Hi"}};
                const TextIn references[] = {"1", "2"};
                InstructionIn in{m_arena.set, "long", {}, {}, turns};
                in.system = "Be brief.";
                in.history = given;
                in.references = references;
                return TRY(appender.instruction(in)).id;
            }));
        VERIFY_OK(write<void>([&](RunAppender& runs, Appender& appender) -> Result<void> {
            const TextIn turns[] = {"First", "Second"};
            ResponseIn in;
            in.model = m_arena.alpha;
            in.instruction = instruction;
            in.turns = std::span(turns).first(1);
            in.sampling = "{}";
            in.tokensOut = 10;
            const auto id = TRY(appender.response(in)).id;
            in.marks = marks::cut;
            return runs.extendResponse(id, turns, in);
        }));
        const auto known = read<std::vector<Response>>(
            [&](RunReader& runs) { return runs.answersTo(instruction); });
        QCOMPARE(known.size(), std::size_t{1});
        QCOMPARE(known[0].turns, (std::vector<std::string>{"First", "Second"}));
        QCOMPARE(known[0].tokensOut, std::optional<std::int64_t>(20));
        QVERIFY((known[0].marks & marks::cut) != 0);
        const auto whole = valueOf(m_workspace->read<Instruction>(
            [&](Reader& reader) { return reader.instruction(instruction); }));
        QCOMPARE(whole.system, std::string("Be brief."));
        QCOMPARE(whole.history.size(), std::size_t{1});
        QCOMPARE(whole.history[0].assistant, std::string("Hi"));
        QCOMPARE(whole.references, (std::vector<std::string>{"1", "2"}));
        QCOMPARE(whole.turns.size(), std::size_t{2});
    }

    void marksAnswersThatAreAlwaysTheSame() {
        const auto common = [&] {
            return read<std::vector<CommonAnswer>>(
                [](RunReader& runs) { return runs.commonAnswers(3); });
        };
        VERIFY_OK(m_workspace->write<void>([&](Appender& appender) -> Result<void> {
            const auto null = TRY(appender.model("null"));
            for (int i = 0; i < 3; ++i) {
                const auto instruction =
                    *TRY(appender.findInstruction(m_arena.set, "q" + std::to_string(i)));
                const TextIn turns[] = {"Choose me."};
                ResponseIn in;
                in.model = null;
                in.instruction = instruction;
                in.turns = turns;
                BattleIn battle;
                battle.instruction = instruction;
                battle.a = TRY(appender.response(in)).id;
                battle.b = *TRY(appender.findResponse(m_arena.beta, instruction));
                TRY(appender.battle(battle));
            }
            return {};
        }));
        const auto found = common();
        const auto null = std::find_if(found.begin(), found.end(),
                                       [](const CommonAnswer& one) { return one.same == 3; });
        QVERIFY(null != found.end());
        QCOMPARE(null->answers, std::int64_t{3});
        const auto mark = [&] {
            return valueOf(write<std::int64_t>([&](RunAppender& runs, Appender&) {
                return runs.markSameAnswers(null->model, null->hash);
            }));
        };
        QCOMPARE(mark(), std::int64_t{3});
        QCOMPARE(mark(), std::int64_t{0});
        int marked = 0;
        VERIFY_OK(m_workspace->read<void>([&](Reader& reader) {
            return reader.scanBattles(
                1, [&](const BattleFacts& b) { marked += (b.marksA & marks::sameAnswer) != 0; });
        }));
        QCOMPARE(marked, 3);
    }

    // A file as version 1 left it: led forward, nothing is missing, and a copy stays.
    void opensAFileOfVersion1() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString() + "/old.agon";
        std::filesystem::copy_file(AGON_TEST_DATA "/store/version-1.agon", path);
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
        auto workspace = valueOf(Workspace::open(path));
        const auto battle = valueOf(
            workspace->read<Battle>([](Reader& reader) { return reader.battle(BattleId{1}); }));
        QCOMPARE(battle.instruction.turns.at(0), std::string("Why is the sky blue?"));
        QCOMPARE(battle.overrides.size(), std::size_t{1});
        QCOMPARE(battle.overrides[0].note, std::string("as it was"));
        const auto models = valueOf(
            workspace->read<std::vector<Model>>([](Reader& reader) { return reader.models(); }));
        const auto served = std::find_if(models.begin(), models.end(),
                                         [](const Model& m) { return m.name == "served"; });
        QVERIFY(served != models.end());
        QCOMPARE(served->priceOut, std::optional<double>(2));
        QCOMPARE(served->limits, std::string("{}"));
        QVERIFY(std::filesystem::exists(path.string() + ".before-v2"));
        const auto runs = workspace->read<std::vector<RunInfo>>(
            [](Reader& reader) { return RunReader(reader).runs(); });
        VERIFY_OK(runs);
        workspace.reset();
        VERIFY_OK(Workspace::open(path)); // as one of ours
    }
};

QTEST_GUILESS_MAIN(TestStoredRuns)
#include "tst_stored_runs.moc"
