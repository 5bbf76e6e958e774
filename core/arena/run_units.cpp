#include "core/arena/run_units.h"

#include "core/arena/rounds.h"
#include "core/store/run_reader.h"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <span>

namespace agon {
namespace {

constexpr std::size_t unitsAtOnce = 256; // in memory, and in one transaction

class UnitWalk {
  public:
    UnitWalk(const RunScene& scene, std::string step, const UnitVisit& visit)
        : m_scene(scene)
        , m_visit(visit)
        , m_step(std::move(step))
        , m_meter(scene.progress) {}

    Result<UnitsSeen> go() {
        Rounds rounds(m_scene.workspace, m_scene.spec, m_scene.cast);
        TRY(rounds.choose());
        m_at = TRY(m_scene.workspace.read<Timestamp>([&](Reader& reader) -> Result<Timestamp> {
            return TRY(RunReader(reader).run(m_scene.run)).at;
        }));
        m_seen.settled = true;
        while (m_seen.settled && TRY(rounds.next(m_scene.run))) {
            m_seen.tally.answers.planned += rounds.answers();
            m_seen.tally.games.planned += rounds.games();
            m_total += static_cast<std::uint64_t>(rounds.plan().battles);
            const std::span<const UnitPlan> units = rounds.plan().units;
            for (std::size_t at = 0; at < units.size(); at += unitsAtOnce)
                TRY(group(units.subspan(at, std::min(unitsAtOnce, units.size() - at))));
        }
        return m_seen;
    }

  private:
    Result<void> group(std::span<const UnitPlan> plans) {
        if (m_scene.stop.stop_requested())
            return cancelled();
        std::deque<Unit> units;
        TRY(m_scene.workspace.read<void>([&](Reader& reader) -> Result<void> {
            for (const UnitPlan& plan : plans) {
                units.emplace_back(plan, m_scene.cast, m_scene.spec, m_seen.tally);
                TRY(units.back().load(reader, true));
            }
            return {};
        }));
        TRY(m_scene.workspace.write<void>([&](Appender& appender) -> Result<void> {
            for (Unit& unit : units) {
                TRY(unit.open(appender, m_scene.run, m_at));
                TRY(m_visit.unit(unit, appender));
            }
            return {};
        }));
        for (const UnitPlan& plan : plans)
            m_done += static_cast<std::uint64_t>(plan.battles());
        m_seen.settled = m_seen.settled && std::all_of(units.begin(), units.end(),
                                                       [](auto& unit) { return unit.settled(); });
        m_meter.report(m_step, m_done, m_total, "battles");
        return m_visit.between ? m_visit.between() : Result<void>();
    }

    const RunScene& m_scene;
    const UnitVisit& m_visit;
    std::string m_step;
    ProgressMeter m_meter;
    Timestamp m_at; // of the run; its battles carry it, so that their order is the plan's
    UnitsSeen m_seen;
    std::uint64_t m_done = 0;
    std::uint64_t m_total = 0;
};

} // namespace

Result<UnitsSeen> visitUnits(const RunScene& scene, const std::string& step,
                             const UnitVisit& visit) {
    return UnitWalk(scene, step, visit).go();
}

} // namespace agon
