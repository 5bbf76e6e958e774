// Gathers what the command palette offers: actions, models, recent workspaces.
#pragma once

#include "ui/shell/palette_model.h"
#include "ui/shell/panel.h"

namespace agon::ui {

class WorkspaceCommands;

[[nodiscard]] std::vector<PaletteEntry> paletteEntries(const PanelContext& context,
                                                       WorkspaceCommands& commands);

} // namespace agon::ui
