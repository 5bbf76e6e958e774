#include "ui/arena/run_words.h"

#include "ui/widgets/format_number.h"

#include <QCoreApplication>

#include <algorithm>

namespace agon::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

struct Cause {
    const char* name;
    const char* words;
    const char* became;
};

constexpr const char* again = QT_TRANSLATE_NOOP("RunWords", "resuming asks again");
constexpr const char* never = QT_TRANSLATE_NOOP("RunWords", "not asked again");

constexpr Cause causes[] = {
    {"unreachable", QT_TRANSLATE_NOOP("RunWords", "Not reachable"), again},
    {"timed_out", QT_TRANSLATE_NOOP("RunWords", "No answer in time"), again},
    {"cut", QT_TRANSLATE_NOOP("RunWords", "Connection broke"), again},
    {"refused", QT_TRANSLATE_NOOP("RunWords", "Key refused (401, 403)"), again},
    {"quota", QT_TRANSLATE_NOOP("RunWords", "No credit left"), again},
    {"bad_request", QT_TRANSLATE_NOOP("RunWords", "Request refused (4xx)"), never},
    {"rate_limited", QT_TRANSLATE_NOOP("RunWords", "Too many requests (429)"), again},
    {"server_failed", QT_TRANSLATE_NOOP("RunWords", "Server error (5xx)"), again},
    {"unreadable", QT_TRANSLATE_NOOP("RunWords", "Reply not readable"), never},
    {"untrusted", QT_TRANSLATE_NOOP("RunWords", "Not allowed to be sent"), again},
    {"no_key", QT_TRANSLATE_NOOP("RunWords", "Key not set"), again},
    {"cancelled", QT_TRANSLATE_NOOP("RunWords", "Taken back"), again},
    {"malformed", QT_TRANSLATE_NOOP("RunWords", "No verdict in the reply"),
     QT_TRANSLATE_NOOP("RunWords", "asked again, then invalid")},
};

RunError errorOf(const ErrorGroup& group) {
    RunError out;
    const auto known =
        std::ranges::find_if(causes, [&](const Cause& cause) { return group.cause == cause.name; });
    out.cause =
        known == std::end(causes) ? QString::fromStdString(group.cause) : Words::tr(known->words);
    out.became = known == std::end(causes) ? QString() : Words::tr(known->became);
    out.model = QString::fromStdString(group.modelName);
    out.times = group.calls;
    out.latest = QString::fromStdString(group.latest);
    out.invalid = group.cause == "malformed";
    return out;
}

} // namespace

QList<RunError> runErrors(const RunStatus& status) {
    QList<RunError> out;
    for (const ErrorGroup& group : status.errors)
        out.append(errorOf(group));
    std::int64_t slowed = 0;
    std::int64_t failed = 0;
    for (const EndpointActivity& endpoint : status.endpoints) {
        slowed += endpoint.rateLimited;
        failed += endpoint.failed;
    }
    const auto add = [&](const QString& cause, std::int64_t times) {
        if (times > 0)
            out.append({cause, {}, times, Words::tr("tried again"), {}, false});
    };
    add(Words::tr("Attempts that were slowed down (429, 503)"), slowed);
    add(Words::tr("Attempts that failed"), failed);
    std::ranges::stable_sort(out, std::ranges::greater(), &RunError::times);
    return out;
}

QStringList runFacts(const RunStatus& status) {
    QStringList out;
    if (status.state == RunState::Running) {
        if (status.paused)
            out.append(Words::tr("paused"));
        else if (status.stopping)
            out.append(Words::tr("stopping: waits for what is on its way"));
        if (status.callsPerSecond > 0)
            out.append(Words::tr("%1 calls a second").arg(formatNumber(status.callsPerSecond, 1)));
        if (status.left && !status.paused && !status.stopping)
            out.append(Words::tr("about %1 left").arg(formatSeconds(*status.left)));
    } else if (status.seconds > 0) {
        out.append(Words::tr("took %1").arg(formatSeconds(status.seconds)));
    }
    const bool ended = status.state != RunState::Running;
    out.append(Words::tr("%1 calls answered").arg(formatCount(status.sums.answered)));
    if (status.tally.invalid > 0)
        out.append(Words::tr("%1 invalid").arg(formatCount(status.tally.invalid)));
    // What is on its way is not doubtful while somebody waits for it.
    const std::int64_t doubtful =
        ended ? status.sums.possiblyBilled() : status.sums.lost + status.sums.maybeBilled;
    if (doubtful > 0)
        out.append(Words::tr("%1 possibly billed without an answer").arg(formatCount(doubtful)));
    return out;
}

double shareDone(const CallCounts& counts) {
    if (counts.planned <= 0)
        return -1;
    return static_cast<double>(counts.planned - counts.left()) /
           static_cast<double>(counts.planned);
}

QString shortCountWords(const CallCounts& counts) {
    return Words::tr("%1 of %2")
        .arg(formatCount(counts.cached + counts.done), formatCount(counts.planned));
}

QString countWords(const CallCounts& counts) {
    QString out = Words::tr("%1 of %2")
                      .arg(formatCount(counts.cached + counts.done), formatCount(counts.planned));
    if (counts.cached > 0)
        out = Words::tr("%1, %2 cached").arg(out, formatCount(counts.cached));
    if (counts.failed > 0)
        out = Words::tr("%1, %2 came to nothing").arg(out, formatCount(counts.failed));
    return out;
}

QString priceWords(const RunStatus& status) {
    if (!status.sums.costKnown && status.sums.cost <= 0)
        return Words::tr("not known");
    QString spent = formatDollars(status.sums.cost);
    if (!status.sums.costKnown)
        spent = Words::tr("%1 and more").arg(spent);
    return status.maxCost ? Words::tr("%1 of %2").arg(spent, formatDollars(*status.maxCost))
                          : spent;
}

} // namespace agon::ui
