#include "ui/shell/workspace_commands.h"

#include "ui/bridge/gui_dispatcher.h"
#include "ui/bridge/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/leaving.h"
#include "ui/shell/navigator.h"
#include "ui/shell/recent_facts.h"
#include "ui/shell/settings.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

bool isWorkspaceFile(const QString& path) {
    return QFileInfo(path).suffix().compare(u"agon"_s, Qt::CaseInsensitive) == 0;
}

} // namespace

QString demoPath() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(u"demo.agon"_s);
}

WorkspaceCommands::WorkspaceCommands(const PanelContext& context,
                                     std::shared_ptr<const Clock> clock, MakeDemo makeDemo,
                                     QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_clock(std::move(clock))
    , m_makeDemo(std::move(makeDemo))
    , m_window(window)
    , m_recent(context.settings) {
    ActionRegistry& actions = m_context.actions;
    actions.bind(ActionId::NewWorkspace, window, [this] { askNew(); });
    actions.bind(ActionId::OpenWorkspace, window, [this] { askOpen(); });
    actions.bind(ActionId::OpenDemo, window, [this] { openDemo(); });
    actions.bind(ActionId::ImportFiles, window, [this] { m_context.navigator.importFiles({}); });
    actions.bind(ActionId::CloseWorkspace, window,
                 [this] { leave([this] { m_context.session.close(); }); });
    actions.action(ActionId::CloseWorkspace)->setEnabled(false);

    const Session& session = m_context.session;
    connect(&session, &Session::opened, this, [this] {
        m_context.actions.action(ActionId::CloseWorkspace)->setEnabled(true);
        remember();
    });
    connect(&session, &Session::closed, this,
            [this] { m_context.actions.action(ActionId::CloseWorkspace)->setEnabled(false); });
    connect(&session, &Session::tableChanged, this, &WorkspaceCommands::remember);
    connect(&session, &Session::openFailed, this,
            [this](const QString& path, const Error& error, bool making) {
                const QString words = making ? tr("%1 was not made: %2.", "file name, reason")
                                             : tr("%1 was not opened: %2.", "file name, reason");
                emit failed(
                    words.arg(QFileInfo(path).fileName(), QString::fromStdString(error.message)));
            });
}

QString WorkspaceCommands::folder() const {
    return m_context.settings.text(Setting::LastFolder);
}

void WorkspaceCommands::askNew() {
    auto* dialog =
        new QFileDialog(m_window, tr("New workspace"), folder(), tr("Agon workspaces (*.agon)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"agon"_s);
    dialog->setOption(
        QFileDialog::DontConfirmOverwrite); // an existing one is refused, not replaced
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_context.settings.set(Setting::LastFolder, QFileInfo(path).absolutePath());
        leave([this, path] { m_context.session.create(path); });
    });
    dialog->open();
}

void WorkspaceCommands::askOpen() {
    auto* dialog = new QFileDialog(m_window, tr("Open a workspace"), folder(),
                                   tr("Agon workspaces (*.agon);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_context.settings.set(Setting::LastFolder, QFileInfo(path).absolutePath());
        open(path);
    });
    dialog->open();
}

void WorkspaceCommands::open(const QString& path) {
    leave([this, file = QFileInfo(path).absoluteFilePath()] { m_context.session.open(file); });
}

void WorkspaceCommands::leave(std::function<void()> then) {
    if (m_leaving)
        m_leaving->ask(std::move(then));
    else
        then();
}

void WorkspaceCommands::openDemo() {
    const QString path = demoPath();
    if (QFileInfo::exists(path))
        open(path);
    else if (!makingDemo())
        makeDemo(path);
}

// Made beside its place and moved there when it is whole, so that a half-made demo is never opened.
void WorkspaceCommands::makeDemo(const QString& path) {
    const QString part = QFileInfo(path).absolutePath() + u"/demo-in-the-making.agon"_s;
    m_demo = m_context.session.executor().submit<void>(
        JobSpec{tr("Make the demo").toStdString()},
        [make = m_makeDemo, path, part](const JobContext& job) -> Result<void> {
            QDir().mkpath(QFileInfo(path).absolutePath());
            QFile::remove(part);
            const auto file = std::filesystem::path(part.toStdU16String());
            TRY(make(file, job.stop, job.progress));
            if (!QFile::rename(part, path))
                return fail(ErrorCode::Io, "the demo could not be moved to " + path.toStdString());
            return {};
        },
        std::make_shared<GuiDispatcher>(this),
        [this, path](const Result<void>& made) {
            m_demo = {};
            emit demoChanged();
            if (made)
                open(path);
            else if (made.error().code != ErrorCode::Cancelled)
                emit failed(tr("The demo could not be made: %1")
                                .arg(QString::fromStdString(made.error().text())));
        });
    emit demoChanged();
}

void WorkspaceCommands::take(const QStringList& files) {
    if (files.size() == 1 && isWorkspaceFile(files.front()))
        open(files.front());
    else if (!files.isEmpty())
        m_context.navigator.importFiles(files);
}

void WorkspaceCommands::remember() {
    const Session& session = m_context.session;
    RecentWorkspace entry;
    for (const RecentWorkspace& known : m_recent.list())
        if (known.path == session.path())
            entry = known;
    entry.path = session.path();
    entry.at = QDateTime::fromMSecsSinceEpoch(m_clock->now().milliseconds);
    if (session.table() && session.verdicts())
        describe(*session.table(), *session.verdicts(), entry);
    m_recent.put(entry);
    emit recentChanged();
    if (session.table() && session.verdicts())
        drawChart(entry);
}

void WorkspaceCommands::drawChart(const RecentWorkspace& entry) {
    const Session& session = m_context.session;
    m_chart.run<RecentWorkspace>(
        m_context.session, JobSpec{{}, false},
        [entry, table = session.table(), verdicts = session.verdicts(),
         policy = session.policy()](Workspace&, const JobContext& context) {
            RecentWorkspace drawn = entry;
            chart(*table, *verdicts, policy, context.stop, drawn);
            return Result<RecentWorkspace>(std::move(drawn));
        },
        this,
        [this](const Result<RecentWorkspace>& drawn) {
            m_recent.put(*drawn);
            emit recentChanged();
        });
}

} // namespace agon::ui
