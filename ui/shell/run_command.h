// Running battles, from the dialog to the Jobs panel; the window of judge prompts.
#pragma once

#include "core/arena/run_spec.h"
#include "ui/arena/run_dialog.h"
#include "ui/shell/panel.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace agon::ui {

class RunDesk;

class RunCommand final : public QObject {
    Q_OBJECT

  public:
    // Answers Navigator::runRequested() and the actions; dialogs are shown over `window`. `battle`:
    // the open one, for the preview of prompts; not valid without.
    RunCommand(const PanelContext& context, RunDesk& desk, std::function<BattleId()> battle,
               QWidget* window);

  signals:
    void failed(const QString& message); // a run could not be started
    // A run has ended: what it came to, and whether there is something to look at.
    void ended(const QString& summary, bool remarks);

  private:
    void showDialog();
    void showPrompts();
    void enable();

    PanelContext m_context;
    RunDesk& m_desk;
    std::function<BattleId()> m_battle;
    QWidget* m_window;
    QPointer<RunDialog> m_dialog;
};

} // namespace agon::ui
