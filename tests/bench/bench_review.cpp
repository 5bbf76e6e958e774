// What the review of a large workspace asks of the GUI thread: the longest turn of its event loop
// while battles are opened, voted on, sorted and scrolled. Prints figures; asserts nothing.
//
//   bench_review FILE
//
// FILE as bench_workspace makes it; votes are written into it, so give it a copy.
#include "app/agon/arena.h"
#include "app/agon/panels.h"
#include "ui/battles/battle_list.h"
#include "ui/battles/battle_table_view.h"
#include "ui/battles/battles_panel.h"
#include "ui/battles/queue_view.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/bridge/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/dock_layouts.h"
#include "ui/shell/import_reports.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigator.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace_commands.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>

namespace {

using namespace Qt::StringLiterals;
using namespace agon;

// Knows how long the longest event took.
class Application final : public QApplication {
  public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        if (m_depth++ > 0) {
            const bool done = QApplication::notify(receiver, event);
            --m_depth;
            return done;
        }
        QElapsedTimer timer;
        timer.start();
        const bool done = QApplication::notify(receiver, event);
        --m_depth;
        m_longest = std::max(m_longest, timer.nsecsElapsed());
        return done;
    }
    double takeLongest() { return static_cast<double>(std::exchange(m_longest, 0)) / 1e6; }

  private:
    int m_depth = 0;
    qint64 m_longest = 0;
};

void settle(Application& application, const char* what, qint64 quiet = 1500) {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < quiet) {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
        QThread::msleep(1);
    }
    std::printf("%-44s longest turn %8.1f ms\n", what, application.takeLongest());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char* argv[]) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    Application application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "bench_review FILE\n");
        return 2;
    }
    const QTemporaryDir home;
    const auto clock = std::make_shared<SystemClock>();
    ui::ThemeController theme;
    Executor executor(3, clock);
    ui::Settings settings(home.filePath(u"settings.ini"_s));
    ui::JobsFeed jobs(executor);
    ui::Session session(executor, clock);
    session.setAnnotator(u"bench"_s);
    app::Arena arena(session, home.path().toStdString());
    ui::ActionRegistry actions;
    ui::Navigator navigator;
    ui::ImportReports reports;
    ui::MainWindow window({session, jobs, actions, navigator, settings});
    for (const ui::PanelSpec& spec : app::panels(reports, arena, clock))
        window.addPanel(spec);
    ui::WorkspaceCommands commands({session, jobs, actions, navigator, settings}, clock,
                                   ui::MakeDemo(), &window);
    window.start(commands);
    window.resize(1440, 900);
    window.show();
    settle(application, "start page", 500);
    commands.open(QString::fromLocal8Bit(argv[1]));
    while (!session.table())
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    std::printf("%zu battles\n", session.table()->size());
    settle(application, "opening", 6000);

    const auto trigger = [&](ui::ActionId id) {
        actions.action(id)->trigger();
    };
    const auto* panel = qobject_cast<ui::BattlesPanel*>(window.layouts().panel(u"battles"_s));
    trigger(ui::ActionId::NextBattle);
    settle(application, "next battle");
    trigger(ui::ActionId::VoteA);
    settle(application, "a vote", 4000);
    for (int i = 0; i < 5; ++i) {
        trigger(ui::ActionId::VoteB);
        settle(application, "a vote, once more", 300);
    }
    settle(application, "what followed", 4000);
    trigger(ui::ActionId::UndoVote);
    settle(application, "undo", 4000);
    panel->queue()->next()->verticalScrollBar()->setValue(
        panel->queue()->next()->verticalScrollBar()->maximum() / 2);
    settle(application, "to the middle of the queue");
    trigger(ui::ActionId::NextQueue);
    settle(application, "another queue", 4000);
    navigator.showBattles({});
    settle(application, "no filter", 4000);

    trigger(ui::ActionId::ToggleTable);
    settle(application, "the table");
    QScrollBar* bar = panel->table()->verticalScrollBar();
    for (int step = 1; step <= 10; ++step) {
        bar->setValue(bar->maximum() / 10 * step);
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    settle(application, "scrolling the table");
    emit panel->table()->horizontalHeader()->sectionClicked(9);
    settle(application, "sorting by gap", 4000);
    emit panel->table()->horizontalHeader()->sectionClicked(11);
    settle(application, "sorting by length", 4000);
    trigger(ui::ActionId::VoteA);
    settle(application, "a vote in the table", 4000);
    for (int i = 0; i < 20; ++i) {
        trigger(ui::ActionId::NextBattle);
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    settle(application, "twenty battles on");
    trigger(ui::ActionId::ToggleTable);
    settle(application, "back to the review");
    return 0;
}
