// What the start page says of a workspace, taken from its table while it is open.
#pragma once

#include "core/battles/battle_table.h"
#include "core/battles/policy.h"
#include "ui/shell/recent_workspaces.h"

namespace agon::ui {

void describe(const BattleTable& table, const Verdicts& verdicts, RecentWorkspace& entry);

} // namespace agon::ui
