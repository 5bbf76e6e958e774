// The chosen job: how far it is, what it left out by cause, its log; cancel and the report.
#pragma once

#include "core/exchange/import.h"
#include "core/jobs/executor.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace agon::ui {

class ErrorCausesModel;
class JobProgress;
class SectionHeader;

class JobDetail final : public QWidget {
    Q_OBJECT

  public:
    explicit JobDetail(QWidget* parent = nullptr);

    // `report`: what an import came to, when it has ended; else null.
    void show(const JobInfo& job, const exchange::ImportReport* report, Timestamp now);

  signals:
    void cancelWanted();
    void linesWanted(const QString& reason); // empty: all
    void invalidWanted();                    // the battles whose judgment failed

  private:
    [[nodiscard]] QWidget* causes();
    void showCauses(const JobInfo& job, const exchange::ImportReport* report);
    void showLog(const JobInfo& job);
    void openCause(int row);

    SectionHeader* m_header;
    QPushButton* m_lines;
    QPushButton* m_cancel;
    JobProgress* m_progress;
    ErrorCausesModel* m_causes;
    QTableView* m_causesView = nullptr;
    SectionHeader* m_logHeader;
    QPlainTextEdit* m_log;
    QString m_logged;         // in the log; to ask it would be to put it together again
    std::uint64_t m_told = 0; // the job whose causes are shown
};

} // namespace agon::ui
