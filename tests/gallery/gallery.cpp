// Draws all of the application to pictures: the start page, every layout, an empty workspace, in
// light and dark and in several sizes, on the demo or on a workspace of one's own.
#include "app/agon/arena.h"
#include "app/agon/panels.h"
#include "core/simulation/demo.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/bridge/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/dock_layouts.h"
#include "ui/shell/import_reports.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigator.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace_commands.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QImage>
#include <QPixmap>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>

namespace {

using namespace Qt::StringLiterals;
using namespace agon;

// Until the picture has stood still for half a second, and no longer than this many milliseconds.
constexpr qint64 patience = 60'000;
constexpr qint64 stillFor = 500;

QImage settled(QWidget& window) {
    QElapsedTimer whole;
    QElapsedTimer still;
    whole.start();
    still.start();
    QImage last;
    while (whole.elapsed() < patience) {
        QApplication::processEvents(QEventLoop::AllEvents, 50);
        QThread::msleep(20);
        const QImage now = window.grab().toImage();
        if (now != last) {
            last = now;
            still.restart();
        }
        if (still.elapsed() > stillFor)
            break;
    }
    return last;
}

class Gallery {
  public:
    Gallery(QString out, const QString& home)
        : m_out(std::move(out))
        , m_clock(std::make_shared<SystemClock>())
        , m_settingsFile(home + u"/settings.ini"_s) {}

    // One window from nothing, as a person would see it first.
    void draw(const QString& name, const QString& workspace, std::optional<ui::LayoutId> layout,
              ui::ThemeChoice choice, const QSize& size) {
        QFile::remove(m_settingsFile);
        m_theme.setChoice(choice);
        Executor executor(3, m_clock);
        ui::Settings settings(m_settingsFile);
        ui::JobsFeed jobs(executor);
        ui::Session session(executor, m_clock);
        session.setAnnotator(u"mira"_s);
        app::Arena arena(session, QFileInfo(m_settingsFile).path().toStdString());
        ui::ActionRegistry actions;
        ui::Navigator navigator;
        ui::ImportReports reports;
        const ui::PanelContext context{session, jobs, actions, navigator, settings};
        ui::MainWindow window(context);
        for (const ui::PanelSpec& spec : app::panels(reports, arena, m_clock))
            window.addPanel(spec);
        const ui::MakeDemo makeDemo = [](const std::filesystem::path& path, std::stop_token stop,
                                         const ProgressSink& progress) -> Result<void> {
            TRY(simulation::makeDemo(path, simulation::demoSeed, std::move(stop), progress));
            return {};
        };
        ui::WorkspaceCommands commands(context, m_clock, makeDemo, &window);
        window.start(commands);
        window.resize(size);
        window.show();
        if (!workspace.isEmpty()) {
            commands.open(workspace);
            QElapsedTimer wait;
            wait.start();
            while (!session.table() && wait.elapsed() < patience)
                QApplication::processEvents(QEventLoop::AllEvents, 50);
        }
        if (layout)
            window.showLayout(*layout);
        const QString path = m_out + u'/' + name + u".png"_s;
        if (!settled(window).save(path))
            std::fprintf(stderr, "gallery: cannot write %s\n", qPrintable(path));
        else
            std::printf("%s\n", qPrintable(path));
    }

  private:
    QString m_out;
    std::shared_ptr<const SystemClock> m_clock;
    QString m_settingsFile;
    ui::ThemeController m_theme;
    ui::FocusRing m_focusRing;
};

} // namespace

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"agon-gallery"_s);
    QApplication::setApplicationVersion(u"gallery"_s);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption out(u"out"_s, u"Folder for the pictures."_s, u"DIR"_s, u"gallery"_s);
    const QCommandLineOption given(u"workspace"_s, u"Instead of the demo."_s, u"FILE"_s);
    parser.addOptions({out, given});
    parser.process(application);

    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    QDir().mkpath(parser.value(out));
    QString workspace = parser.value(given);
    if (workspace.isEmpty()) {
        workspace = home.filePath(u"demo.agon"_s);
        if (const auto made =
                simulation::makeDemo(workspace.toStdString(), simulation::demoSeed, {}, {});
            !made) {
            std::fprintf(stderr, "gallery: %s\n", made.error().text().c_str());
            return 1;
        }
    }
    const QString empty = home.filePath(u"empty.agon"_s);
    if (!Workspace::create(empty.toStdString()))
        return 1;

    struct Layout {
        const char* name;
        ui::LayoutId id;
    };
    constexpr Layout layouts[] = {{"review", ui::LayoutId::Review},
                                  {"analyse", ui::LayoutId::Analyse},
                                  {"operate", ui::LayoutId::Operate}};
    Gallery gallery(parser.value(out), home.path());
    for (const auto& [theme, choice] : {std::pair{u"light"_s, ui::ThemeChoice::Light},
                                        std::pair{u"dark"_s, ui::ThemeChoice::Dark}}) {
        gallery.draw(u"start-"_s + theme, {}, {}, choice, {1440, 900});
        for (const Layout& layout : layouts) {
            const QString name = QString::fromLatin1(layout.name);
            gallery.draw(name + u'-' + theme, workspace, layout.id, choice, {1440, 900});
            gallery.draw(name + u"-1280-"_s + theme, workspace, layout.id, choice, {1280, 800});
            gallery.draw(name + u"-1100-"_s + theme, workspace, layout.id, choice, {1100, 700});
            gallery.draw(name + u"-empty-"_s + theme, empty, layout.id, choice, {1440, 900});
        }
    }
    return 0;
}
