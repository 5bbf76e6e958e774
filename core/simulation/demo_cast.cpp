#include "core/simulation/demo_cast.h"

#include "core/base/random.h"

#include <numeric>

namespace agon::simulation {
namespace {

struct Rival {
    std::string_view name;
    std::string_view family;
    double strength;
    Style style;
};

constexpr std::array<Rival, 7> rivals{{
    {"sim-pebble", "sim-river", 1000, {0.2, false, false, false}},
    {"sim-anchor", "sim-anchor", anchorRating, {0.5, false, true, true}},
    {"sim-quill", "sim-quill", 1150, {1.0, true, false, true}},
    {"sim-harbor", "sim-river", 1190, {0.1, false, true, false}},
    {"sim-orchard", "sim-orchard", 1260, {0.7, true, true, false}},
    {"sim-meridian", "sim-meridian", 1330, {0.3, true, true, false}},
    {"sim-summit", "sim-meridian", 1400, {0.6, true, true, true}},
}};

// Differences between categories, so that the sum is 0 and the strength stays what it says.
std::array<double, categoryCount> drawOffsets(double spread, Random& random) {
    std::array<double, categoryCount> out{};
    for (double& offset : out)
        offset = spread * random.normal();
    const double mean =
        std::accumulate(out.begin(), out.end(), 0.0) / static_cast<double>(categoryCount);
    for (double& offset : out)
        offset -= mean;
    return out;
}

} // namespace

SimulatorSpec demoSpec(std::uint64_t seed) {
    SimulatorSpec out;
    out.seed = seed;
    // Less than Bradley–Terry's own: rounding, ties and the judge's noise flatten the differences
    // about as much again, so that ratings come out near the strengths.
    out.answerSpread = 130;
    out.difficultySpread = 70;
    out.discriminationSpread = 0.2;
    Random random(seed, 0xcafe);
    const auto family = drawOffsets(45, random);
    for (const Checkpoint& checkpoint : checkpoints) {
        FighterSpec fighter{std::string(checkpoint.name),
                            std::string(targetFamily),
                            checkpoint.strength,
                            drawOffsets(15, random),
                            {}};
        for (std::size_t i = 0; i < categoryCount; ++i)
            fighter.offsets[i] += family[i];
        // Preference training makes answers longer and better set; judges like both.
        fighter.style.verbosity =
            0.2 + 0.15 * checkpoint.iteration + (checkpoint.stage == StageKind::Sft ? 0 : 0.2);
        fighter.style.headings = checkpoint.stage != StageKind::Sft;
        fighter.style.bullets = checkpoint.iteration > 0;
        fighter.style.polite = checkpoint.iteration == 0;
        out.fighters.push_back(std::move(fighter));
    }
    for (const Rival& rival : rivals)
        out.fighters.push_back({std::string(rival.name), std::string(rival.family), rival.strength,
                                drawOffsets(55, random), rival.style});
    // The judge that selects the data also prefers what was trained on its taste.
    out.judges.push_back(
        {"sim-judge-loop", std::string(targetFamily), 0.85, 0.4, 0.35, 0.25, 0.012});
    out.judges.push_back({"sim-judge-held-out", "sim-jury", 0.7, -0.12, 0.05, 0, 0.004});
    return out;
}

} // namespace agon::simulation
