// The whole window with all its panels, as app/agon builds it, for tests that go through it as a
// person does.
#pragma once

#include "app/agon/arena.h"
#include "app/agon/panels.h"
#include "core/base/clock.h"
#include "ui/bridge/arena_desk.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/bridge/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/import_command.h"
#include "ui/shell/import_reports.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigator.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace_commands.h"
#include "ui/widgets/notice_bar.h"

namespace agon::test {

struct WindowHarness {
    explicit WindowHarness(const QString& folder)
        : executor(3, clock)
        , settings(folder + QStringLiteral("/settings.ini"))
        , jobs(executor)
        , session(executor, clock)
        , arena(session, folder.toStdString())
        , context{session, jobs, actions, navigator, settings}
        , window(context)
        , commands(
              context, clock,
              [](const std::filesystem::path&, std::stop_token,
                 const ProgressSink&) -> Result<void> { return {}; },
              &window)
        , imports(context, reports, &window) {
        for (const ui::PanelSpec& spec : app::panels(reports, arena, clock))
            window.addPanel(spec);
        QObject::connect(&imports, &ui::ImportCommand::ended, &window,
                         &ui::MainWindow::showOutcome);
        window.start(commands);
        window.resize(1440, 900);
        window.show();
    }

    // What stands above the docks; empty while nothing does.
    [[nodiscard]] QString notice() const {
        const auto* bar = window.findChild<ui::NoticeBar*>();
        return bar && bar->isVisible() ? bar->text() : QString();
    }

    std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>();
    Executor executor;
    ui::Settings settings;
    ui::JobsFeed jobs;
    ui::Session session;
    app::Arena arena;
    ui::ActionRegistry actions;
    ui::Navigator navigator;
    ui::ImportReports reports;
    ui::PanelContext context;
    ui::MainWindow window;
    ui::WorkspaceCommands commands;
    ui::ImportCommand imports;
};

} // namespace agon::test
