#include "ui/shell/job_words.h"

#include "ui/widgets/format_number.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Jobs)
};

constexpr double leastElapsed = 1; // seconds; what came before says nothing about the rest

double secondsBetween(Timestamp from, Timestamp to) {
    return static_cast<double>(to.milliseconds - from.milliseconds) / 1000;
}

QString amount(double value, const std::string& unit) {
    if (unit != bytesUnit)
        return formatCount(static_cast<qint64>(value));
    return QLocale().formattedDataSize(static_cast<qint64>(value), 1, QLocale::DataSizeSIFormat);
}

QString withUnit(const QString& count, const std::string& unit) {
    return unit.empty() || unit == bytesUnit
               ? count
               : Words::tr("%1 %2", "count, unit").arg(count, QString::fromStdString(unit));
}

// Where the counting began that still goes on: steps that share one total are one count.
struct Counted {
    Timestamp since;
    std::uint64_t begun = 0;
};

Counted countedFrom(const JobInfo& job) {
    Counted out{job.started, 0};
    for (std::size_t i = job.steps.size(); i-- > 0;) {
        const JobStep& step = job.steps[i];
        if (step.progress.total != job.progress.total || step.progress.unit != job.progress.unit)
            break;
        out = {step.started, step.begun};
        if (step.progress.total == 0)
            break;
    }
    return out;
}

// Units a second; 0 while too little is known.
double rateOf(const JobInfo& job, Timestamp now) {
    const Counted counted = countedFrom(job);
    const double elapsed = secondsBetween(counted.since, now);
    if (elapsed < leastElapsed || job.progress.done <= counted.begun)
        return 0;
    return static_cast<double>(job.progress.done - counted.begun) / elapsed;
}

QString stepWords(const JobStep& step, Timestamp ended) {
    QStringList parts{QString::fromStdString(step.progress.step)};
    const std::uint64_t done = step.progress.done - std::min(step.begun, step.progress.done);
    if (done > 0)
        parts.append(
            withUnit(amount(static_cast<double>(done), step.progress.unit), step.progress.unit));
    const double took = secondsBetween(step.started, ended);
    if (done > 0 && ended.known() && took > 0)
        parts.append(formatSeconds(took));
    return parts.join(u", "_s);
}

} // namespace

QString jobStateText(JobState state) {
    switch (state) {
    case JobState::Waiting:
        return Words::tr("Waiting");
    case JobState::Running:
        return Words::tr("Running");
    case JobState::Done:
        return Words::tr("Done");
    case JobState::Failed:
        return Words::tr("Failed");
    case JobState::Cancelled:
        return Words::tr("Cancelled");
    }
    return {};
}

QString jobCount(const Progress& progress) {
    if (progress.total == 0 && progress.done == 0)
        return {};
    const QString done = amount(static_cast<double>(progress.done), progress.unit);
    if (progress.total == 0)
        return withUnit(done, progress.unit);
    return withUnit(
        Words::tr("%1 of %2").arg(done, amount(static_cast<double>(progress.total), progress.unit)),
        progress.unit);
}

QString jobRate(const JobInfo& job, Timestamp now) {
    const double rate = rateOf(job, now);
    if (rate <= 0)
        return {};
    const QString count = job.progress.unit == bytesUnit || rate >= 10
                              ? amount(rate, job.progress.unit)
                              : formatNumber(rate, 1);
    return Words::tr("%1 a second").arg(withUnit(count, job.progress.unit));
}

QString jobDetail(const JobInfo& job, Timestamp now) {
    if (job.state == JobState::Failed)
        return QString::fromStdString(job.message);
    const QString step = QString::fromStdString(job.progress.step);
    QStringList parts;
    if (job.state == JobState::Done) {
        const QString took = formatSeconds(secondsBetween(job.started, job.ended));
        // A last word without a count says what came of it; a count says how much was done.
        const QString came =
            job.progress.total > 0 || job.progress.done > 0
                ? withUnit(amount(static_cast<double>(job.progress.done), job.progress.unit),
                           job.progress.unit)
                : step;
        return came.isEmpty() ? Words::tr("took %1").arg(took)
                              : Words::tr("%1, %2", "what was done, time").arg(came, took);
    }
    if (job.state == JobState::Cancelled)
        return step.isEmpty() ? jobStateText(job.state) : Words::tr("Cancelled at: %1").arg(step);
    for (const QString& part : {step, jobCount(job.progress), jobRate(job, now)})
        if (!part.isEmpty())
            parts.append(part);
    return parts.join(u", "_s);
}

double jobFraction(const JobInfo& job) {
    if (job.state == JobState::Done)
        return 1;
    if (job.progress.total == 0)
        return -1;
    return std::min(1.0, static_cast<double>(job.progress.done) /
                             static_cast<double>(job.progress.total));
}

QString jobTime(const JobInfo& job, Timestamp now) {
    if (job.state == JobState::Waiting)
        return Words::tr("waiting");
    if (job.ended.known()) {
        const auto ended = QDateTime::fromMSecsSinceEpoch(job.ended.milliseconds);
        const auto today = QDateTime::fromMSecsSinceEpoch(now.milliseconds).date();
        const QLocale locale;
        if (ended.date() == today)
            return locale.toString(ended.time(), u"HH:mm"_s);
        return locale.toString(ended, u"d MMM HH:mm"_s);
    }
    const double rate = rateOf(job, now);
    if (rate <= 0 || job.progress.total == 0)
        return Words::tr("running");
    const double left =
        static_cast<double>(job.progress.total - std::min(job.progress.done, job.progress.total)) /
        rate;
    if (left < 60)
        return Words::tr("about %1 s left").arg(static_cast<int>(left) + 1);
    return Words::tr("about %1 min left").arg(static_cast<int>(left / 60 + 0.5));
}

QStringList jobLog(const JobInfo& job) {
    QStringList out;
    const auto line = [&](Timestamp at, const QString& words) {
        out.prepend(QDateTime::fromMSecsSinceEpoch(at.milliseconds).toString(u"HH:mm:ss"_s) +
                    u"  "_s + words);
    };
    if (job.started.known())
        line(job.started, Words::tr("started"));
    for (std::size_t i = 0; i < job.steps.size(); ++i)
        line(job.steps[i].started,
             stepWords(job.steps[i],
                       i + 1 < job.steps.size() ? job.steps[i + 1].started : job.ended));
    if (job.state == JobState::Failed)
        line(job.ended, Words::tr("failed: %1").arg(QString::fromStdString(job.message)));
    else if (job.ended.known())
        line(job.ended, jobStateText(job.state).toLower());
    return out;
}

} // namespace agon::ui
