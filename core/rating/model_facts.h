// What is known of each fighter beside its rating: how often its battles flip, how long it writes.
#pragma once

#include "core/battles/policy.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

namespace agon::rating {

struct ModelFacts {
    std::optional<double> flipRate;   // percent of its judged battles with two games of a judge
    std::optional<double> characters; // mean length of its answers in these battles, code points
};

// By model name. Pure; one pass.
[[nodiscard]] std::unordered_map<std::string, ModelFacts>
modelFacts(const BattleTable& table, const Verdicts& verdicts, std::span<const std::uint32_t> rows);

} // namespace agon::rating
