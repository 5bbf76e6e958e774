// What is shown while no workspace is open: the demo, new, open, files to drop, recent workspaces,
// first steps.
#pragma once

#include "ui/shell/panel.h"
#include "ui/shell/recent_workspaces.h"

#include <QScrollArea>

class QProgressBar;
class QPushButton;

namespace agon::ui {

class FramedGroup;
class TextLabel;
class WorkspaceCommands;

class StartPage final : public QScrollArea {
    Q_OBJECT

  public:
    StartPage(const PanelContext& context, WorkspaceCommands& commands, QWidget* parent = nullptr);

  signals:
    // A first step: opens the demo and shows it there.
    void demoStepChosen(const QString& panel);

  private:
    [[nodiscard]] QWidget* leftColumn();
    [[nodiscard]] QWidget* rightColumn();
    [[nodiscard]] QWidget* demoCard();
    void showDemoState();
    void showRecent();

    PanelContext m_context;
    WorkspaceCommands& m_commands;
    QPushButton* m_demoButton = nullptr;
    QProgressBar* m_demoProgress = nullptr;
    TextLabel* m_demoStep = nullptr;
    TextLabel* m_recentTitle = nullptr;
    FramedGroup* m_recent = nullptr;
};

} // namespace agon::ui
