#include "ui/shell/run_rows.h"

#include "ui/arena/run_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RunRows)
};

constexpr std::uint64_t runBit = std::uint64_t{1} << 63;
constexpr std::size_t mostRuns = 50; // the latest; a workspace may have hundreds

JobInfo rowOf(const KnownRun& run) {
    JobInfo out;
    out.id = runBit | static_cast<std::uint64_t>(run.info.id.value);
    out.title = run.info.name;
    out.started = run.info.at;
    out.ended = run.info.ended.known() ? run.info.ended : run.info.at;
    out.message = run.info.message;
    out.state = run.info.state == RunState::Done     ? JobState::Done
                : run.info.state == RunState::Failed ? JobState::Failed
                                                     : JobState::Cancelled;
    return out;
}

} // namespace

std::vector<JobInfo> earlierRuns(const RunDesk& desk, const std::vector<JobInfo>& jobs) {
    std::vector<JobInfo> out;
    for (const KnownRun& run : desk.runs()) {
        const bool listed = std::ranges::any_of(
            jobs, [&](const JobInfo& job) { return desk.runOf(job.id) == run.info.id; });
        // One that asked about a single battle has said what it had to say.
        const bool told = !run.spec && run.info.state == RunState::Done;
        if (!listed && !told && !run.sitting && out.size() < mostRuns)
            out.push_back(rowOf(run));
    }
    return out;
}

RunId runOfRow(const RunDesk& desk, std::uint64_t job) {
    if ((job & runBit) != 0)
        return {static_cast<std::int64_t>(job & ~runBit)};
    return desk.runOf(job);
}

QString runLine(const RunDesk& desk, RunId run) {
    const KnownRun* known = desk.known(run);
    const RunStatus* status = desk.status(run);
    QStringList parts;
    const RunStatus* active = desk.active();
    const bool running = active && active->run == run;
    if (running && status->paused)
        parts.append(Words::tr("Paused"));
    else if (running && status->stopping)
        parts.append(Words::tr("Stopping"));
    else if (!running && known && known->interrupted())
        parts.append(Words::tr("Interrupted"));
    else if (!running && known && known->info.state == RunState::Stopped)
        parts.append(Words::tr("Stopped"));
    if (status && status->tally.games.planned > 0) {
        const auto part = [&](const QString& words, const CallCounts& counts) {
            if (counts.planned > 0)
                parts.append(words.arg(shortCountWords(counts)));
        };
        part(Words::tr("%1 answers"), status->tally.answers);
        part(Words::tr("%1 games"), status->tally.games);
        if (status->sums.cost > 0)
            parts.append(priceWords(*status));
    } else if (known && !known->info.message.empty()) {
        parts.append(QString::fromStdString(known->info.message));
    }
    QString out = parts.join(u", "_s);
    if (!out.isEmpty())
        out[0] = out[0].toUpper();
    return out;
}

} // namespace agon::ui
