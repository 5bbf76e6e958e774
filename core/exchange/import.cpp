#include "core/exchange/import.h"

#include "core/exchange/importer.h"
#include "core/exchange/recognise.h"
#include "core/text/repair.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace agon::exchange {
namespace {

using Steady = std::chrono::steady_clock;

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
        RecordSplitter splitter([this](std::span<char> into) { return m_source.read(into); },
                                m_recognised.layout);
        bool header = m_recognised.layout == Layout::Table;
        RawRecord raw;
        while (TRY(splitter.next(raw))) {
            if (m_stop.stop_requested())
                return cancelled();
            tick(splitter.bytesRead());
            if (header) {
                header = false;
                m_delimiter = delimiterOf(raw.bytes);
                continue;
            }
            ++m_report.rows;
            if (!raw.problem.empty()) {
                settle(raw.line, reject(raw.problem));
                continue;
            }
            const Result<Outcome> outcome = readRow(appender, raw);
            if (!outcome && !isRejection(outcome.error()))
                return tl::unexpected<Error>(outcome.error());
            settle(raw.line, outcome);
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
    Result<Outcome> readRow(Appender& appender, const RawRecord& raw) {
        SourceRow row;
        row.line = raw.line;
        row.offset = raw.offset;
        row.length = static_cast<std::int64_t>(raw.bytes.size());
        row.number = ++m_number;
        if (m_recognised.layout == Layout::Table) {
            const Repaired repaired = repairText(raw.bytes);
            row.marks = repaired.marks();
            const auto cells = csvFields(repaired.text(), m_delimiter);
            if (cells.size() != m_file.columns.size())
                return reject(fmt::format("the row has {} fields, but there are {} columns",
                                          cells.size(), m_file.columns.size()));
            row.cells = cells;
            return m_importer.row(appender, row);
        }
        row.json = TRY(m_record.parse(raw.bytes));
        if (row.json.kind() != JsonValue::Kind::Object)
            return reject("the record is not a JSON object");
        row.record = &m_record;
        row.marks = m_record.marks();
        return m_importer.row(appender, row);
    }

    void settle(std::int64_t line, const Result<Outcome>& outcome) {
        if (!outcome) {
            ++m_report.rejected;
            if (m_report.rejections.size() < maxRejections)
                m_report.rejections.push_back({line, outcome.error().text()});
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
    JsonRecord m_record;
    std::int64_t m_number = 0;
    char m_delimiter = ',';
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
    TRY(workspace.write<void>([&](Appender& appender) { return reading.run(appender, tick); }));
    report.seconds = std::chrono::duration<double>(Steady::now() - begun).count();
    return {};
}

} // namespace

Result<ImportReport> importFiles(Workspace& workspace, std::span<const std::filesystem::path> paths,
                                 const ImportOptions& options, std::stop_token stop,
                                 const ProgressSink& progress) {
    ImportReport report;
    std::vector<Planned> plans;
    std::int64_t total = 0;
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
        total += planned->source.size();
        plans.push_back(std::move(*planned));
    }
    std::stable_sort(plans.begin(), plans.end(), [](const Planned& a, const Planned& b) {
        return rankOf(a.recognised.shape) < rankOf(b.recognised.shape);
    });

    ProgressMeter meter(progress);
    std::int64_t before = 0;
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
        before += planned.source.size();
        report.added += file.added;
        report.rejected += file.rejected;
    }
    return report;
}

} // namespace agon::exchange
