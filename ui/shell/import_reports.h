// What became of the files of each import of this sitting, for the Jobs panel to show.
#pragma once

#include "core/exchange/import.h"

#include <QHash>
#include <QObject>
#include <QString>

namespace agon::ui {

class ImportReports final : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    void put(std::uint64_t job, exchange::ImportReport report);
    [[nodiscard]] const exchange::ImportReport* find(std::uint64_t job) const;

  signals:
    void added(quint64 job);

  private:
    QHash<quint64, exchange::ImportReport> m_reports;
};

// "11,198 added, 37 known before, 2 rejected"
[[nodiscard]] QString importSummary(const exchange::ImportReport& report);
// Rows were rejected, or whole files.
[[nodiscard]] bool hasRemarks(const exchange::ImportReport& report);

} // namespace agon::ui
