// Import, from the chooser to the report: asks for files, shows the dialog, runs the job.
#pragma once

#include "ui/shell/import_dialog.h"
#include "ui/shell/panel.h"

#include <QObject>

namespace agon::ui {

class ImportReports;

class ImportCommand final : public QObject {
    Q_OBJECT

  public:
    // Answers Navigator::importRequested(); dialogs are shown over `window`.
    ImportCommand(const PanelContext& context, ImportReports& reports, QWidget* window);

    void start(const ImportRequest& request);

  signals:
    // An import has ended: its summary, and whether there is something to look at.
    void ended(const QString& summary, bool remarks);

  private:
    void ask();
    void showDialog(const QStringList& files);
    void run(const QStringList& files, const exchange::ImportOptions& options);
    void index(bool listed);
    [[nodiscard]] QString proposedWorkspace() const;

    PanelContext m_context;
    ImportReports& m_reports;
    QWidget* m_window;
    std::optional<ImportRequest> m_afterOpening; // waits for its new workspace
};

} // namespace agon::ui
