// New, open, demo, import, close: what the File menu, the start page and dropped files do.
#pragma once

#include "core/base/result.h"
#include "core/jobs/executor.h"
#include "ui/bridge/latest.h"
#include "ui/shell/panel.h"
#include "ui/shell/recent_workspaces.h"

#include <QObject>

#include <filesystem>
#include <stop_token>

namespace agon::ui {

class Leaving;

// Makes the simulated flywheel at this path (core/simulation); injected by app/agon. After an error
// there is no file.
using MakeDemo = std::function<Result<void>(const std::filesystem::path& path, std::stop_token stop,
                                            const ProgressSink& progress)>;

class WorkspaceCommands final : public QObject {
    Q_OBJECT

  public:
    // Dialogs are shown over `window`; the actions of the File menu are bound to it.
    WorkspaceCommands(const PanelContext& context, std::shared_ptr<const Clock> clock,
                      MakeDemo makeDemo, QWidget* window);

    // Asked before the open workspace is left; without one it is left at once.
    void setLeaving(Leaving* leaving) { m_leaving = leaving; }
    [[nodiscard]] RecentWorkspaces& recent() { return m_recent; }

    void askNew();
    void askOpen();
    void open(const QString& path);
    // Opens the user's demo; makes it first, in a listed job, when there is none.
    void openDemo();
    // Sorts out dropped files: a workspace is opened, all else is offered for import.
    void take(const QStringList& files);
    [[nodiscard]] bool makingDemo() const { return m_demo.id() != 0; }
    [[nodiscard]] std::uint64_t demoJob() const { return m_demo.id(); }

  signals:
    void failed(const QString& message);
    void demoChanged(); // makingDemo()
    void recentChanged();

  private:
    void leave(std::function<void()> then);
    void makeDemo(const QString& path);
    void remember();
    void drawChart(const RecentWorkspace& entry);
    [[nodiscard]] QString folder() const;

    PanelContext m_context;
    std::shared_ptr<const Clock> m_clock;
    MakeDemo m_makeDemo;
    QWidget* m_window;
    Leaving* m_leaving = nullptr;
    RecentWorkspaces m_recent;
    JobHandle m_demo;
    Latest m_chart;
};

// Where the user's own demo is kept.
[[nodiscard]] QString demoPath();

} // namespace agon::ui
