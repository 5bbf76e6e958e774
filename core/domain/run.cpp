#include "core/domain/run.h"

#include <algorithm>
#include <cstddef>

namespace agon {
namespace {

constexpr std::array<std::string_view, 5> names{"running", "stopped", "failed", "done", "waiting"};

} // namespace

std::string_view runStateName(RunState state) {
    return names[static_cast<std::size_t>(state)];
}

RunState runStateFromName(std::string_view name) {
    const auto* const found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? RunState::Stopped : static_cast<RunState>(found - names.begin());
}

} // namespace agon
