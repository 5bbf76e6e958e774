// Everything that a run leaves behind, but for times: to compare runs that should be the same.
#pragma once

#include "core/store/reader.h"
#include "core/store/run_reader.h"
#include "core/store/workspace.h"
#include "tests/support/result_check.h"

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

struct Told {
    std::int64_t battle = 0;
    std::int64_t instruction = 0;
    std::string a;
    std::string b;
    std::vector<std::string> games; // judge, order, verdict
    auto operator<=>(const Told&) const = default;
};

inline std::vector<Told> toldBy(agon::Workspace& workspace) {
    using namespace agon;
    std::vector<std::int64_t> ids;
    valueOf(workspace.read<void>([&](Reader& reader) {
        return reader.scanBattles(1, [&](const BattleFacts& battle) { ids.push_back(battle.id); });
    }));
    std::vector<Told> out;
    for (const std::int64_t id : ids) {
        const auto battle = valueOf(
            workspace.read<Battle>([&](Reader& reader) { return reader.battle(BattleId{id}); }));
        Told told{id, battle.instruction.id.value, battle.a.turns.at(0), battle.b.turns.at(0), {}};
        for (const Game& game : battle.games)
            told.games.push_back(game.judgeName + " " + std::string(orderName(game.order)) + " " +
                                 std::string(verdictName(game.verdict)));
        out.push_back(std::move(told));
    }
    return out;
}

inline agon::CallSums sumsOf(agon::Workspace& workspace, agon::RunId run) {
    using namespace agon;
    return valueOf(
        workspace.read<CallSums>([&](Reader& reader) { return RunReader(reader).sums(run); }));
}
