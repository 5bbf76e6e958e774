#include "ui/shell/run_command.h"

#include "ui/arena/run_desk.h"
#include "ui/arena/run_words.h"
#include "ui/arena/styles_dialog.h"
#include "ui/bridge/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/navigator.h"

#include <utility>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

QString summaryOf(const RunStatus& last) {
    QString out = RunCommand::tr("%1 battles added, %2 games judged")
                      .arg(last.tally.battles)
                      .arg(last.tally.games.done);
    if (last.tally.invalid > 0)
        out = RunCommand::tr("%1, %2 invalid").arg(out).arg(last.tally.invalid);
    if (last.sums.cost > 0)
        out += u", "_s + priceWords(last);
    return out;
}

} // namespace

RunCommand::RunCommand(const PanelContext& context, RunDesk& desk, std::function<BattleId()> battle,
                       QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_desk(desk)
    , m_battle(std::move(battle))
    , m_window(window) {
    context.actions.bind(ActionId::RunBattles, window, [this] { showDialog(); });
    context.actions.bind(ActionId::JudgePrompts, window, [this] { showPrompts(); });
    connect(&context.navigator, &Navigator::runRequested, this, &RunCommand::showDialog);
    connect(&context.session, &Session::opened, this, &RunCommand::enable);
    connect(&context.session, &Session::closed, this, &RunCommand::enable);
    connect(&desk, &RunDesk::started, this, [this] {
        if (m_dialog)
            m_dialog->accept();
        m_context.navigator.showPanel(u"jobs"_s);
    });
    connect(&desk, &RunDesk::refused, this, [this](const QString& why) {
        if (m_dialog)
            m_dialog->say(why);
        else
            emit failed(why);
    });
    connect(&desk, &RunDesk::ended, this, [this](const RunStatus& last) {
        if (last.state == RunState::Done)
            emit ended(summaryOf(last),
                       last.tally.invalid > 0 ||
                           last.tally.answers.failed + last.tally.games.failed > 0);
    });
    enable();
}

void RunCommand::enable() {
    for (const ActionId id : {ActionId::RunBattles, ActionId::JudgePrompts})
        m_context.actions.action(id)->setEnabled(m_context.session.isOpen());
}

void RunCommand::showDialog() {
    if (!m_context.session.isOpen())
        return;
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new RunDialog(m_desk.arena(), m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &RunDialog::confirmed, this,
            [this](const RunSpec& spec) { m_desk.start(spec, std::nullopt, m_dialog); });
    connect(m_dialog, &RunDialog::stylesWanted, this, &RunCommand::showPrompts);
    m_dialog->open();
}

void RunCommand::showPrompts() {
    if (!m_context.session.isOpen())
        return;
    QWidget* over = m_dialog ? static_cast<QWidget*>(m_dialog) : m_window;
    auto* dialog = new StylesDialog(m_desk.arena(), m_battle(), over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace agon::ui
