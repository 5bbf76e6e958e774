#include "ui/shell/menus.h"

#include "ui/shell/action_registry.h"
#include "ui/shell/dock_layouts.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

#include <optional>

namespace agon::ui {

namespace {

// nullopt: a separator.
using Items = std::vector<std::optional<ActionId>>;

QMenu* add(QMenuBar& bar, const QString& title, const ActionRegistry& actions, const Items& items) {
    QMenu* menu = bar.addMenu(title);
    for (const auto& item : items) {
        if (item)
            menu->addAction(actions.action(*item));
        else
            menu->addSeparator();
    }
    return menu;
}

void exclusive(QMenu* menu, const ActionRegistry& actions, std::initializer_list<ActionId> ids) {
    auto* group = new QActionGroup(menu);
    for (const ActionId id : ids)
        group->addAction(actions.action(id));
}

QString tr(const char* text) {
    return QCoreApplication::translate("Menus", text);
}

} // namespace

std::vector<QMenu*> buildMenus(QMenuBar& bar, const ActionRegistry& actions,
                               const DockLayouts& layouts) {
    using enum ActionId;
    constexpr auto line = std::nullopt;
    add(bar, tr("&File"), actions,
        {NewWorkspace, OpenWorkspace, OpenDemo, line, ImportFiles, line, CloseWorkspace, Quit});
    add(bar, tr("&Edit"), actions,
        {Undo, Redo, line, AddModel, AddFromEndpoint, line, RunBattles, JudgePrompts, line,
         ActionId::Settings});
    QMenu* view = add(bar, tr("&View"), actions,
                      {LayoutReview, LayoutAnalyse, LayoutOperate, ResetLayout, line, ThemeSystem,
                       ThemeLight, ThemeDark});
    exclusive(view, actions, {LayoutReview, LayoutAnalyse, LayoutOperate});
    exclusive(view, actions, {ThemeSystem, ThemeLight, ThemeDark});
    QMenu* battle =
        add(bar, tr("&Battle"), actions,
            {VoteA,          VoteB,         VoteTie,       VoteBad,   VoteClear,     UndoVote,
             line,           Comment,       Flag,          line,      NextBattle,    PreviousBattle,
             NextUnreviewed, SkipBattle,    PreviousQueue, NextQueue, NextAfterVote, ToggleTable,
             line,           FilterBattles, ToggleBlind,   SwapSides, ToggleDiff,    ToggleMarkdown,
             LinkScrolling,  line,          JudgeAgain});
    QMenu* window = add(bar, tr("&Window"), actions,
                        {GoModels, GoBattles, GoRationale, GoRatings, GoJobs, line});
    for (const PanelSpec& spec : layouts.specs())
        if (QDockWidget* dock = layouts.dock(spec.id))
            window->addAction(dock->toggleViewAction());
    add(bar, tr("&Help"), actions, {Keys, Palette, line, About});
    std::vector<QMenu*> ofWorkspace{window};
    // Its keys belong to the battles panel; without that there is nothing it could do.
    if (layouts.dock(QStringLiteral("battles")))
        ofWorkspace.push_back(battle);
    else
        battle->menuAction()->setVisible(false);
    return ofWorkspace;
}

} // namespace agon::ui
