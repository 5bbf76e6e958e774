#include "ui/shell/import_reports.h"

#include "ui/widgets/format_number.h"

#include <QStringList>

namespace agon::ui {

void ImportReports::put(std::uint64_t job, exchange::ImportReport report) {
    m_reports.insert(job, std::move(report));
    emit added(job);
}

const exchange::ImportReport* ImportReports::find(std::uint64_t job) const {
    const auto found = m_reports.constFind(job);
    return found == m_reports.constEnd() ? nullptr : &*found;
}

QString importSummary(const exchange::ImportReport& report) {
    std::int64_t duplicates = 0;
    std::int64_t invalid = 0;
    std::int64_t failedFiles = 0;
    for (const exchange::FileReport& file : report.files) {
        duplicates += file.duplicates;
        invalid += file.invalid;
        failedFiles += file.error ? 1 : 0;
    }
    QStringList parts{ImportReports::tr("%1 added").arg(formatCount(report.added))};
    if (duplicates > 0)
        parts.append(ImportReports::tr("%1 known before").arg(formatCount(duplicates)));
    if (invalid > 0)
        parts.append(ImportReports::tr("%1 invalid").arg(formatCount(invalid)));
    if (report.rejected > 0)
        parts.append(ImportReports::tr("%1 rejected").arg(formatCount(report.rejected)));
    if (failedFiles > 0)
        parts.append(ImportReports::tr("files not read: %1").arg(formatCount(failedFiles)));
    return parts.join(u", ");
}

bool hasRemarks(const exchange::ImportReport& report) {
    return report.rejected > 0 ||
           std::any_of(report.files.begin(), report.files.end(),
                       [](const exchange::FileReport& file) { return file.error.has_value(); });
}

} // namespace agon::ui
