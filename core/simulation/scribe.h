// Writes simulated instructions, answers and battles into a workspace.
#pragma once

#include "core/judge/merge.h"
#include "core/simulation/answer.h"
#include "core/simulation/simulator.h"
#include "core/simulation/task.h"
#include "core/store/appender.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace agon::simulation {

// An instruction in the workspace, and what is known about it.
struct Posed {
    InstructionId id;
    std::uint32_t number = 0; // of the simulator
    Task task;
    std::vector<std::string> prompts;
    [[nodiscard]] Item item(int turn) const { return {number, task.category, turn}; }
};

// A fighter's answer to all turns of an instruction.
struct Given {
    ResponseId id;
    std::vector<Answer> turns;
    std::vector<double> levels; // after mishaps
    std::vector<std::int64_t> lengths;
    std::vector<std::string> texts;
};

struct Fought {
    BattleId battle;
    int turn = 1;
    std::size_t a = 0; // fighters of the spec
    std::size_t b = 0;
    double levelA = 0; // the truth
    double levelB = 0;
    bool flip = false;
    Merged first; // what the first of the judges says
};

// One write transaction's worth; not kept beyond it, not thread-safe.
class Scribe {
  public:
    struct Ids {
        std::vector<ModelId> fighters; // in the order of the spec
        std::vector<ModelId> judges;
    };
    // `mishapShare`: of answers that are empty, refused, cut, or that cheat.
    Scribe(Appender& appender, const Simulator& simulator, Ids ids, double mishapShare);

    // Draws a task that no earlier call has drawn, if there is one.
    Result<Posed> pose(SetId set, Category category, std::uint32_t number, std::string_view key);

    struct Round {
        RunId run;
        StageId stage;
        Timestamp at;
        std::span<const std::size_t> judges; // of the spec
    };
    // One battle on one turn; every judge plays both orders.
    Result<Fought> fight(const Posed& posed, int turn, std::size_t a, std::size_t b,
                         const Round& round);

    [[nodiscard]] std::int64_t battles() const { return m_battles; }
    [[nodiscard]] std::int64_t games() const { return m_games; }

  private:
    Result<const Given*> answerOf(const Posed& posed, std::size_t fighter);
    Result<GameValue> play(BattleRef ref, int turn, const Given& a, const Given& b,
                           const SimulatedGame& game, std::size_t judge, std::string_view prompt,
                           Timestamp at);

    Appender& m_appender;
    const Simulator& m_simulator;
    Ids m_ids;
    double m_mishapShare;
    std::map<std::pair<std::uint32_t, std::size_t>, Given> m_given;
    std::vector<std::uint64_t> m_posed; // hashes of first prompts, sorted
    std::int64_t m_battles = 0;
    std::int64_t m_games = 0;
};

} // namespace agon::simulation
