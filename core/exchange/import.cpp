#include "core/exchange/import.h"

#include "core/exchange/importer.h"
#include "core/exchange/recognise.h"
#include "core/exchange/row_feed.h"
#include "core/text/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace agon::exchange {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t longestReason = 400; // it may quote what a file holds

struct Planned {
    std::size_t index = 0; // in the report
    Recognised recognised;
    FileSource source;
};

std::unique_ptr<RowImporter> importerOf(Shape shape, const ImportFile& file) {
    switch (shape) {
    case Shape::AlpacaOutputs:
        return alpacaOutputsImporter(file);
    case Shape::AlpacaAnnotations:
        return alpacaAnnotationsImporter(file);
    case Shape::FastchatQuestions:
        return fastchatQuestionsImporter(file);
    case Shape::FastchatAnswers:
        return fastchatAnswersImporter(file);
    case Shape::FastchatPair:
        return fastchatPairImporter(file);
    case Shape::FastchatSingle:
        return fastchatSingleImporter(file);
    case Shape::PandalmTest:
        return pandalmTestImporter(file);
    case Shape::PandalmJudge:
        return pandalmJudgeImporter(file);
    case Shape::Evalica:
        return evalicaImporter(file);
    case Shape::Table:
    case Shape::Lines:
        return tableImporter(file);
    case Shape::Agon:
        return agonImporter(file);
    }
    return nullptr;
}

// Reads one file into an open transaction.
class FileReading {
  public:
    FileReading(Planned& plan, const ImportFile& file, RowImporter& importer, FileReport& report,
                std::stop_token stop)
        : m_source(plan.source)
        , m_recognised(plan.recognised)
        , m_file(file)
        , m_importer(importer)
        , m_report(report)
        , m_stop(std::move(stop)) {}

    // Given the bytes read so far.
    using Tick = std::function<void(std::int64_t bytes)>;

    Result<void> run(Appender& appender, const Tick& tick) {
        RowFeed feed([this](std::span<char> into) { return m_source.read(into); },
                     {m_recognised.layout, m_file.columns.size()}, m_importer);
        while (const FedRow* fed = TRY(feed.next())) {
            if (m_stop.stop_requested())
                return cancelled();
            tick(feed.bytesRead());
            ++m_report.rows;
            const Result<Outcome> outcome =
                fed->problem.empty() ? m_importer.row(appender, fed->row) : reject(fed->problem);
            if (!outcome && !isRejection(outcome.error()))
                return tl::unexpected<Error>(outcome.error());
            settle(fed->row.line, outcome);
        }
        Result<void> finished =
            m_importer.finish(appender, [this](std::int64_t line, const Result<Outcome>& outcome) {
                settle(line, outcome);
            });
        if (!finished)
            return finished;
        std::sort(m_report.rejections.begin(), m_report.rejections.end(),
                  [](const Rejection& a, const Rejection& b) { return a.line < b.line; });
        if (m_stop.stop_requested())
            return cancelled();
        return record(appender);
    }

  private:
    void settle(std::int64_t line, const Result<Outcome>& outcome) {
        if (!outcome) {
            ++m_report.rejected;
            if (m_report.rejections.size() < maxRejections)
                m_report.rejections.push_back(
                    {line, snippet(outcome.error().text(), longestReason)});
            return;
        }
        if (outcome->kind == Outcome::Kind::Deferred)
            return;
        ++(outcome->kind == Outcome::Kind::Added ? m_report.added : m_report.duplicates);
        m_report.invalid += outcome->invalid ? 1 : 0;
    }

    Result<void> record(Appender& appender) {
        ImportRecord stored;
        stored.fileName = m_file.path.filename().string();
        stored.format = formatId(formatOf(m_recognised.shape));
        stored.rows = m_report.rows;
        stored.added = m_report.added;
        stored.duplicates = m_report.duplicates;
        stored.rejected = m_report.rejected;
        for (const Rejection& rejection : m_report.rejections)
            stored.rejections.push_back({rejection.line, rejection.reason});
        TRY(appender.recordImport(stored));
        return {};
    }

    FileSource& m_source;
    const Recognised& m_recognised;
    const ImportFile& m_file;
    RowImporter& m_importer;
    FileReport& m_report;
    std::stop_token m_stop;
};

Result<Planned> plan(const std::filesystem::path& path, const ImportOptions& options) {
    FileSource source = TRY(FileSource::open(path));
    Result<Recognised> recognised = recognise(source, options);
    if (!recognised)
        return tl::unexpected<Error>(
            std::move(recognised).error().within(path.filename().string()));
    return Planned{0, std::move(*recognised), std::move(source)};
}

Result<void> importOne(Workspace& workspace, Planned& plan, const ImportOptions& options,
                       FileReport& report, const std::stop_token& stop,
                       const FileReading::Tick& tick) {
    const auto begun = Steady::now();
    const ImportFile file{report.path, options, plan.recognised.columns};
    const auto importer = importerOf(plan.recognised.shape, file);
    TRY(importer->prepare(workspace));
    FileReading reading(plan, file, *importer, report, stop);
    TRY(workspace.append<void>([&](Appender& appender) { return reading.run(appender, tick); }));
    report.seconds = std::chrono::duration<double>(Steady::now() - begun).count();
    return {};
}

// What can be recognised, in the order in which it is read; the others say why in the report.
std::vector<Planned> planAll(std::span<const std::filesystem::path> paths,
                             const ImportOptions& options, ImportReport& report) {
    std::vector<Planned> plans;
    for (const auto& path : paths) {
        FileReport& file = report.files.emplace_back();
        file.path = path;
        Result<Planned> planned = plan(path, options);
        if (!planned) {
            file.error = planned.error();
            continue;
        }
        file.format = formatOf(planned->recognised.shape);
        planned->index = report.files.size() - 1;
        plans.push_back(std::move(*planned));
    }
    std::stable_sort(plans.begin(), plans.end(), [](const Planned& a, const Planned& b) {
        return rankOf(a.recognised.shape) < rankOf(b.recognised.shape);
    });
    return plans;
}

Result<void> importAll(Workspace& workspace, std::vector<Planned>& plans,
                       const ImportOptions& options, ImportReport& report,
                       const std::stop_token& stop, const ProgressSink& progress) {
    std::int64_t total = 0;
    for (const Planned& planned : plans)
        total += planned.source.size();
    ProgressMeter meter(progress);
    std::int64_t before = 0;
    std::jthread settling; // takes what was read to the disk, so that little is left for the end
    for (Planned& planned : plans) {
        if (stop.stop_requested())
            return cancelled();
        FileReport& file = report.files[planned.index];
        const std::string step = fmt::format("Reading {}", file.path.filename().string());
        const auto tick = [&](std::int64_t bytes) {
            meter.report(step, static_cast<std::uint64_t>(before + bytes),
                         static_cast<std::uint64_t>(total), bytesUnit);
        };
        Result<void> imported = importOne(workspace, planned, options, file, stop, tick);
        if (!imported)
            return tl::unexpected<Error>(
                std::move(imported).error().within(file.path.filename().string()));
        if (&planned != &plans.back())
            settling = std::jthread([&workspace] { (void)workspace.makeDurable(); });
        before += planned.source.size();
        report.added += file.added;
        report.rejected += file.rejected;
    }
    return {};
}

} // namespace

Result<ImportReport> importFiles(Workspace& workspace, std::span<const std::filesystem::path> paths,
                                 const ImportOptions& options, std::stop_token stop,
                                 const ProgressSink& progress) {
    ImportReport report;
    std::vector<Planned> plans = planAll(paths, options, report);
    const Result<void> imported = importAll(workspace, plans, options, report, stop, progress);
    const Result<void> durable = workspace.makeDurable(); // also of an import that was cut short
    TRY(imported);
    TRY(durable);
    return report;
}

} // namespace agon::exchange
