// What is found instead of added, un-swapping, placeholders, votes.
#include "core/text/marks.h"
#include "tests/support/small_arena.h"
#include "tests/support/temporary_workspace.h"

#include <fmt/format.h>

using namespace agon;

class TestAppender : public QObject {
    Q_OBJECT

  private:
    static Battle read(TemporaryWorkspace& workspace, BattleId id) {
        return valueOf(workspace->read<Battle>([&](Reader& reader) { return reader.battle(id); }));
    }

  private slots:
    void addingTwiceAddsNothing() {
        TemporaryWorkspace workspace;
        const auto count = [&](std::string_view table) {
            return valueOf(
                workspace->read<std::int64_t>([&](Reader& reader) { return reader.count(table); }));
        };
        const auto add = [](Appender& appender) {
            return addSmallArena(appender, 3);
        };
        VERIFY_OK(workspace->write<SmallArena>(add));
        QCOMPARE(count("games"), 6);
        const std::int64_t texts = count("texts");
        const auto nothingCame = [&] {
            QCOMPARE(count("instructions"), 3);
            QCOMPARE(count("responses"), 6);
            QCOMPARE(count("battles"), 3);
            QCOMPARE(count("games"), 6);
            QCOMPARE(count("models"), 3);
            QCOMPARE(count("texts"), texts);
        };
        VERIFY_OK(workspace->write<SmallArena>(add));
        nothingCame();
        workspace.reopen(); // what the writer remembered is gone
        VERIFY_OK(workspace->append<SmallArena>(add));
        nothingCame();
        VERIFY_OK(workspace->append<SmallArena>(add));
        nothingCame();
    }

    // More than the writer remembers at first, so that what it remembers is made anew on the way.
    void manyAreFoundAgain() {
        TemporaryWorkspace workspace;
        constexpr int many = 20'000;
        const auto add = [](Appender& appender) -> Result<int> {
            const SetId set = TRY(appender.set("many"));
            const ModelId model = TRY(appender.model("talker"));
            int added = 0;
            for (int i = 0; i < many; ++i) {
                const std::string asked = fmt::format("question {}", i);
                const std::string said = fmt::format("answer {}", i);
                const TextIn question = asked;
                const TextIn answer = said;
                const auto instruction =
                    TRY(appender.instruction({set, {}, {}, {}, std::span(&question, 1)}));
                ResponseIn response;
                response.model = model;
                response.instruction = instruction.id;
                response.turns = std::span(&answer, 1);
                added += TRY(appender.response(response)).added ? 1 : 0;
            }
            return added;
        };
        QCOMPARE(valueOf(workspace->append<int>(add)), many);
        QCOMPARE(valueOf(workspace->append<int>(add)), 0);
        const auto texts = valueOf(
            workspace->read<std::int64_t>([](Reader& reader) { return reader.count("texts"); }));
        QCOMPARE(texts, 2 * many);
    }

    // What was added by a write that was undone is not remembered as being there.
    void whatWasUndoneIsAddedAgain() {
        TemporaryWorkspace workspace;
        const auto refused = workspace->append<void>([](Appender& appender) -> Result<void> {
            TRY(addSmallArena(appender, 3));
            return fail(ErrorCode::Cancelled, "cancelled");
        });
        QCOMPARE(refused.error().code, ErrorCode::Cancelled);
        VERIFY_OK(workspace->append<SmallArena>([](Appender& a) { return addSmallArena(a, 3); }));
        const auto count = [&](std::string_view table) {
            return valueOf(
                workspace->read<std::int64_t>([&](Reader& reader) { return reader.count(table); }));
        };
        QCOMPARE(count("responses"), 6);
        QCOMPARE(count("games"), 6);
        for (const Check& check : valueOf(workspace->doctor({}, {})))
            QVERIFY2(check.ok, check.name.c_str());
    }

    // In the same words whether or not the database looks at each reference itself.
    void referencesMustLeadSomewhere_data() {
        QTest::addColumn<bool>("bulk");
        QTest::newRow("write") << false;
        QTest::newRow("append") << true;
    }
    void referencesMustLeadSomewhere() {
        QFETCH(bool, bulk);
        TemporaryWorkspace workspace;
        const auto arena = valueOf(workspace->write<SmallArena>(
            [](Appender& appender) { return addSmallArena(appender, 1); }));
        std::vector<std::string> said;
        const auto tryAll = [&](Appender& appender) -> Result<void> {
            const auto hear = [&](const auto& result) {
                said.push_back(result ? "accepted" : result.error().message);
            };
            const TextIn turns[] = {"a text"};
            const auto instruction = *TRY(appender.findInstruction(arena.set, "q0"));
            hear(appender.instruction({SetId{70}, "", "", "", turns}));
            ResponseIn response;
            response.instruction = instruction;
            response.model = {71};
            response.turns = turns;
            hear(appender.response(response));
            response.model = arena.alpha;
            response.instruction = {72};
            hear(appender.response(response));
            BattleIn battle;
            battle.instruction = instruction;
            battle.a = *TRY(appender.findResponse(arena.alpha, instruction));
            battle.b = {73};
            hear(appender.battle(battle));
            battle.b = battle.a;
            battle.stage = {74};
            hear(appender.battle(battle));
            battle.stage = {};
            battle.run = {75};
            hear(appender.battle(battle));
            hear(appender.bareBattle({arena.set, 1, 1, arena.alpha, ModelId{76}, "", {}}));
            GameIn game;
            game.judge = {77};
            hear(appender.game({arena.battles[0], false}, game));
            game.judge = arena.judge;
            hear(appender.game({{78}, false}, game));
            hear(appender.flag({79}, true, "mira"));
            VoteIn vote;
            vote.by = "mira";
            vote.undoes = {80};
            hear(appender.vote({arena.battles[0], false}, vote));
            return {};
        };
        VERIFY_OK(bulk ? workspace->append<void>(tryAll) : workspace->write<void>(tryAll));
        const std::vector<std::string> expected{
            "there is no set 70",      "there is no model 71", "there is no instruction 72",
            "there is no response 73", "there is no stage 74", "there is no run 75",
            "there is no model 76",    "there is no model 77", "there is no battle 78",
            "there is no battle 79",   "there is no vote 80"};
        QCOMPARE(said, expected);
        for (const Check& check : valueOf(workspace->doctor({}, {})))
            QVERIFY2(check.ok, check.name.c_str());
        // Afterwards the database looks at references itself again.
        Model orphan;
        orphan.name = "orphan";
        orphan.parent = {81};
        QVERIFY(!workspace->write<ModelId>([&](Appender& a) { return a.addModel(orphan); }));
    }

    // Turn 1026 of one answer is not turn 2 of the next.
    void manyTurnsStayTheirOwn() {
        TemporaryWorkspace workspace;
        const BattleRef ref =
            valueOf(workspace->append<BattleRef>([](Appender& appender) -> Result<BattleRef> {
                const TextIn question[] = {"Count."};
                const std::vector<TextIn> many(1026, TextIn("many"));
                const TextIn one[] = {"one"};
                ResponseIn in;
                in.instruction =
                    TRY(appender.instruction({TRY(appender.set("s")), "", "", "", question})).id;
                in.model = TRY(appender.model("counts"));
                in.turns = many;
                BattleIn battle;
                battle.instruction = in.instruction;
                battle.a = TRY(appender.response(in)).id;
                in.model = TRY(appender.model("stops"));
                in.turns = one;
                battle.b = TRY(appender.response(in)).id;
                battle.turn = 2;
                return TRY(appender.battle(battle)).ref;
            }));
        std::int64_t model = 0;
        std::int64_t length = -1;
        VERIFY_OK(workspace->read<void>([&](Reader& reader) {
            return reader.scanBattles(0, [&](const BattleFacts& facts) {
                model = facts.modelB;
                length = facts.lengthB;
            });
        }));
        QCOMPARE(model, read(workspace, ref.id).b.model.value);
        QCOMPARE(length, 0);
    }

    void equalTextsAreStoredOnce() {
        TemporaryWorkspace workspace;
        VERIFY_OK(workspace->write<void>([](Appender& appender) -> Result<void> {
            const auto set = TRY(appender.set("s"));
            const TextIn turns[] = {"the same"};
            const auto instruction = TRY(appender.instruction({set, "", "", "", turns}));
            for (const char* name : {"m1", "m2"}) {
                ResponseIn in;
                in.model = TRY(appender.model(name));
                in.instruction = instruction.id;
                in.turns = turns;
                TRY(appender.response(in));
            }
            return {};
        }));
        QCOMPARE(valueOf(workspace->read<std::int64_t>(
                     [](Reader& reader) { return reader.count("texts"); })),
                 1);
    }

    // An answer may be nothing at all, and a view of nothing points nowhere.
    void anEmptyAnswerIsAnAnswer() {
        TemporaryWorkspace workspace;
        const auto add = [](Appender& appender) -> Result<BattleRef> {
            const TextIn question[] = {"Say nothing."};
            const TextIn nothing[] = {std::string_view()};
            ResponseIn in;
            in.instruction =
                TRY(appender.instruction({TRY(appender.set("s")), "", "", "", question})).id;
            in.turns = nothing;
            BattleIn battle;
            battle.instruction = in.instruction;
            in.model = TRY(appender.model("quiet"));
            battle.a = TRY(appender.response(in)).id;
            in.model = TRY(appender.model("silent"));
            battle.b = TRY(appender.response(in)).id;
            return TRY(appender.battle(battle)).ref;
        };
        const BattleRef ref = valueOf(workspace->append<BattleRef>(add));
        QCOMPARE(valueOf(workspace->append<BattleRef>(add)).id, ref.id);
        const Battle battle = read(workspace, ref.id);
        QCOMPARE(battle.a.turns, std::vector<std::string>{""});
        QVERIFY((battle.a.marks & marks::empty) != 0);
        QCOMPARE(valueOf(workspace->read<std::int64_t>(
                     [](Reader& reader) { return reader.count("texts"); })),
                 2);
    }

    // A judge file that names the models the other way round is about the same battle.
    void swappedBattlesAreTheSame() {
        TemporaryWorkspace workspace;
        const auto arena = valueOf(workspace->write<SmallArena>(
            [](Appender& appender) { return addSmallArena(appender, 1); }));
        const auto ref =
            valueOf(workspace->write<BattleRef>([&](Appender& appender) -> Result<BattleRef> {
                const auto instruction = TRY(appender.findInstruction(arena.set, "q0"));
                BattleIn in;
                in.instruction = *instruction;
                in.a = *TRY(appender.findResponse(arena.beta, *instruction));
                in.b = *TRY(appender.findResponse(arena.alpha, *instruction));
                const auto found = TRY(appender.battle(in));
                GameIn game;
                game.judge = TRY(appender.model("other judge"));
                game.order = Order::AB;    // beta was read first
                game.verdict = Verdict::A; // beta is better
                game.scoreA = 9;
                game.scoreB = 2;
                game.preferenceA = 0.75;
                TRY(appender.game(found.ref, game));
                VoteIn vote;
                vote.by = "mira";
                vote.verdict = Verdict::B; // alpha is better
                TRY(appender.vote(found.ref, vote));
                return found.ref;
            }));
        QCOMPARE(ref.id, arena.battles[0]);
        QVERIFY(ref.swapped);
        const Battle battle = read(workspace, ref.id);
        QCOMPARE(battle.a.modelName, std::string("alpha"));
        const Game& game = battle.games.back();
        QCOMPARE(game.judgeName, std::string("other judge"));
        QCOMPARE(game.verdict, Verdict::B);
        QCOMPARE(game.order, Order::BA);
        QCOMPARE(game.scoreA, 2.0);
        QCOMPARE(game.scoreB, 9.0);
        QCOMPARE(game.preferenceA, 0.25);
        QCOMPARE(battle.overrides.at(0).verdict, Verdict::A);
    }

    void rawRepliesAndPromptsComeBackWhole() {
        TemporaryWorkspace workspace;
        const auto arena = valueOf(workspace->write<SmallArena>(
            [](Appender& appender) { return addSmallArena(appender, 1); }));
        std::string large;
        for (int i = 0; i < 5000; ++i)
            large += "line " + std::to_string(i * 7919 % 1000) + "\n";
        for (const std::string& raw : {std::string("short"), large, std::string(300, '\x7f')}) {
            VERIFY_OK(workspace->write<Added<GameId>>([&](Appender& appender) {
                GameIn game;
                game.judge = arena.judge;
                game.verdict = Verdict::B;
                game.raw = raw;
                game.prompt = raw;
                return appender.game({arena.battles[0], false}, game);
            }));
            bool found = false;
            for (const Game& game : read(workspace, arena.battles[0]).games)
                found = found || (game.raw == raw && game.prompt == raw);
            QVERIFY(found);
        }
    }

    void aRepeatedJudgmentSupersedes() {
        TemporaryWorkspace workspace;
        const auto arena = valueOf(workspace->write<SmallArena>(
            [](Appender& appender) { return addSmallArena(appender, 1); }));
        const auto judge = [&](Verdict verdict, const char* words) {
            return valueOf(workspace->write<bool>([&](Appender& appender) -> Result<bool> {
                GameIn game;
                game.judge = arena.judge;
                game.verdict = verdict;
                game.explanation = words;
                return TRY(appender.game({arena.battles[0], false}, game)).added;
            }));
        };
        QVERIFY(judge(Verdict::B, "second thoughts"));
        QVERIFY(!judge(Verdict::B, "second thoughts"));
        const Battle battle = read(workspace, arena.battles[0]);
        QCOMPARE(battle.games.size(), std::size_t{3});
        QVERIFY(battle.games[0].superseded);
        QVERIFY(!battle.games[1].superseded);
        QCOMPARE(battle.games[1].explanation, std::string("second thoughts"));
    }

    // Judgments may arrive before the answers and questions that they are about.
    void textsThatArriveLaterFillTheirPlace() {
        TemporaryWorkspace workspace;
        const auto id =
            valueOf(workspace->write<BattleId>([](Appender& appender) -> Result<BattleId> {
                const auto set = TRY(appender.set("s"));
                const auto instruction = TRY(appender.instruction({set, "81", "", "", {}}));
                BattleIn in;
                in.instruction = instruction.id;
                ResponseIn response;
                response.instruction = instruction.id;
                response.model = TRY(appender.model("m1"));
                in.a = TRY(appender.response(response)).id;
                response.model = TRY(appender.model("m2"));
                in.b = TRY(appender.response(response)).id;
                return TRY(appender.battle(in)).ref.id;
            }));
        QVERIFY((read(workspace, id).a.marks & marks::textUnknown) != 0);
        VERIFY_OK(workspace->write<void>([](Appender& appender) -> Result<void> {
            const auto set = TRY(appender.set("s"));
            const TextIn question[] = {"Why?"};
            const auto instruction =
                TRY(appender.instruction({set, "81", "writing", "", question}));
            if (!instruction.added)
                return fail(ErrorCode::Internal, "the text was not taken");
            const TextIn answer[] = {"Because."};
            ResponseIn response;
            response.instruction = instruction.id;
            response.model = TRY(appender.model("m1"));
            response.turns = answer;
            TRY(appender.response(response));
            return {};
        }));
        const Battle battle = read(workspace, id);
        QCOMPARE(battle.instruction.turns, std::vector<std::string>{"Why?"});
        QCOMPARE(battle.instruction.category, std::string("writing"));
        QCOMPARE(battle.a.turns, std::vector<std::string>{"Because."});
        QCOMPARE(battle.a.marks & marks::textUnknown, 0U);
        VERIFY_OK(workspace->read<void>([](Reader& reader) {
            return reader.scanBattles(1, [](const BattleFacts& row) { QCOMPARE(row.lengthA, 8); });
        }));
    }

    void aKeyWithAnotherTextIsRefusedAndTheWriteGoesOn() {
        TemporaryWorkspace workspace;
        VERIFY_OK(workspace->write<void>([](Appender& appender) -> Result<void> {
            const auto set = TRY(appender.set("s"));
            const TextIn first[] = {"one"};
            const TextIn second[] = {"two"};
            TRY(appender.instruction({set, "1", "", "", first}));
            const auto refused = appender.instruction({set, "1", "", "", second});
            if (refused || refused.error().code != ErrorCode::InvalidInput)
                return fail(ErrorCode::Internal, "it was not refused");
            TRY(appender.instruction({set, "2", "", "", second}));
            return {};
        }));
        QCOMPARE(valueOf(workspace->read<std::int64_t>(
                     [](Reader& reader) { return reader.count("instructions"); })),
                 2);
    }

    void votesAreEvents() {
        TemporaryWorkspace workspace;
        const auto arena = valueOf(workspace->write<SmallArena>(
            [](Appender& appender) { return addSmallArena(appender, 1); }));
        const auto vote = [&](std::optional<Verdict> verdict, bool once,
                              std::optional<OverrideId> undoes = {}) {
            return valueOf(workspace->write<Added<OverrideId>>([&](Appender& appender) {
                VoteIn in;
                in.verdict = verdict;
                in.by = "mira";
                in.note = "because";
                in.once = once;
                in.undoes = undoes;
                return appender.vote({arena.battles[0], false}, in);
            }));
        };
        const auto first = vote(Verdict::B, false);
        QVERIFY(first.added);
        QVERIFY(!vote(Verdict::B, true).added);
        QVERIFY(vote(Verdict::B, false).added);
        QVERIFY(vote(std::nullopt, false, first.id).added);
        const Battle battle = read(workspace, arena.battles[0]);
        QCOMPARE(battle.overrides.size(), std::size_t{3});
        QCOMPARE(battle.overrides[0].note, std::string("because"));
        QVERIFY(!battle.overrides[2].verdict);
        QCOMPARE(battle.overrides[2].undoes, first.id);
    }

    void aVoteNeedsANameAndABattle() {
        TemporaryWorkspace workspace;
        VoteIn in;
        in.verdict = Verdict::A;
        const auto write = [&] {
            return workspace->write<Added<OverrideId>>([&](Appender& appender) {
                return appender.vote({{77}, false}, in);
            });
        };
        QCOMPARE(write().error().code, ErrorCode::InvalidInput);
        in.by = "mira";
        QCOMPARE(write().error().code, ErrorCode::NotFound);
        in.verdict = Verdict::Invalid;
        QCOMPARE(write().error().code, ErrorCode::InvalidInput);
    }

    void modelsAreRefusedTwiceAndKeptWhileTheyHaveHistory() {
        TemporaryWorkspace workspace;
        const auto arena = valueOf(workspace->write<SmallArena>(
            [](Appender& appender) { return addSmallArena(appender); }));
        Model model;
        model.name = "alpha";
        QCOMPARE(
            workspace->write<ModelId>([&](Appender& a) { return a.addModel(model); }).error().code,
            ErrorCode::Exists);
        model.name = "gamma";
        model.kind = ModelKind::Endpoint;
        model.baseUrls = {"http://127.0.0.1:1/v1", "http://127.0.0.1:2/v1"};
        model.priceIn = 0.5;
        model.parent = arena.alpha;
        model.roles.add(Role::Rival);
        model.id =
            valueOf(workspace->write<ModelId>([&](Appender& a) { return a.addModel(model); }));
        model.name = "gamma 2";
        model.baseUrls.pop_back();
        VERIFY_OK(workspace->write<void>([&](Appender& a) { return a.editModel(model); }));
        const auto models = valueOf(
            workspace->read<std::vector<Model>>([](Reader& reader) { return reader.models(); }));
        const Model& read = models.back();
        QCOMPARE(read.name, model.name);
        QCOMPARE(read.baseUrls, model.baseUrls);
        QCOMPARE(read.priceIn, model.priceIn);
        QCOMPARE(read.parent, arena.alpha);
        QVERIFY(read.roles.has(Role::Rival));
        QCOMPARE(models.front().responses, 2);
        QCOMPARE(models.front().battles, 2);
        const auto refused =
            workspace->write<void>([&](Appender& a) { return a.removeModel(arena.alpha); });
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        VERIFY_OK(workspace->write<void>([&](Appender& a) { return a.removeModel(model.id); }));
    }
};

QTEST_GUILESS_MAIN(TestAppender)
#include "tst_appender.moc"
