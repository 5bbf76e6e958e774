// Builds the services, hands them to the window, decides nothing else.
#include "app/agon/arena.h"
#include "app/agon/command_line.h"
#include "app/agon/log.h"
#include "app/agon/panels.h"
#include "core/base/clock.h"
#include "core/jobs/executor.h"
#include "core/simulation/demo.h"
#include "ui/battles/review_desk.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/bridge/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/import_command.h"
#include "ui/shell/import_reports.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigator.h"
#include "ui/shell/run_command.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace_commands.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/format_number.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QScreen>
#include <QTranslator>

#include <spdlog/spdlog.h>

namespace {

using namespace Qt::StringLiterals;
using namespace agon;

void translate(QApplication& application) {
    const auto load = [&application](const QString& name, const QString& folder) {
        auto* translator = new QTranslator(&application);
        if (translator->load(QLocale(), name, u"_"_s, folder))
            QApplication::installTranslator(translator);
    };
    load(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(u"agon"_s, u":/i18n"_s);
}

Result<void> makeDemo(const std::filesystem::path& path, std::stop_token stop,
                      const ProgressSink& progress) {
    const simulation::DemoSummary made =
        TRY(simulation::makeDemo(path, simulation::demoSeed, std::move(stop), progress));
    const QString summary = QCoreApplication::translate("Demo", "%1 battles, %2 models")
                                .arg(ui::formatCount(made.battles), ui::formatCount(made.models));
    progress({summary.toStdString(), 0, 0}); // stays in the list of jobs
    return {};
}

ui::ThemeChoice themeChoice(const QString& name) {
    if (name == u"light")
        return ui::ThemeChoice::Light;
    return name == u"dark" ? ui::ThemeChoice::Dark : ui::ThemeChoice::System;
}

void follow(const ui::Settings& settings, ui::ThemeController& theme, ui::Session& session,
            const QString& themeNow) {
    const auto apply = [&](ui::Setting setting) {
        if (setting == ui::Setting::Theme)
            theme.setChoice(themeChoice(settings.text(ui::Setting::Theme)));
        else if (setting == ui::Setting::TextScale)
            theme.setUserScale(settings.number(ui::Setting::TextScale) / 100.0);
        else if (setting == ui::Setting::Annotator)
            session.setAnnotator(settings.text(ui::Setting::Annotator));
    };
    QObject::connect(&settings, &ui::Settings::changed, &theme, apply);
    apply(ui::Setting::TextScale);
    apply(ui::Setting::Annotator);
    if (themeNow.isEmpty())
        apply(ui::Setting::Theme);
    else
        theme.setChoice(themeChoice(themeNow)); // for this start only
}

// For a check that a build starts: ends once the workspace's battles are in the window.
void quitWhenShown(const ui::Session& session) {
    QObject::connect(&session, &ui::Session::tableChanged, qApp, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    QObject::connect(
        &session, &ui::Session::openFailed, qApp, [] { QCoreApplication::exit(1); },
        Qt::QueuedConnection);
}

} // namespace

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"agon"_s);
    QApplication::setApplicationDisplayName(u"Agon"_s);
    QApplication::setApplicationVersion(QStringLiteral(AGON_VERSION));
    translate(application);
    const app::CommandLine given = app::parseCommandLine(QApplication::arguments());
    app::startLog();
    spdlog::info("Agon {} starts", AGON_VERSION);

    const auto clock = std::make_shared<SystemClock>();
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    Executor executor(std::clamp(cores, 3U, 8U), clock);
    ui::Settings settings;
    ui::ThemeController theme;
    const ui::FocusRing focusRing;
    ui::JobsFeed jobs(executor);
    ui::Session session(executor, clock);
    ui::ActionRegistry actions;
    ui::Navigator navigator;
    ui::ImportReports reports;
    app::Arena arena(session, personFolder());
    const auto review = std::make_shared<std::weak_ptr<ui::ReviewDesk>>();
    follow(settings, theme, session, given.theme);
    if (given.layout)
        settings.set(ui::Setting::LayoutName, ui::layoutKey(*given.layout));

    const ui::PanelContext context{session, jobs, actions, navigator, settings};
    ui::MainWindow window(context);
    const QSize room = window.screen()->availableSize() - QSize(0, 40); // the frame's title
    window.resize(QSize(1440, 900).boundedTo(room));
    for (const ui::PanelSpec& spec : app::panels(reports, arena, clock, review))
        window.addPanel(spec);
    ui::WorkspaceCommands commands(context, clock, &makeDemo, &window);
    const ui::ImportCommand import(context, reports, &window);
    QObject::connect(&import, &ui::ImportCommand::ended, &window, &ui::MainWindow::showOutcome);
    const auto openBattle = [review] {
        const auto desk = review->lock();
        return desk ? desk->review.current() : BattleId{};
    };
    const ui::RunCommand run(context, arena.runs, openBattle, &window);
    QObject::connect(&run, &ui::RunCommand::failed, &window, &ui::MainWindow::showFailure);
    QObject::connect(&run, &ui::RunCommand::ended, &window, &ui::MainWindow::showOutcome);
    QObject::connect(&arena.desk, &ui::ArenaDesk::failed, &window, &ui::MainWindow::showFailure);
    window.start(commands);
    QObject::connect(&jobs, &ui::JobsFeed::ended, &jobs, [](const JobInfo& job) {
        if (job.state == JobState::Failed)
            spdlog::error("{}: {}", job.title, job.message);
    });

    window.show();
    if (!given.workspace.isEmpty())
        commands.open(given.workspace);
    else if (given.demo)
        commands.openDemo();
    if (given.quitWhenShown)
        quitWhenShown(session);
    const int code = QApplication::exec();
    spdlog::info("Agon ends");
    return code;
}
