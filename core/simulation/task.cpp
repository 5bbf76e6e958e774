#include "core/simulation/task.h"

#include "core/simulation/task_builders.h"

namespace agon::simulation {
namespace {

std::span<const TaskBuilder> buildersOf(Category category) {
    switch (category) {
    case Category::Writing:
        return writingTasks();
    case Category::Roleplay:
        return roleplayTasks();
    case Category::Reasoning:
        return reasoningTasks();
    case Category::Math:
        return mathTasks();
    case Category::Coding:
        return codingTasks();
    case Category::Extraction:
        return extractionTasks();
    case Category::Stem:
        return scienceTasks();
    case Category::Humanities:
        return humanitiesTasks();
    case Category::Others:
        break;
    }
    return everydayTasks();
}

} // namespace

Task makeTask(Category category, Random& random) {
    Task task = oneOf(buildersOf(category), random)(random);
    task.category = category;
    return task;
}

} // namespace agon::simulation
