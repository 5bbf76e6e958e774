#include "tests/ui/bridge/workspace_fixture.h"

#include <QtGlobal>

namespace agon::test {

namespace {

Result<void> appendBattle(Appender& appender, int number) {
    const SetId set = TRY(appender.set("set"));
    const std::string key = "i" + std::to_string(number);
    const std::string question = "Question " + std::to_string(number);
    const TextIn turns[] = {TextIn(question)};
    InstructionIn instruction;
    instruction.set = set;
    instruction.key = key;
    instruction.category = "math";
    instruction.turns = turns;
    const auto asked = TRY(appender.instruction(instruction));
    BattleIn battle;
    battle.instruction = asked.id;
    ResponseId* const sides[] = {&battle.a, &battle.b};
    for (int side = 0; side < 2; ++side) {
        const std::string name = "model-" + std::to_string((number + side) % 4 + 1);
        const std::string answer = "Answer of " + name + " to " + question;
        const TextIn texts[] = {TextIn(answer)};
        ResponseIn response;
        response.model = TRY(appender.model(name));
        response.instruction = asked.id;
        response.turns = texts;
        *sides[side] = TRY(appender.response(response)).id;
    }
    const auto added = TRY(appender.battle(battle));
    GameIn game;
    game.judge = TRY(appender.model("judge"));
    game.verdict = number % 2 == 0 ? Verdict::A : Verdict::B;
    game.raw = TextIn("raw reply");
    TRY(appender.game(added.ref, game));
    return {};
}

} // namespace

void makeWorkspace(const QString& path, int battles) {
    const auto made = Workspace::create(path.toStdString());
    if (!made)
        qFatal("%s", made.error().text().c_str());
    const Result<void> written =
        (*made)->write<void>([battles](Appender& appender) -> Result<void> {
            for (int number = 0; number < battles; ++number)
                TRY(appendBattle(appender, number));
            return {};
        });
    if (!written)
        qFatal("%s", written.error().text().c_str());
}

Result<void> addBattle(Workspace& workspace, int number) {
    return workspace.write<void>(
        [number](Appender& appender) { return appendBattle(appender, number); });
}

} // namespace agon::test
