// Private to core/simulation: what fighters say around the matter, by language.
#pragma once

#include "core/simulation/task.h"

#include <span>
#include <string_view>

namespace agon::simulation {

struct Phrases {
    std::span<const std::string_view> openings;
    std::span<const std::string_view> closings;
    std::span<const std::string_view> fillers;  // harmless: a wordy but sound fighter
    std::span<const std::string_view> rambling; // beside the point: a weak fighter
    std::span<const std::string_view> refusals;
    std::string_view resultLabel; // "Result:"
};

[[nodiscard]] const Phrases& phrasesOf(Language language);

} // namespace agon::simulation
