#include "ui/shell/main_window.h"

#include "ui/bridge/jobs_feed.h"
#include "ui/bridge/session.h"
#include "ui/shell/about.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/drop_zone.h"
#include "ui/shell/keys_window.h"
#include "ui/shell/leaving.h"
#include "ui/shell/menus.h"
#include "ui/shell/navigator.h"
#include "ui/shell/palette_entries.h"
#include "ui/shell/panel_bar.h"
#include "ui/shell/settings.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/start_page.h"
#include "ui/shell/status_line.h"
#include "ui/shell/window_corner.h"
#include "ui/shell/workspace_commands.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice_bar.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr std::pair<ActionId, const char16_t*> panelActions[] = {
    {ActionId::GoModels, u"models"},       {ActionId::GoBattles, u"battles"},
    {ActionId::GoRationale, u"rationale"}, {ActionId::GoRatings, u"ratings"},
    {ActionId::GoJobs, u"jobs"},
};

constexpr std::pair<ActionId, LayoutId> layoutActions[] = {
    {ActionId::LayoutReview, LayoutId::Review},
    {ActionId::LayoutAnalyse, LayoutId::Analyse},
    {ActionId::LayoutOperate, LayoutId::Operate},
};

constexpr std::pair<ActionId, const char16_t*> themeActions[] = {
    {ActionId::ThemeSystem, u"system"},
    {ActionId::ThemeLight, u"light"},
    {ActionId::ThemeDark, u"dark"},
};

// The line under the menu bar.
class TopLine final : public QWidget {
  public:
    using QWidget::QWidget;

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(0, 0, width(), 1, Theme::of(palette()).color(Colour::Border));
    }
};

} // namespace

MainWindow::MainWindow(const PanelContext& context, QWidget* parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_leaving(new Leaving(context.navigator, this)) {
    setObjectName(u"MainWindow"_s);
    setWindowTitle(tr("Agon"));
    setWindowIcon(appIcon());
    setAcceptDrops(true);
    setMinimumSize(scaled(900), scaled(560));
    buildFrame();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame() {
    auto* frame = new TopLine(this);
    m_panelBar = new PanelBar(frame);
    m_notice = new NoticeBar(frame);
    m_notice->setLink(tr("Dismiss"));
    m_notice->hide();
    connect(m_notice, &NoticeBar::linkActivated, this, [this] {
        m_notice->hide();
        if (m_pages->currentWidget() == m_workbench)
            m_layouts->raiseFirst(); // or the keyboard would stay in the bar at the left
    });
    m_pages = new QStackedWidget(frame);
    m_workbench = new QMainWindow(m_pages);
    m_workbench->setWindowFlags(Qt::Widget); // it made itself a window
    m_pages->addWidget(m_workbench);
    m_layouts = new DockLayouts(*m_workbench, m_context.settings, this);

    auto* content = new QVBoxLayout;
    content->setSpacing(0);
    content->addWidget(m_notice);
    content->addWidget(m_pages, 1);
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(0, 1, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_panelBar);
    row->addLayout(content, 1);
    setCentralWidget(frame);

    m_status = new StatusLine(m_context, this);
    setStatusBar(m_status);
    connect(m_status, &StatusLine::jobsWanted, this,
            [this] { m_context.navigator.showPanel(u"jobs"_s); });
}

void MainWindow::addPanel(const PanelSpec& spec) {
    std::unique_ptr<Panel> panel = spec.make(m_context);
    connect(panel.get(), &Panel::statusChanged, this,
            [this, id = spec.id](const PanelStatus& status) {
                m_panelStatus.insert(id, status);
                if (m_currentPanel == id)
                    m_status->showPanelStatus(status);
            });
    const auto go = std::find_if(std::begin(panelActions), std::end(panelActions),
                                 [&](const auto& entry) { return spec.id == entry.second; });
    m_leaving->watch(spec.id, panel.get());
    QKeySequence keys;
    if (go != std::end(panelActions)) {
        keys = m_context.actions.action(go->first)->shortcut();
        m_context.actions.bind(go->first, this,
                               [this, id = spec.id] { m_context.navigator.showPanel(id); });
    }
    if (spec.inBar)
        m_panelBar->addPanel(spec.id, spec.title, spec.icon,
                             keys.toString(QKeySequence::NativeText));
    m_layouts->add(spec, std::move(panel), keys);
}

void MainWindow::start(WorkspaceCommands& commands) {
    m_commands = &commands;
    commands.setLeaving(m_leaving);
    m_startPage = new StartPage(m_context, commands, m_pages);
    m_pages->addWidget(m_startPage);
    connect(m_startPage, &StartPage::demoStepChosen, this,
            [this](const QString& panel) { openDemoAt(panel); });
    connect(&commands, &WorkspaceCommands::failed, this, &MainWindow::showFailure);
    m_palette = new CommandPalette(this);
    bindActions();
    m_workspaceMenus = buildMenus(*menuBar(), m_context.actions, *m_layouts);
    m_corner = new WindowCorner(m_context.actions, this);
    menuBar()->setCornerWidget(m_corner, Qt::TopRightCorner);
    m_panelBar->addAction(m_context.actions.action(ActionId::Settings), tr("Settings"),
                          Icon::Settings);
    m_panelBar->addAction(m_context.actions.action(ActionId::Keys), tr("Keys"), Icon::Keys);
    connectLayouts();
    connectSession();
    workspaceClosed();
    restoreGeometry(m_context.settings.bytes(Setting::WindowGeometry));
}

void MainWindow::bindActions() {
    ActionRegistry& actions = m_context.actions;
    actions.bind(ActionId::Quit, this, [this] { close(); });
    actions.bind(ActionId::Undo, this, [this] { m_context.session.undo(); });
    actions.bind(ActionId::Redo, this, [this] { m_context.session.redo(); });
    actions.bind(ActionId::Settings, this, [this] {
        auto* dialog = new SettingsDialog(m_context.settings, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    actions.bind(ActionId::Palette, this,
                 [this] { m_palette->popUp(paletteEntries(m_context, *m_commands)); });
    actions.bind(ActionId::Keys, this, [this] {
        auto* keys = new KeysWindow(m_context.actions, this);
        keys->setAttribute(Qt::WA_DeleteOnClose);
        keys->show();
    });
    actions.bind(ActionId::About, this, [this] { showAbout(this); });
    for (const auto& [id, layout] : layoutActions)
        actions.bind(id, this, [this, layout = layout] { showLayout(layout); });
    actions.bind(ActionId::ResetLayout, this, [this] { m_layouts->reset(); });
    const QString theme = m_context.settings.text(Setting::Theme);
    for (const auto& [id, name] : themeActions) {
        const QString key = QString::fromUtf16(name);
        actions.bind(id, this, [this, key] { m_context.settings.set(Setting::Theme, key); });
        actions.action(id)->setChecked(theme == key);
    }
    connect(&m_context.settings, &Settings::changed, this, [this](Setting setting) {
        if (setting != Setting::Theme)
            return;
        const QString now = m_context.settings.text(Setting::Theme);
        for (const auto& [id, name] : themeActions)
            m_context.actions.action(id)->setChecked(now == name);
    });
}

void MainWindow::connectLayouts() {
    connect(m_panelBar, &PanelBar::chosen, &m_context.navigator, &Navigator::showPanel);
    connect(&m_context.navigator, &Navigator::panelRequested, this, [this](const QString& id) {
        if (m_context.session.isOpen())
            m_layouts->raise(id);
    });
    connect(m_layouts, &DockLayouts::panelRaised, this, [this](const QString& id) {
        m_currentPanel = id;
        m_panelBar->setCurrent(id);
        m_status->showPanelStatus(m_panelStatus.value(id));
    });
    connect(m_corner, &WindowCorner::layoutChosen, this, &MainWindow::showLayout);
    connect(m_layouts, &DockLayouts::layoutChanged, this, [this](LayoutId layout) {
        m_corner->setLayoutShown(layout);
        for (const auto& [id, entry] : layoutActions)
            m_context.actions.action(id)->setChecked(entry == layout);
        m_layouts->raiseFirst();
    });
}

void MainWindow::connectSession() {
    const Session& session = m_context.session;
    connect(&session, &Session::opened, this, &MainWindow::workspaceOpened);
    connect(&session, &Session::closed, this, &MainWindow::workspaceClosed);
    connect(&session, &Session::failed, this, &MainWindow::showFailure);
    connect(&session, &Session::historyChanged, this, &MainWindow::updateHistory);
    connect(&session, &Session::historyMoved, &m_context.navigator, &Navigator::showBattle);
    connect(&m_context.jobs, &JobsFeed::changed, this, [this] {
        m_panelBar->setBadge(u"jobs"_s, m_context.jobs.running());
        if (m_closing && m_context.jobs.running() == 0)
            close();
    });
    connect(&m_context.jobs, &JobsFeed::ended, this, [this](const JobInfo& job) {
        if (job.state == JobState::Failed)
            showFailure(tr("%1: %2").arg(QString::fromStdString(job.title),
                                         QString::fromStdString(job.message)));
    });
}

void MainWindow::workspaceOpened() {
    const Session& session = m_context.session;
    setWindowTitle(tr("%1 — Agon").arg(session.name()));
    m_corner->setWorkspace(session.name(), session.path());
    m_panelBar->show();
    m_pages->setCurrentWidget(m_workbench);
    setLayoutActionsEnabled(true);
    m_notice->hide();
    m_layouts->showCurrent();
    if (!session.readOnlyReason().isEmpty()) {
        m_notice->say(Tone::Warning, tr("Read-only."), session.readOnlyReason());
        m_notice->setVisible(true);
    }
    updateHistory();
    if (!m_panelOnOpen.isEmpty())
        m_context.navigator.showPanel(std::exchange(m_panelOnOpen, {}));
}

void MainWindow::workspaceClosed() {
    setWindowTitle(tr("Agon"));
    m_corner->setWorkspace({}, {});
    m_panelBar->hide();
    m_layouts->hideAll();
    m_pages->setCurrentWidget(m_startPage);
    m_panelStatus.clear();
    setLayoutActionsEnabled(false);
    updateHistory();
}

void MainWindow::setLayoutActionsEnabled(bool enabled) {
    for (QMenu* menu : m_workspaceMenus)
        menu->menuAction()->setVisible(enabled);
    for (const auto& [id, layout] : layoutActions)
        m_context.actions.action(id)->setEnabled(enabled);
    for (const auto& [id, panel] : panelActions)
        m_context.actions.action(id)->setEnabled(enabled &&
                                                 m_layouts->dock(QString::fromUtf16(panel)));
    m_context.actions.action(ActionId::ResetLayout)->setEnabled(enabled);
}

void MainWindow::updateHistory() {
    const VoteHistory& history = m_context.session.history();
    QAction* undo = m_context.actions.action(ActionId::Undo);
    QAction* redo = m_context.actions.action(ActionId::Redo);
    undo->setEnabled(history.canUndo());
    redo->setEnabled(history.canRedo());
    undo->setText(history.canUndo() ? tr("Undo %1").arg(history.undoName()) : tr("Undo"));
    redo->setText(history.canRedo() ? tr("Redo %1").arg(history.redoName()) : tr("Redo"));
}

void MainWindow::showLayout(LayoutId layout) {
    if (m_context.session.isOpen())
        m_layouts->switchTo(layout);
}

void MainWindow::showFailure(const QString& message) {
    m_notice->say(Tone::Danger, QString(), message);
    m_notice->setVisible(true);
}

void MainWindow::showOutcome(const QString& summary, bool remarks) {
    if (remarks) {
        m_notice->say(Tone::Warning, summary + u'.', tr("Jobs shows what was left out and why."));
        m_notice->setVisible(true);
    } else {
        m_status->say(summary);
    }
}

void MainWindow::openDemoAt(const QString& panel) {
    m_panelOnOpen = panel;
    m_commands->openDemo();
}

// What was typed is asked about; jobs are asked to stop and waited for without blocking; what they
// have committed stays.
void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_mayClose && !m_leaving->unsaved().isEmpty()) {
        event->ignore();
        m_closing = false; // now the answer decides
        m_leaving->ask([this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    if (m_context.jobs.running() > 0) {
        m_context.jobs.cancelAll();
        m_notice->say(Tone::Neutral, tr("Stopping what runs."),
                      tr("What is committed stays; the window closes by itself."));
        m_notice->setVisible(true);
        m_closing = true;
        m_mayClose = false; // of what is typed until then
        event->ignore();
        return;
    }
    m_layouts->save();
    m_context.settings.set(Setting::WindowGeometry, saveGeometry());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!filesOf(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    m_commands->take(filesOf(event->mimeData()));
}

} // namespace agon::ui
