#include "tests/ui/battles/review_fixture.h"

#include "tests/support/result_check.h"

#include <QSignalSpy>
#include <QTest>

namespace agon::test {

namespace {

struct Arena {
    Appender& appender;
    SetId set;
    ModelId alpha;
    ModelId beta;
    ModelId judge;
};

Result<ResponseId> answer(Arena& arena, InstructionId instruction, ModelId model,
                          const std::vector<std::string>& turns, std::string_view sampling = {}) {
    std::vector<TextIn> texts;
    for (const std::string& turn : turns)
        texts.emplace_back(turn);
    ResponseIn in;
    in.model = model;
    in.instruction = instruction;
    in.turns = texts;
    in.sampling = sampling;
    return TRY(arena.appender.response(in)).id;
}

Result<void> judged(Arena& arena, BattleRef battle, ModelId judge, double ab[2], double ba[2]) {
    for (const Order order : {Order::AB, Order::BA}) {
        const double* scores = order == Order::AB ? ab : ba;
        GameIn game;
        game.judge = judge;
        game.order = order;
        game.scoreA = scores[0];
        game.scoreB = scores[1];
        game.verdict = scores[0] > scores[1]   ? Verdict::A
                       : scores[0] < scores[1] ? Verdict::B
                                               : Verdict::Tie;
        game.explanation = TextIn("A says “of course”, B only “nobody knows this”.");
        game.prompt = TextIn("the prompt");
        game.raw = TextIn("the raw reply");
        game.tokensIn = 512;
        game.tokensOut = 96;
        game.cost = 0.0077;
        game.seconds = 3.6;
        TRY(arena.appender.game(battle, game));
    }
    return {};
}

Result<BattleRef> fight(Arena& arena, int number, bool itself = false, bool twoTurns = false) {
    const std::string key = "q" + std::to_string(number);
    const std::string question = "What is number " + std::to_string(number) + "?";
    const std::string second = "And why?";
    std::vector<TextIn> turns{TextIn(question)};
    if (twoTurns)
        turns.emplace_back(second);
    const auto instruction = TRY(arena.appender.instruction(
        {arena.set, key, number % 2 == 0 ? "even" : "odd", "tests", turns}));
    std::vector<std::string> left{"It is **" + std::to_string(number) + "**, of course."};
    std::vector<std::string> right{"I think that nobody knows this."};
    if (twoTurns) {
        left.emplace_back("Because it follows, of course.");
        right.emplace_back("Nobody knows why.");
    }
    BattleIn battle;
    battle.instruction = instruction.id;
    battle.a = TRY(answer(arena, instruction.id, arena.alpha, left));
    battle.b = TRY(answer(arena, instruction.id, itself ? arena.alpha : arena.beta, right,
                          itself ? "second try" : ""));
    battle.turn = twoTurns ? 2 : 1;
    return TRY(arena.appender.battle(battle)).ref;
}

} // namespace

Result<void> addReviewArena(Appender& appender) {
    Arena arena{appender, TRY(appender.set("small")), TRY(appender.model("alpha")),
                TRY(appender.model("beta")), TRY(appender.model("judge"))};
    double clear[2]{8, 6};
    double first[2]{8, 7};
    double last[2]{7, 8};
    double close[2]{6, 7};
    double far[2]{9, 6};
    for (const int number : {1, 2})
        TRY(judged(arena, TRY(fight(arena, number)), arena.judge, clear, clear));
    TRY(judged(arena, TRY(fight(arena, 3)), arena.judge, first, last));
    const BattleRef disagreed = TRY(fight(arena, 4));
    TRY(judged(arena, disagreed, arena.judge, close, close));
    TRY(judged(arena, disagreed, TRY(appender.model("second")), clear, clear));
    GameIn broken;
    broken.judge = arena.judge;
    broken.verdict = Verdict::Invalid;
    broken.error = "no verdict in the reply";
    broken.raw = TextIn("well …");
    TRY(appender.game(TRY(fight(arena, 5)), broken));
    TRY(appender.bareBattle({arena.set, 6, 1, arena.alpha, arena.beta, "", {}}));
    TRY(judged(arena, TRY(fight(arena, 7, true)), arena.judge, clear, clear));
    TRY(judged(arena, TRY(fight(arena, 8, false, true)), arena.judge, far, far));
    return {};
}

ReviewFixture::ReviewFixture()
    : clock(std::make_shared<ManualClock>(Timestamp{1'700'000'000'000}))
    , executor(3, clock)
    , session(executor, clock)
    , settings(std::make_unique<ui::Settings>(m_folder.filePath(QStringLiteral("settings.ini"))))
    , jobs(executor) {
    session.setAnnotator(QStringLiteral("mira"));
    const auto workspace =
        valueOf(Workspace::create(m_folder.filePath(QStringLiteral("arena.agon")).toStdString()));
    valueOf(workspace->write<void>([](Appender& appender) { return addReviewArena(appender); }));
}

ReviewFixture::~ReviewFixture() = default;

void ReviewFixture::open() {
    QSignalSpy loaded(&session, &ui::Session::tableChanged);
    session.open(m_folder.filePath(QStringLiteral("arena.agon")));
    if (loaded.isEmpty() && !loaded.wait())
        qFatal("the workspace does not open");
}

ui::PanelContext ReviewFixture::context() {
    return {session, jobs, actions, navigator, *settings};
}

std::vector<Override> ReviewFixture::events(std::int64_t battle) {
    return valueOf(session.workspace()->read<std::vector<Override>>(
        [battle](Reader& reader) { return reader.overrides({battle}); }));
}

} // namespace agon::test
