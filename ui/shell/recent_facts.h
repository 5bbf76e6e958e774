// What the start page says of a workspace, taken from its table while it is open.
#pragma once

#include "core/battles/battle_table.h"
#include "core/battles/policy.h"
#include "ui/shell/recent_workspaces.h"

#include <stop_token>

namespace agon::ui {

// Counts. Quick.
void describe(const BattleTable& table, const Verdicts& verdicts, RecentWorkspace& entry);

// The small chart: ratings over the checkpoints where there are three or more, else the three best
// with their intervals. Left empty where nothing can be rated. On a worker; may take a second.
void chart(const BattleTable& table, const Verdicts& verdicts, const Policy& policy,
           const std::stop_token& stop, RecentWorkspace& entry);

} // namespace agon::ui
