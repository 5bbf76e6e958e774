// A few battles to look at: two instructions, two models, one judge in both orders.
#pragma once

#include "core/store/workspace.h"
#include "tests/support/result_check.h"

#include <string>
#include <vector>

struct SmallArena {
    agon::SetId set;
    agon::ModelId alpha;
    agon::ModelId beta;
    agon::ModelId judge;
    std::vector<agon::BattleId> battles;
};

// Adds `count` instructions with a battle alpha against beta each; the judge's two games say A.
inline agon::Result<SmallArena> addSmallArena(agon::Appender& appender, int count = 2) {
    SmallArena out;
    out.set = TRY(appender.set("small"));
    out.alpha = TRY(appender.model("alpha"));
    out.beta = TRY(appender.model("beta"));
    out.judge = TRY(appender.model("judge"));
    TRY(appender.grantRole(out.judge, agon::Role::Judge));
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        const std::string question = "What is number " + number + "?";
        const agon::TextIn questionTurns[] = {question};
        const auto instruction = TRY(appender.instruction(
            {out.set, "q" + number, i % 2 == 0 ? "even" : "odd", "", questionTurns}));
        const std::string left = "It is " + number + ", of course.";
        const std::string right = "Nobody knows " + number + ".";
        const agon::TextIn leftTurns[] = {left};
        const agon::TextIn rightTurns[] = {right};
        agon::ResponseIn a;
        a.model = out.alpha;
        a.instruction = instruction.id;
        a.turns = leftTurns;
        agon::ResponseIn b = a;
        b.model = out.beta;
        b.turns = rightTurns;
        agon::BattleIn battle;
        battle.instruction = instruction.id;
        battle.a = TRY(appender.response(a)).id;
        battle.b = TRY(appender.response(b)).id;
        const auto added = TRY(appender.battle(battle));
        out.battles.push_back(added.ref.id);
        for (const agon::Order order : {agon::Order::AB, agon::Order::BA}) {
            agon::GameIn game;
            game.judge = out.judge;
            game.order = order;
            game.verdict = agon::Verdict::A;
            game.scoreA = 8;
            game.scoreB = 6;
            const std::string words = "Alpha knows number " + number + ".";
            game.explanation = words;
            TRY(appender.game(added.ref, game));
        }
    }
    return out;
}
