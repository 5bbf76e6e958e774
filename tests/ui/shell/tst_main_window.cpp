#include "tests/ui/bridge/workspace_fixture.h"
#include "tests/ui/shell/widget_walk.h"
#include "ui/arena/run_desk.h"
#include "ui/bridge/arena_desk.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/bridge/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/card_button.h"
#include "ui/shell/import_command.h"
#include "ui/shell/import_reports.h"
#include "ui/shell/jobs_panel.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigator.h"
#include "ui/shell/recent_button.h"
#include "ui/shell/settings.h"
#include "ui/shell/start_page.h"
#include "ui/shell/workspace_commands.h"
#include "ui/theme/icon.h"
#include "ui/widgets/notice_bar.h"

#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

namespace {

// Has something typed in it that would be lost.
struct DraftPanel final : Panel {
    [[nodiscard]] QStringList unsaved() const override { return names; }
    void saveUnsaved(const std::function<void(bool)>& done) override {
        if (canSave)
            names = std::exchange(typedMeanwhile, {});
        done(canSave);
    }

    QStringList names;
    QStringList typedMeanwhile; // while it was saved
    bool canSave = true;
};

QMessageBox* question(const QWidget& window) {
    for (auto* box : window.findChildren<QMessageBox*>())
        if (box->isVisible())
            return box;
    return nullptr;
}

// The whole application with a panel of its own for the battles.
struct Application {
    explicit Application(const QString& folder)
        : executor(3, clock)
        , settings(folder + u"/settings.ini"_s)
        , jobs(executor)
        , session(executor, clock)
        , arena(session, std::make_shared<EnvironmentSecrets>(), folder.toStdString())
        , runs(arena)
        , context{session, jobs, actions, navigator, settings}
        , window(context) {
        PanelSpec battles;
        battles.id = u"battles"_s;
        battles.title = u"Battles"_s;
        battles.icon = Icon::Battles;
        battles.places = {{LayoutId::Review, Qt::LeftDockWidgetArea, 0, {}, true}};
        battles.make = [](const PanelContext&) {
            return std::make_unique<Panel>();
        };
        window.addPanel(battles);
        PanelSpec list;
        list.id = u"jobs"_s;
        list.title = u"Jobs"_s;
        list.icon = Icon::Jobs;
        list.places = {{LayoutId::Operate, Qt::RightDockWidgetArea, 420, {}, true},
                       {LayoutId::Review, Qt::RightDockWidgetArea, 420, {}, false}};
        list.make = [this](const PanelContext& given) {
            return std::make_unique<JobsPanel>(given, reports, clock, runs);
        };
        window.addPanel(list);
        PanelSpec draft;
        draft.id = u"draft"_s;
        draft.title = u"Draft"_s;
        draft.icon = Icon::Models;
        draft.places = {{LayoutId::Review, Qt::RightDockWidgetArea, 300, {}, true}};
        draft.make = [this](const PanelContext&) {
            auto panel = std::make_unique<DraftPanel>();
            drafts = panel.get();
            return panel;
        };
        window.addPanel(draft);
        commands = new WorkspaceCommands(
            context, clock,
            [](const std::filesystem::path& path, std::stop_token, const ProgressSink& progress) {
                progress({"battles", 1, 2});
                test::makeWorkspace(QString::fromStdString(path.string()), 4);
                return Result<void>();
            },
            &window);
        imports = new ImportCommand(context, reports, &window);
        window.start(*commands);
        window.resize(1280, 800);
        window.show();
    }

    std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>();
    Executor executor;
    Settings settings;
    JobsFeed jobs;
    Session session;
    ArenaDesk arena;
    RunDesk runs;
    ActionRegistry actions;
    Navigator navigator;
    ImportReports reports;
    PanelContext context;
    MainWindow window;
    DraftPanel* drafts = nullptr;          // the window's
    WorkspaceCommands* commands = nullptr; // the window's
    ImportCommand* imports = nullptr;      // the window's
};

void sayFaults(const QWidget& root) {
    const QStringList faults = test::accessibilityFaults(root);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup();

    void startPageOpensTheDemo();
    void startPageListsRecentWorkspaces();
    void aFileThatCannotBeOpenedIsToldInTheWindow();
    void aWorkspaceThatCannotBeMadeIsToldInTheWindow();
    void openingAndClosingChangesPages();
    void importIntoANewWorkspace();
    void closingWhileAJobRunsStopsItFirst();
    void nothingTypedIsLostByLeaving();
    void aCancelledCloseIsForgotten();
    void whatIsTypedAfterTheAnswerIsAskedAbout();
    void undoIsNamedInTheMenu();
    void everyControlSaysWhatItIs();

  private:
    void startJob();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Application> m_app;
    std::atomic<bool> m_stop = false; // the job
};

void TestMainWindow::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
}

void TestMainWindow::init() {
    QFile::remove(demoPath());
    m_folder = std::make_unique<QTemporaryDir>();
    m_app = std::make_unique<Application>(m_folder->path());
}

void TestMainWindow::cleanup() {
    m_stop = true;
    m_app.reset();
    m_folder.reset();
}

void TestMainWindow::startPageOpensTheDemo() {
    auto* page = m_app->window.findChild<StartPage*>();
    QVERIFY(page->isVisible());
    QPushButton* demo = nullptr;
    for (QPushButton* button : page->findChildren<QPushButton*>())
        if (button->text() == u"Open the demo")
            demo = button;
    QVERIFY(demo);
    demo->click();
    QVERIFY(!demo->isVisible()); // not twice: its progress stands in its place
    QTRY_VERIFY(m_app->session.isOpen());
    QCOMPARE(m_app->session.name(), u"demo.agon"_s);
    QTRY_VERIFY(!page->isVisible());
    QVERIFY(m_app->window.layouts().dock(u"battles"_s)->isVisible());
}

void TestMainWindow::startPageListsRecentWorkspaces() {
    const QString path = m_folder->filePath(u"study.agon"_s);
    test::makeWorkspace(path, 5);
    m_app->commands->open(path);
    QTRY_VERIFY(m_app->session.table() != nullptr);
    m_app->session.close();
    auto* page = m_app->window.findChild<StartPage*>();
    QTRY_VERIFY(page->isVisible());
    const auto buttons = page->findChildren<RecentButton*>();
    const auto listed = std::find_if(buttons.begin(), buttons.end(),
                                     [](const RecentButton* one) { return !one->isHidden(); });
    QVERIFY(listed != buttons.end());
    QCOMPARE((*listed)->text(), u"study.agon"_s);
    QVERIFY((*listed)->accessibleDescription().startsWith(u"5 models, 5 battles"_s));
    (*listed)->click();
    QTRY_VERIFY(m_app->session.isOpen());
}

void TestMainWindow::aFileThatCannotBeOpenedIsToldInTheWindow() {
    QFile file(m_folder->filePath(u"foreign.agon"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a workspace");
    file.close();
    m_app->commands->take({file.fileName()});
    auto* notice = m_app->window.findChild<NoticeBar*>();
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(!notice->text().isEmpty());
    QVERIFY(!m_app->session.isOpen());
}

void TestMainWindow::aWorkspaceThatCannotBeMadeIsToldInTheWindow() {
    m_app->session.create(m_folder->filePath(u"nowhere/new.agon"_s));
    const auto* notice = m_app->window.findChild<NoticeBar*>();
    QTRY_VERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(u"new.agon was not made"_s), qPrintable(notice->text()));
}

void TestMainWindow::openingAndClosingChangesPages() {
    const QString path = m_folder->filePath(u"study.agon"_s);
    test::makeWorkspace(path, 3);
    ActionRegistry& actions = m_app->actions;
    QVERIFY(!actions.action(ActionId::CloseWorkspace)->isEnabled());
    QVERIFY(!actions.action(ActionId::LayoutReview)->isEnabled());
    m_app->commands->open(path);
    QTRY_VERIFY(m_app->session.isOpen());
    QVERIFY(actions.action(ActionId::LayoutReview)->isChecked());
    actions.action(ActionId::LayoutOperate)->trigger();
    QVERIFY(m_app->window.layouts().dock(u"jobs"_s)->isVisible());
    QVERIFY(actions.action(ActionId::LayoutOperate)->isChecked());
    actions.action(ActionId::CloseWorkspace)->trigger();
    QVERIFY(m_app->window.findChild<StartPage*>()->isVisible());
    QVERIFY(!actions.action(ActionId::GoBattles)->isEnabled());
}

void TestMainWindow::importIntoANewWorkspace() {
    QFile file(m_folder->filePath(u"battles.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("model_a,model_b,winner\nalpha,beta,model_a\nalpha,beta,tie\nalpha,,model_a\n");
    file.close();
    ImportRequest request;
    request.files = {file.fileName()};
    request.newWorkspace = m_folder->filePath(u"new.agon"_s);
    QString summary;
    bool remarks = false;
    connect(m_app->imports, &ImportCommand::ended, this, [&](const QString& text, bool some) {
        summary = text;
        remarks = some;
    });
    m_app->imports->start(request);
    QTRY_VERIFY(!summary.isEmpty());
    QVERIFY2(summary.startsWith(u"2 added"_s), qPrintable(summary));
    QVERIFY(remarks);
    QTRY_VERIFY(m_app->session.table() && m_app->session.table()->size() == 2);
}

void TestMainWindow::closingWhileAJobRunsStopsItFirst() {
    const QString path = m_folder->filePath(u"study.agon"_s);
    test::makeWorkspace(path, 3);
    m_app->commands->open(path);
    QTRY_VERIFY(m_app->session.isOpen());
    std::atomic<bool> running = false;
    m_app->session.run<void>(
        JobSpec{"import", true},
        [&running](Workspace& workspace, const JobContext& context) -> Result<void> {
            TRY(test::addBattle(workspace, 50)); // committed: stays
            running = true;
            while (!context.stop.stop_requested())
                std::this_thread::yield();
            return cancelled();
        },
        this, [](const Result<void>&) {});
    QTRY_VERIFY(running);
    QTRY_COMPARE(m_app->jobs.running(), 1);
    m_app->window.close();
    QTRY_VERIFY(!m_app->window.isVisible());
    QCOMPARE(m_app->jobs.running(), 0);
    m_app->session.close();
    m_app.reset();
    const auto again = Workspace::open(path.toStdString());
    QVERIFY(again.has_value());
    const auto battles =
        (*again)->read<std::int64_t>([](Reader& reader) { return reader.count("battles"); });
    QCOMPARE(*battles, std::int64_t{4});
}

void TestMainWindow::nothingTypedIsLostByLeaving() {
    const QString path = m_folder->filePath(u"study.agon"_s);
    const QString other = m_folder->filePath(u"other.agon"_s);
    test::makeWorkspace(path, 3);
    test::makeWorkspace(other, 3);
    m_app->commands->open(path);
    QTRY_VERIFY(m_app->session.isOpen());
    const auto answer = [&](QMessageBox::StandardButton button) {
        question(m_app->window)->button(button)->click();
        QTRY_VERIFY(!question(m_app->window));
    };

    // another workspace
    m_app->drafts->names = {u"“alpha”"_s};
    m_app->commands->open(other);
    QTRY_VERIFY(question(m_app->window));
    QVERIFY(question(m_app->window)->text().contains(u"“alpha”"_s));
    QCOMPARE(question(m_app->window)->defaultButton(),
             question(m_app->window)->button(QMessageBox::Save));
    answer(QMessageBox::Cancel);
    QCOMPARE(m_app->session.name(), u"study.agon"_s);
    m_app->commands->open(other);
    QTRY_VERIFY(question(m_app->window));
    answer(QMessageBox::Save);
    QTRY_COMPARE(m_app->session.name(), u"other.agon"_s);

    // what was typed while it was saved
    m_app->drafts->names = {u"“alpha”"_s};
    m_app->drafts->typedMeanwhile = {u"“beta”"_s};
    m_app->actions.action(ActionId::CloseWorkspace)->trigger();
    QTRY_VERIFY(question(m_app->window));
    question(m_app->window)->button(QMessageBox::Save)->click();
    QTRY_VERIFY(question(m_app->window) && question(m_app->window)->text().contains(u"“beta”"_s));
    answer(QMessageBox::Cancel);
    QVERIFY(m_app->session.isOpen());

    // what cannot be saved keeps the workspace open
    m_app->drafts->names = {u"“alpha”"_s, u"“beta”"_s};
    m_app->drafts->canSave = false;
    m_app->actions.action(ActionId::CloseWorkspace)->trigger();
    QTRY_VERIFY(question(m_app->window));
    answer(QMessageBox::Save);
    QVERIFY(m_app->session.isOpen());

    // the window
    m_app->window.close();
    QTRY_VERIFY(question(m_app->window));
    QVERIFY(m_app->window.isVisible());
    answer(QMessageBox::Discard);
    QTRY_VERIFY(!m_app->window.isVisible());
}

// A job that stops when it is told to by the test only.
void TestMainWindow::startJob() {
    m_stop = false;
    m_app->session.run<void>(
        JobSpec{"import", true},
        [this](Workspace&, const JobContext&) -> Result<void> {
            while (!m_stop)
                std::this_thread::yield();
            return cancelled();
        },
        this, [](const Result<void>&) {});
    QTRY_COMPARE(m_app->jobs.running(), 1);
}

void TestMainWindow::aCancelledCloseIsForgotten() {
    const QString path = m_folder->filePath(u"study.agon"_s);
    test::makeWorkspace(path, 3);
    m_app->commands->open(path);
    QTRY_VERIFY(m_app->session.isOpen());
    startJob();
    m_app->window.close();
    QVERIFY(m_app->window.isVisible()); // until the job has stopped
    m_app->drafts->names = {u"“alpha”"_s};
    m_stop = true;
    QTRY_VERIFY(question(m_app->window));
    question(m_app->window)->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!question(m_app->window));
    m_app->drafts->names.clear();
    startJob();
    m_stop = true;
    QTRY_COMPARE(m_app->jobs.running(), 0);
    QVERIFY(m_app->window.isVisible());
}

void TestMainWindow::whatIsTypedAfterTheAnswerIsAskedAbout() {
    const QString path = m_folder->filePath(u"study.agon"_s);
    test::makeWorkspace(path, 3);
    m_app->commands->open(path);
    QTRY_VERIFY(m_app->session.isOpen());
    startJob();
    m_app->drafts->names = {u"“alpha”"_s};
    m_app->window.close();
    QTRY_VERIFY(question(m_app->window));
    question(m_app->window)->button(QMessageBox::Save)->click();
    QTRY_VERIFY(!question(m_app->window));
    QVERIFY(m_app->window.isVisible());
    m_app->drafts->names = {u"“beta”"_s};
    m_stop = true;
    QTRY_VERIFY(question(m_app->window));
    QVERIFY(question(m_app->window)->text().contains(u"“beta”"_s));
    question(m_app->window)->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!question(m_app->window));
    QVERIFY(m_app->window.isVisible());
}

void TestMainWindow::undoIsNamedInTheMenu() {
    const QString path = m_folder->filePath(u"study.agon"_s);
    test::makeWorkspace(path, 3);
    m_app->commands->open(path);
    QTRY_VERIFY(m_app->session.table() != nullptr);
    QAction* undo = m_app->actions.action(ActionId::Undo);
    QVERIFY(!undo->isEnabled());
    m_app->session.vote(BattleId{1}, Verdict::Tie, {}, false);
    QVERIFY(undo->isEnabled());
    QVERIFY2(undo->text().contains(u"#1"_s), qPrintable(undo->text()));
}

void TestMainWindow::everyControlSaysWhatItIs() {
    sayFaults(m_app->window);
    const QString path = m_folder->filePath(u"study.agon"_s);
    test::makeWorkspace(path, 3);
    m_app->commands->open(path);
    QTRY_VERIFY(m_app->session.isOpen());
    m_app->actions.action(ActionId::LayoutOperate)->trigger();
    for (const ActionId id :
         {ActionId::Palette, ActionId::Settings, ActionId::Keys, ActionId::About}) {
        m_app->actions.action(id)->trigger();
        for (QWidget* top : QApplication::topLevelWidgets())
            sayFaults(*top);
    }
    const ImportDialog dialog(m_app->executor, {}, u"new.agon"_s, nullptr);
    sayFaults(dialog);
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
