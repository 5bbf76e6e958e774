// Private to core/simulation: who takes part in the demo.
#pragma once

#include "core/domain/model.h"
#include "core/simulation/spec.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace agon::simulation {

// A checkpoint of the target, in the order in which it was trained. Indices are into `checkpoints`,
// which are also the first fighters of demoSpec(). -1: the base model, or nobody.
struct Checkpoint {
    std::string_view name;
    double strength;
    int iteration;
    StageKind stage;
    int parent;
    int fighter; // who fought for its data
    std::string_view slice;
    double gap; // K
};

// Strengths as the paper's Elo (871 | 1117 1187 1214 | 1163 1228 1246 | 1205 1253 1274): SFT starts
// from base again, so the curve is a saw-tooth.
inline constexpr std::array<Checkpoint, 10> checkpoints{{
    {"sim-ember-SFT-I0", 871, 0, StageKind::Sft, -1, -1, "D0", 0},
    {"sim-ember-SFT-I1", 1117, 1, StageKind::Sft, -1, 0, "D1", 3},
    {"sim-ember-DPO-I1", 1187, 1, StageKind::Dpo, 1, 1, "D2", 2},
    {"sim-ember-PPO-I1", 1214, 1, StageKind::Ppo, 2, 2, "D3", 1},
    {"sim-ember-SFT-I2", 1163, 2, StageKind::Sft, -1, 3, "D4", 1},
    {"sim-ember-DPO-I2", 1228, 2, StageKind::Dpo, 4, 4, "D5", 1},
    {"sim-ember-PPO-I2", 1246, 2, StageKind::Ppo, 5, 5, "D6", 1},
    {"sim-ember-SFT-I3", 1205, 3, StageKind::Sft, -1, 6, "D7", 1},
    {"sim-ember-DPO-I3", 1253, 3, StageKind::Dpo, 7, 7, "D8", 1},
    {"sim-ember-PPO-I3", 1274, 3, StageKind::Ppo, 8, 8, "D9", 1},
}};

inline constexpr std::string_view baseName = "sim-ember-base";
inline constexpr std::string_view targetFamily = "sim-ember";
inline constexpr std::string_view anchorName = "sim-anchor";
inline constexpr double anchorRating = 1100;

// Fighters: the checkpoints, then the rivals. Judges: the one in the loop, then the held-out one.
[[nodiscard]] SimulatorSpec demoSpec(std::uint64_t seed);
inline constexpr std::size_t firstRival = checkpoints.size();
inline constexpr std::size_t judgeInLoop = 0;
inline constexpr std::size_t judgeHeldOut = 1;

} // namespace agon::simulation
