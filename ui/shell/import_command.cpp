#include "ui/shell/import_command.h"

#include "core/arena/suspects.h"
#include "core/exchange/import.h"
#include "ui/bridge/session.h"
#include "ui/shell/import_reports.h"
#include "ui/shell/navigator.h"
#include "ui/shell/settings.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <filesystem>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

std::string jobTitle(const QStringList& files) {
    if (files.size() == 1)
        return ImportCommand::tr("Import %1")
            .arg(QFileInfo(files.front()).fileName())
            .toStdString();
    return ImportCommand::tr("Import %n files", nullptr, static_cast<int>(files.size()))
        .toStdString();
}

} // namespace

ImportCommand::ImportCommand(const PanelContext& context, ImportReports& reports, QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_reports(reports)
    , m_window(window) {
    connect(&context.navigator, &Navigator::importRequested, this,
            [this](const QStringList& files) {
                if (files.isEmpty())
                    ask();
                else
                    showDialog(files);
            });
    connect(&context.session, &Session::opened, this, [this] {
        if (m_afterOpening) {
            const ImportRequest request = *std::exchange(m_afterOpening, std::nullopt);
            run(request.files, request.options);
        } else {
            index(false);
        }
    });
    connect(&context.session, &Session::openFailed, this, [this] { m_afterOpening.reset(); });
}

void ImportCommand::ask() {
    auto* dialog =
        new QFileDialog(m_window, tr("Import"), m_context.settings.text(Setting::LastFolder),
                        tr("Answers, judgments, battles (*.json *.jsonl *.csv *.tsv)"
                           ";;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        m_context.settings.set(Setting::LastFolder, QFileInfo(files.front()).absolutePath());
        showDialog(files);
    });
    dialog->open();
}

QString ImportCommand::proposedWorkspace() const {
    if (m_context.session.isOpen())
        return {};
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    QString path = folder.filePath(u"study.agon"_s);
    for (int i = 2; QFileInfo::exists(path); ++i)
        path = folder.filePath(u"study-%1.agon"_s.arg(i));
    return path;
}

void ImportCommand::showDialog(const QStringList& files) {
    auto* dialog =
        new ImportDialog(m_context.session.executor(), files, proposedWorkspace(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::confirmed, this, &ImportCommand::start);
    dialog->open();
}

void ImportCommand::start(const ImportRequest& request) {
    if (request.newWorkspace.isEmpty()) {
        run(request.files, request.options);
        return;
    }
    m_afterOpening = request;
    QDir().mkpath(QFileInfo(request.newWorkspace).absolutePath());
    m_context.session.create(request.newWorkspace);
}

void ImportCommand::run(const QStringList& files, const exchange::ImportOptions& options) {
    std::vector<std::filesystem::path> paths;
    for (const QString& file : files)
        paths.emplace_back(file.toStdU16String());
    const auto id = std::make_shared<std::uint64_t>(0);
    const JobHandle job = m_context.session.run<exchange::ImportReport>(
        JobSpec{jobTitle(files), true},
        [paths, options](Workspace& workspace,
                         const JobContext& context) -> Result<exchange::ImportReport> {
            auto read =
                exchange::importFiles(workspace, paths, options, context.stop, context.progress);
            if (!read && paths.size() == 1)
                read.error().context.clear(); // the title names the file
            auto report = TRY(std::move(read));
            TRY(markSuspects(workspace));
            context.progress({importSummary(report).toStdString(), 0, 0}); // stays in the list
            return report;
        },
        this,
        [this, id](Result<exchange::ImportReport> report) {
            if (!report)
                return; // the Jobs panel and a notice say why
            const QString summary = importSummary(*report);
            const bool remarks = hasRemarks(*report);
            m_reports.put(*id, std::move(*report));
            emit ended(summary, remarks);
            index(true);
        });
    *id = job.id();
}

// Search finds texts that the index has not reached, only slower; so this may take its time.
void ImportCommand::index(bool listed) {
    if (m_context.session.workspace()->readOnly())
        return;
    m_context.session.run<void>(
        JobSpec{tr("Index texts for search").toStdString(), listed},
        [](Workspace& workspace, const JobContext& context) {
            return workspace.updateSearchIndex(context.stop, context.progress);
        },
        this, [](const Result<void>&) {});
}

} // namespace agon::ui
