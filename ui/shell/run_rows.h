// Runs among the jobs: earlier ones as rows of their own, and what is said of each.
#pragma once

#include "core/jobs/executor.h"
#include "ui/arena/run_desk.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace agon::ui {

// Runs of the workspace that no job of this program has sat for, as ended jobs. Their ids are of
// no executor.
[[nodiscard]] std::vector<JobInfo> earlierRuns(const RunDesk& desk,
                                               const std::vector<JobInfo>& jobs);
// The run that a row stands for; not valid for other jobs.
[[nodiscard]] RunId runOfRow(const RunDesk& desk, std::uint64_t job);
// "20 of 96 answers, 0 of 192 games, $0.12"; why it ended.
[[nodiscard]] QString runLine(const RunDesk& desk, RunId run);

} // namespace agon::ui
