// The window: menus, bars, docks. What they do is elsewhere.
#pragma once

#include "ui/shell/dock_layouts.h"
#include "ui/shell/panel.h"

#include <QHash>
#include <QMainWindow>

class QMenu;
class QStackedWidget;

namespace agon::ui {

class CommandPalette;
class Leaving;
class NoticeBar;
class PanelBar;
class StartPage;
class StatusLine;
class WindowCorner;
class WorkspaceCommands;

class MainWindow final : public QMainWindow {
    Q_OBJECT

  public:
    explicit MainWindow(const PanelContext& context, QWidget* parent = nullptr);
    ~MainWindow() override;

    void addPanel(const PanelSpec& spec);
    // After the panels: builds menus and pages, and shows the start page.
    void start(WorkspaceCommands& commands);
    [[nodiscard]] DockLayouts& layouts() { return *m_layouts; }
    void showLayout(LayoutId layout);
    // A one-line notice above the docks, until it is dismissed or the next comes.
    void showFailure(const QString& message);
    // What a job came to: in the status bar, or as a notice when there is something to look at.
    void showOutcome(const QString& summary, bool remarks);

  protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void buildFrame();
    void bindActions();
    void connectLayouts();
    void connectSession();
    void workspaceOpened();
    void workspaceClosed();
    void setLayoutActionsEnabled(bool enabled);
    void updateHistory();
    void openDemoAt(const QString& panel);

    PanelContext m_context;
    WorkspaceCommands* m_commands = nullptr;
    QStackedWidget* m_pages = nullptr;
    QMainWindow* m_workbench = nullptr; // holds the docks, so that bars and notices lie outside
    DockLayouts* m_layouts = nullptr;
    StartPage* m_startPage = nullptr;
    PanelBar* m_panelBar = nullptr;
    WindowCorner* m_corner = nullptr;
    StatusLine* m_status = nullptr;
    NoticeBar* m_notice = nullptr;
    CommandPalette* m_palette = nullptr;
    Leaving* m_leaving;                   // asks before what was typed is lost
    std::vector<QMenu*> m_workspaceMenus; // hidden while none is open
    QHash<QString, PanelStatus> m_panelStatus;
    QString m_currentPanel;
    QString m_panelOnOpen;   // a first step of the start page
    bool m_closing = false;  // once what runs has stopped
    bool m_mayClose = false; // asked, and answered
};

} // namespace agon::ui
