#include "ui/shell/palette_entries.h"

#include "ui/bridge/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/navigator.h"
#include "ui/shell/workspace_commands.h"
#include "ui/theme/icon.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace agon::ui {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("PaletteEntries", text);
}

void addActions(const ActionRegistry& actions, std::vector<PaletteEntry>& out) {
    for (const ActionId id : actions.available()) {
        if (id == ActionId::Palette)
            continue;
        const ActionSpec& spec = actionSpec(id);
        QAction* action = actions.action(id);
        // The menu's text may be richer than the table's: "Undo “A better” on #391".
        out.push_back({action->text(), actionSection(spec), actions.keyText(id),
                       QCoreApplication::translate("Actions", spec.words), spec.icon, [action] {
                           action->trigger();
                       }});
    }
}

void addModels(const PanelContext& context, std::vector<PaletteEntry>& out) {
    if (!context.session.table())
        return;
    for (const Model& model : context.session.table()->models) {
        const Icon picture = model.kind == ModelKind::Simulated ? Icon::Simulated : Icon::Models;
        out.push_back({QString::fromStdString(model.name),
                       tr("Model"),
                       {},
                       {},
                       picture,
                       [&navigator = context.navigator, id = model.id] {
                           navigator.showModel(id);
                       }});
    }
}

void addRecent(const PanelContext& context, WorkspaceCommands& commands,
               std::vector<PaletteEntry>& out) {
    for (const RecentWorkspace& recent : commands.recent().list()) {
        if (recent.path == context.session.path())
            continue;
        out.push_back({QFileInfo(recent.path).fileName(),
                       tr("Recent workspace"),
                       {},
                       recent.path,
                       Icon::File,
                       [&commands, path = recent.path] {
                           commands.open(path);
                       }});
    }
}

} // namespace

std::vector<PaletteEntry> paletteEntries(const PanelContext& context, WorkspaceCommands& commands) {
    std::vector<PaletteEntry> out;
    addActions(context.actions, out);
    addModels(context, out);
    addRecent(context, commands, out);
    return out;
}

} // namespace agon::ui
