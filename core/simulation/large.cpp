#include "core/simulation/large.h"

#include "core/simulation/fresh_workspace.h"
#include "core/simulation/simulator.h"
#include "core/simulation/task.h"
#include "core/simulation/verdict_text.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

namespace agon::simulation {
namespace {

constexpr std::size_t pool = 400; // different answers, and as many explanations
constexpr std::int64_t perTransaction = 50'000;

class Large {
  public:
    Large(Workspace& workspace, const LargeSpec& spec, std::stop_token stop,
          const ProgressSink& progress)
        : m_workspace(workspace)
        , m_spec(spec)
        , m_stop(std::move(stop))
        , m_meter(progress)
        , m_simulator(simulatorSpec(spec))
        , m_random(spec.seed, 0x1a26e) {}

    Result<void> make() {
        TRY(m_workspace.write<void>([&](Appender& appender) { return addModels(appender); }));
        makePool();
        TRY(m_workspace.write<void>([&](Appender& appender) { return addInstructions(appender); }));
        std::int64_t done = 0;
        while (done < m_spec.battles) {
            const std::int64_t until = std::min(m_spec.battles, done + perTransaction);
            TRY(m_workspace.write<void>([&](Appender& appender) -> Result<void> {
                for (; done < until; ++done)
                    TRY(addBattle(appender, done));
                return {};
            }));
            m_meter.report("battles", static_cast<std::uint64_t>(done),
                           static_cast<std::uint64_t>(m_spec.battles));
        }
        return {};
    }

  private:
    static SimulatorSpec simulatorSpec(const LargeSpec& spec) {
        SimulatorSpec out;
        out.seed = spec.seed;
        Random random(spec.seed, 0x57e);
        for (int i = 0; i < spec.models; ++i) {
            FighterSpec fighter;
            fighter.name = fmt::format("sim-{:03}", i + 1);
            fighter.family = "sim";
            fighter.strength = 1100 + 120 * random.normal();
            out.fighters.push_back(std::move(fighter));
        }
        out.judges.push_back({"sim-judge", "sim-jury", 0.8, 0.2, 0.1, 0, 0.005});
        return out;
    }

    Result<void> addModels(Appender& appender) {
        const auto add = [&](const std::string& name, Role role,
                             std::optional<double> strength) -> Result<ModelId> {
            Model model;
            model.name = name;
            model.kind = ModelKind::Simulated;
            model.roles.add(role);
            model.strength = strength;
            model.note = "Simulated, for measuring.";
            return appender.addModel(model);
        };
        for (const FighterSpec& fighter : m_simulator.spec().fighters)
            m_fighters.push_back(TRY(add(fighter.name, Role::Rival, fighter.strength)));
        m_judge = TRY(add(m_simulator.spec().judges.front().name, Role::Judge, std::nullopt));
        return {};
    }

    void makePool() {
        for (std::size_t i = 0; i < pool; ++i) {
            const Task task = makeTask(static_cast<Category>(i % categoryCount), m_random);
            const auto write = [&](double level) {
                return writeAnswer(task.turns.front(), task.language, {}, level, Mishap::None,
                                   m_random);
            };
            const Answer good = write(8);
            const Answer weak = write(4);
            m_answers.push_back(i % 2 == 0 ? good.text : weak.text);
            m_explanations.push_back(explain({good, 8}, {weak, 5}, m_random));
        }
    }

    Result<void> addInstructions(Appender& appender) {
        const SetId set = TRY(appender.set("sim-large"));
        for (int i = 0; i < m_spec.instructions; ++i) {
            if (m_stop.stop_requested())
                return cancelled();
            const auto category =
                static_cast<Category>(static_cast<std::size_t>(i) % categoryCount);
            const Task task = makeTask(category, m_random);
            const std::array<TextIn, 1> turns{task.turns.front().prompt};
            InstructionIn in;
            in.set = set;
            const std::string key = fmt::format("large-{}", i + 1);
            in.key = key;
            in.category = categoryNames[static_cast<std::size_t>(category)];
            in.source = "simulated";
            in.turns = turns;
            m_instructions.push_back(TRY(appender.instruction(in)).id);
        }
        m_responses.resize(m_instructions.size() * m_fighters.size());
        return {};
    }

    Result<ResponseId> responseOf(Appender& appender, std::size_t instruction,
                                  std::size_t fighter) {
        ResponseId& known = m_responses[instruction * m_fighters.size() + fighter];
        if (known.valid())
            return known;
        const std::array<TextIn, 1> turns{m_answers[(instruction + fighter * 7) % pool]};
        ResponseIn in;
        in.model = m_fighters[fighter];
        in.instruction = m_instructions[instruction];
        in.turns = turns;
        known = TRY(appender.response(in)).id;
        return known;
    }

    // Battle k is on instruction k mod n; each instruction walks through all pairs in an order of
    // its own, so no pair meets twice on it.
    Result<void> addBattle(Appender& appender, std::int64_t k) {
        if (m_stop.stop_requested())
            return cancelled();
        const auto n = static_cast<std::int64_t>(m_instructions.size());
        const auto fighters = static_cast<std::int64_t>(m_fighters.size());
        const auto instruction = static_cast<std::size_t>(k % n);
        const std::int64_t pairs = fighters * (fighters - 1) / 2;
        const std::int64_t pair = (k / n + static_cast<std::int64_t>(instruction) * 7919) % pairs;
        // The pairs in rounds: distance 1 … around the circle of fighters.
        const std::int64_t distance = pair / fighters + 1;
        auto a = static_cast<std::size_t>(pair % fighters);
        auto b = static_cast<std::size_t>((pair % fighters + distance) % fighters);
        if (m_random.below(2) == 1)
            std::swap(a, b);

        BattleIn in;
        in.instruction = m_instructions[instruction];
        in.a = TRY(responseOf(appender, instruction, a));
        in.b = TRY(responseOf(appender, instruction, b));
        in.at = {1'770'000'000'000 + k * 2500};
        const BattleRef ref = TRY(appender.battle(in)).ref;
        const Item item{static_cast<std::uint32_t>(instruction),
                        static_cast<Category>(instruction % categoryCount), 1};
        const Seen seenA{m_simulator.level(a, item), 0, false};
        const Seen seenB{m_simulator.level(b, item), 0, false};
        for (const Order order : {Order::AB, Order::BA}) {
            const SimulatedGame game =
                m_simulator.judge(0, seenA, seenB, order, static_cast<std::uint64_t>(k));
            GameIn out;
            out.judge = m_judge;
            out.order = order;
            out.verdict = game.verdict();
            if (game.valid) {
                out.scoreA = game.scoreA;
                out.scoreB = game.scoreB;
                out.explanation = m_explanations[m_random.below(pool)];
            } else {
                out.error = "the reply names no scores";
            }
            out.at = {in.at.milliseconds + 900};
            TRY(appender.game(ref, out));
        }
        return {};
    }

    Workspace& m_workspace;
    const LargeSpec& m_spec;
    std::stop_token m_stop;
    ProgressMeter m_meter;
    Simulator m_simulator;
    Random m_random;
    std::vector<ModelId> m_fighters;
    ModelId m_judge;
    std::vector<InstructionId> m_instructions;
    std::vector<ResponseId> m_responses; // by instruction, then fighter
    std::vector<std::string> m_answers;
    std::vector<std::string> m_explanations;
};

} // namespace

Result<void> makeLarge(const std::filesystem::path& path, const LargeSpec& spec,
                       std::stop_token stop, const ProgressSink& progress) {
    if (spec.models < 2 || spec.instructions < 1 || spec.battles < 0)
        return fail(ErrorCode::InvalidInput, "a large workspace needs at least two models and one "
                                             "instruction");
    const std::int64_t most = std::int64_t{spec.instructions} * spec.models * (spec.models - 1) / 2;
    if (spec.battles > most)
        return fail(
            ErrorCode::InvalidInput,
            fmt::format("{} battles do not fit: {} instructions and {} models give at most {}",
                        spec.battles, spec.instructions, spec.models, most));
    return makeFresh<void>(path, nullptr, [&](Workspace& workspace) {
        return Large(workspace, spec, stop, progress).make();
    });
}

} // namespace agon::simulation
