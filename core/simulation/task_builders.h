// Private to core/simulation: who makes which tasks.
#pragma once

#include "core/simulation/task.h"

#include <initializer_list>
#include <span>
#include <string_view>

namespace agon::simulation {

using TaskBuilder = Task (*)(Random&);

[[nodiscard]] std::span<const TaskBuilder> mathTasks();
[[nodiscard]] std::span<const TaskBuilder> reasoningTasks();
[[nodiscard]] std::span<const TaskBuilder> scienceTasks();
[[nodiscard]] std::span<const TaskBuilder> codingTasks();
[[nodiscard]] std::span<const TaskBuilder> extractionTasks();
[[nodiscard]] std::span<const TaskBuilder> writingTasks();
[[nodiscard]] std::span<const TaskBuilder> roleplayTasks();
[[nodiscard]] std::span<const TaskBuilder> humanitiesTasks();
[[nodiscard]] std::span<const TaskBuilder> everydayTasks();

[[nodiscard]] Task recipe(Random& random); // one of the everyday tasks

inline int between(Random& random, int low, int high) {
    return low + static_cast<int>(random.below(static_cast<std::uint64_t>(high - low + 1)));
}

template <class Items>
[[nodiscard]] const auto& oneOf(const Items& items, Random& random) {
    return items[random.below(std::size(items))];
}

} // namespace agon::simulation
