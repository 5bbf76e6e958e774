// The window: menus, bars, docks. What they do is elsewhere.
#pragma once

#include "ui/shell/dock_layouts.h"
#include "ui/shell/panel.h"

#include <QMainWindow>

namespace agon::ui {

class CommandPalette;
class NoticeBar;
class PanelBar;
class StartPage;
class StatusLine;
class ThemeController;
class WindowCorner;
class WorkspaceCommands;

class MainWindow final : public QMainWindow {
    Q_OBJECT

  public:
    // `commands` is made by the entry point with this window as parent, then handed to start().
    MainWindow(const PanelContext& context, ThemeController& theme, QWidget* parent = nullptr);
    ~MainWindow() override;

    void addPanel(const PanelSpec& spec);
    // After the panels: builds menus and pages, and shows the start page.
    void start(WorkspaceCommands& commands);
    [[nodiscard]] DockLayouts& layouts() { return *m_layouts; }
    void showLayout(LayoutId layout);
    // A one-line notice under the menu bar, until it is closed or the next comes.
    void showFailure(const QString& message);

  protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void buildFrame();
    void buildMenus();
    void bindActions();
    void connectSession();
    void workspaceOpened();
    void workspaceClosed();
    void updateHistory();
    void showKeys();
    void showPalette();

    PanelContext m_context;
    ThemeController& m_theme;
    WorkspaceCommands* m_commands = nullptr;
    QMainWindow* m_workbench = nullptr; // holds the docks, so that bars and notices lie outside
    DockLayouts* m_layouts = nullptr;
    StartPage* m_startPage = nullptr;
    PanelBar* m_panelBar = nullptr;
    WindowCorner* m_corner = nullptr;
    StatusLine* m_status = nullptr;
    NoticeBar* m_notice = nullptr;
    CommandPalette* m_palette = nullptr;
    bool m_closing = false;
};

} // namespace agon::ui
