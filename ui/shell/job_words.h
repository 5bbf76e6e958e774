// What is said of a job: plain functions of what the executor knows of it.
#pragma once

#include "core/jobs/executor.h"

#include <QString>
#include <QStringList>

namespace agon::ui {

[[nodiscard]] QString jobStateText(JobState state);
// One line: "Reading battles.jsonl, 39.5 of 46.0 MB, 8.2 MB a second"; when it is done what came of
// it, "11,198 added, 2 rejected, 5.2 s"; why it failed.
[[nodiscard]] QString jobDetail(const JobInfo& job, Timestamp now);
// "about 12 min left", "waiting", "14:02"
[[nodiscard]] QString jobTime(const JobInfo& job, Timestamp now);
// 0 … 1; negative when not known.
[[nodiscard]] double jobFraction(const JobInfo& job);

// "39,560 of 46,000 battles"; empty where nothing is counted.
[[nodiscard]] QString jobCount(const Progress& progress);
// "1,240 battles a second"; empty while too little is known.
[[nodiscard]] QString jobRate(const JobInfo& job, Timestamp now);
// "14:02:07  Reading battles.jsonl, 46.0 MB, 5.2 s", newest first.
[[nodiscard]] QStringList jobLog(const JobInfo& job);

} // namespace agon::ui
