#include "core/simulation/demo.h"

#include "core/simulation/demo_cast.h"
#include "core/simulation/demo_review.h"
#include "core/simulation/fresh_workspace.h"
#include "core/simulation/scribe.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace agon::simulation {
namespace {

constexpr int arenaPerCategory = 14;
constexpr int slicePerCategory = 2;
constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 24 * 60 * minute;
// 2026-02-02 07:30 UTC, a Monday; a stage takes three and a half days.
constexpr std::int64_t firstDay = 1770017400000;
constexpr double mishaps = 0.012;

using Json = nlohmann::ordered_json;

class Demo {
  public:
    Demo(Appender& appender, const Simulator& simulator, std::stop_token stop,
         const ProgressSink& sink)
        : m_appender(appender)
        , m_simulator(simulator)
        , m_stop(std::move(stop))
        , m_meter(sink) {}

    Result<DemoSummary> make() {
        TRY(addModels());
        Scribe scribe(m_appender, m_simulator, m_ids, mishaps);
        m_scribe = &scribe;
        TRY(poseArena());
        Json parameters;
        parameters["simulated"] = true;
        parameters["iterations"] = 3;
        parameters["stages"] = {"sft", "dpo", "ppo"};
        parameters["judge"] = m_simulator.spec().judges[judgeInLoop].name;
        parameters["held_out"] = m_simulator.spec().judges[judgeHeldOut].name;
        m_run = TRY(m_appender.run({"simulation",
                                    "Demo flywheel",
                                    m_simulator.spec().seed,
                                    parameters.dump(),
                                    {firstDay}}));
        TRY(rivalsAmongThemselves());
        IterationId iteration;
        for (std::size_t i = 0; i < checkpoints.size(); ++i) {
            if (i == 0 || checkpoints[i].iteration != checkpoints[i - 1].iteration)
                iteration = TRY(m_appender.iteration(m_run, checkpoints[i].iteration));
            TRY(runStage(i, iteration));
        }
        m_summary.overrides =
            TRY(review(m_appender, m_fought, m_simulator.spec().seed, stageTime(10)));
        TRY(m_appender.setting("rating.anchor", fmt::format("{}={:g}", anchorName, anchorRating)));
        m_summary.models =
            static_cast<std::int64_t>(1 + m_ids.fighters.size() + m_ids.judges.size());
        m_summary.battles = scribe.battles();
        m_summary.games = scribe.games();
        return m_summary;
    }

  private:
    static Timestamp stageTime(std::size_t stage) {
        return {firstDay + static_cast<std::int64_t>(stage) * 7 * day / 2};
    }

    Result<void> addModels() {
        Model base;
        base.name = baseName;
        base.kind = ModelKind::Simulated;
        base.family = targetFamily;
        base.roles.add(Role::Base);
        base.note = "Simulated: where every SFT of the target begins. It does not fight.";
        const ModelId baseId = TRY(m_appender.addModel(base));
        for (std::size_t i = 0; i < m_simulator.spec().fighters.size(); ++i) {
            const FighterSpec& fighter = m_simulator.spec().fighters[i];
            Model model;
            model.name = fighter.name;
            model.kind = ModelKind::Simulated;
            model.family = fighter.family;
            model.strength = fighter.strength;
            if (i < firstRival) {
                const Checkpoint& checkpoint = checkpoints[i];
                model.roles.add(Role::Target);
                model.iteration = checkpoint.iteration;
                model.stage = checkpoint.stage;
                model.parent = checkpoint.parent < 0
                                   ? baseId
                                   : m_ids.fighters[static_cast<std::size_t>(checkpoint.parent)];
                model.note = "Simulated checkpoint: nothing was trained, its answers come from a "
                             "generator with the strength given here.";
            } else {
                model.roles.add(Role::Rival);
                model.note =
                    "Simulated rival: its answers come from a generator with the strength given "
                    "here.";
            }
            m_ids.fighters.push_back(TRY(m_appender.addModel(model)));
        }
        for (std::size_t i = 0; i < m_simulator.spec().judges.size(); ++i) {
            const JudgeSpec& judge = m_simulator.spec().judges[i];
            Model model;
            model.name = judge.name;
            model.kind = ModelKind::Simulated;
            model.family = judge.family;
            model.roles.add(Role::Judge);
            if (i == judgeHeldOut)
                model.roles.add(Role::HeldOut);
            model.note =
                fmt::format("Simulated judge: noise {:g} points, {:+g} for the answer shown first, "
                            "{:+g} for twice the length, {:+g} for its own family, {:g} % "
                            "unreadable replies.",
                            judge.noise, judge.positionBias, judge.lengthBias, judge.selfPreference,
                            100 * judge.invalidShare);
            m_ids.judges.push_back(TRY(m_appender.addModel(model)));
        }
        m_base = baseId;
        return {};
    }

    Result<std::vector<Posed>> pose(std::string_view name, int perCategory) {
        const SetId set = TRY(m_appender.set(name));
        std::vector<Posed> out;
        for (int i = 0; i < perCategory; ++i)
            for (std::size_t c = 0; c < categoryCount; ++c)
                out.push_back(TRY(m_scribe->pose(set, static_cast<Category>(c), ++m_number,
                                                 fmt::format("{}-{:03}", name, out.size() + 1))));
        m_summary.instructions += static_cast<std::int64_t>(out.size());
        return out;
    }

    Result<void> poseArena() {
        m_arena = TRY(pose("sim-arena", arenaPerCategory));
        return {};
    }

    // One after another, so that the order of the data is that of their time.
    Result<Fought> fight(const Posed& posed, int turn, std::size_t a, std::size_t b, StageId stage,
                         std::span<const std::size_t> judges) {
        if (m_stop.stop_requested())
            return cancelled();
        m_now.milliseconds += 4000 + static_cast<std::int64_t>(m_random.below(9000));
        const bool exchanged = m_random.below(2) == 1;
        const auto out = TRY(m_scribe->fight(posed, turn, exchanged ? b : a, exchanged ? a : b,
                                             {m_run, stage, m_now, judges}));
        m_meter.report("Simulating battles", static_cast<std::uint64_t>(m_scribe->battles()), 0,
                       "battles");
        return out;
    }

    // Every fourth instruction: enough to tie the rivals to one another.
    Result<void> rivalsAmongThemselves() {
        m_now = stageTime(0);
        const std::size_t n = m_simulator.spec().fighters.size();
        for (std::size_t i = 0; i < m_arena.size(); i += 4)
            for (std::size_t a = firstRival; a < n; ++a)
                for (std::size_t b = a + 1; b < n; ++b)
                    TRY(arenaBattle(m_arena[i], a, b, {}));
        return {};
    }

    Result<void> arenaBattle(const Posed& posed, std::size_t a, std::size_t b, StageId stage) {
        constexpr std::array<std::size_t, 2> both{judgeInLoop, judgeHeldOut};
        for (int turn = 1; turn <= static_cast<int>(posed.task.turns.size()); ++turn)
            m_fought.push_back(TRY(fight(posed, turn, a, b, stage, both)));
        return {};
    }

    // Battles on the slice and what they select, the checkpoint, then its arena.
    Result<void> runStage(std::size_t index, IterationId iteration) {
        const Checkpoint& checkpoint = checkpoints[index];
        std::vector<Posed> slice;
        if (checkpoint.fighter >= 0)
            slice = TRY(pose(fmt::format("sim-{}", checkpoint.slice), slicePerCategory));
        m_now = {stageTime(index).milliseconds + (index == 0 ? day : 0)};
        const Timestamp begun = m_now;
        StageIn in;
        in.iteration = iteration;
        in.kind = checkpoint.stage;
        in.slice = checkpoint.slice;
        in.state = "done";
        in.checkpoint = m_ids.fighters[index];
        in.parent = checkpoint.parent < 0
                        ? m_base
                        : m_ids.fighters[static_cast<std::size_t>(checkpoint.parent)];
        if (checkpoint.fighter >= 0)
            in.fighter = m_ids.fighters[static_cast<std::size_t>(checkpoint.fighter)];
        in.at = begun;
        // A stage is written once, with what came of it; its battles need its id first. What the
        // slice selects follows from the simulator alone, so it is reckoned beforehand.
        const int rows = checkpoint.fighter < 0 ? 640 : selectedRows(checkpoint, slice);
        const std::string facts = stageFacts(checkpoint, static_cast<int>(slice.size()), rows);
        in.facts = facts;
        const StageId stage = TRY(m_appender.stage(in));
        constexpr std::array<std::size_t, 1> loop{judgeInLoop};
        for (const Posed& posed : slice)
            for (std::size_t rival = firstRival; rival < m_simulator.spec().fighters.size();
                 rival += 2)
                TRY(fight(posed, 1, static_cast<std::size_t>(checkpoint.fighter), rival, stage,
                          loop));
        // Training lies between the selection and the arena.
        m_now.milliseconds = begun.milliseconds + 2 * day;
        const std::size_t best = bestBefore(index);
        for (const Posed& posed : m_arena) {
            for (std::size_t rival = firstRival; rival < m_simulator.spec().fighters.size();
                 ++rival)
                TRY(arenaBattle(posed, index, rival, stage));
            if (index > 0)
                TRY(arenaBattle(posed, index, best, stage));
        }
        return {};
    }

    static std::size_t bestBefore(std::size_t index) {
        std::size_t best = 0;
        for (std::size_t i = 1; i < index; ++i)
            if (checkpoints[i].strength > checkpoints[best].strength)
                best = i;
        return best;
    }

    // Instructions on which a rival of the slice is ahead of the fighter (SFT), or anybody of
    // anybody (DPO, PPO), by at least K levels.
    [[nodiscard]] int selectedRows(const Checkpoint& checkpoint,
                                   const std::vector<Posed>& slice) const {
        int rows = 0;
        for (const Posed& posed : slice) {
            const double own =
                m_simulator.level(static_cast<std::size_t>(checkpoint.fighter), posed.item(1));
            double best = 0;
            double worst = 11;
            for (std::size_t rival = firstRival; rival < m_simulator.spec().fighters.size();
                 rival += 2) {
                const double level = m_simulator.level(rival, posed.item(1));
                best = std::max(best, level);
                worst = std::min(worst, level);
            }
            if (checkpoint.stage != StageKind::Sft)
                best = std::max(best, own), worst = std::min(worst, own);
            const double gap = best - (checkpoint.stage == StageKind::Sft ? own : worst);
            rows += gap >= checkpoint.gap ? 1 : 0;
        }
        return rows;
    }

    std::string stageFacts(const Checkpoint& checkpoint, int of, int rows) {
        std::vector<std::string>& data = m_data[checkpoint.stage];
        if (checkpoint.stage == StageKind::Sft && data.empty() && checkpoint.iteration > 0)
            data = {"D0"};
        data.emplace_back(checkpoint.slice);
        Json facts;
        facts["simulated"] = true;
        facts["data"] = data;
        if (of > 0) {
            facts["k"] = checkpoint.gap;
            facts["slice_rows"] = of;
        }
        facts["rows"] = rows;
        const bool sft = checkpoint.stage == StageKind::Sft;
        const bool dpo = checkpoint.stage == StageKind::Dpo;
        facts["epochs"] = sft ? 3 : dpo ? 2 : 1;
        facts["learning_rate"] = sft ? 5e-6 : dpo ? 5e-7 : 1e-7;
        if (dpo)
            facts["beta"] = 0.3;
        if (checkpoint.stage == StageKind::Ppo)
            facts["kl"] = 0.4;
        // Falls off with the steps, a little less smoothly than one would like.
        const double from = sft ? 1.62 - 0.05 * checkpoint.iteration : dpo ? 0.693 : 0.41;
        const double to = sft ? 0.94 - 0.04 * checkpoint.iteration : dpo ? 0.47 : 0.18;
        Json loss = Json::array();
        for (int step = 0; step <= 40; ++step) {
            const double fall = std::exp(-step / 11.0);
            const double value = to + (from - to) * fall + 0.012 * m_random.normal() * (1 + fall);
            loss.push_back(std::round(1000 * value) / 1000);
        }
        facts["loss"] = std::move(loss);
        return facts.dump();
    }

    Appender& m_appender;
    const Simulator& m_simulator;
    std::stop_token m_stop;
    ProgressMeter m_meter;
    Random m_random{m_simulator.spec().seed, 0xd340};
    Scribe* m_scribe = nullptr;
    Scribe::Ids m_ids;
    ModelId m_base;
    RunId m_run;
    std::vector<Posed> m_arena;
    std::vector<Fought> m_fought; // in the arena
    std::map<StageKind, std::vector<std::string>> m_data;
    std::uint32_t m_number = 0;
    Timestamp m_now;
    DemoSummary m_summary;
};

} // namespace

Result<DemoSummary> makeDemo(const std::filesystem::path& path, std::uint64_t seed,
                             std::stop_token stop, const ProgressSink& progress) {
    const Simulator simulator(demoSpec(seed));
    // Flags are stamped by the workspace's clock; the demo ends when its last week does.
    const auto clock = std::make_shared<ManualClock>(Timestamp{firstDay + 36 * day});
    return makeFresh<DemoSummary>(path, clock, [&](Workspace& workspace) {
        return workspace.write<DemoSummary>(
            [&](Appender& appender) { return Demo(appender, simulator, stop, progress).make(); });
    });
}

} // namespace agon::simulation
