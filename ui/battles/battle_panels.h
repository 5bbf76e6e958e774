// The two panels of this room, as the application registers them.
#pragma once

#include "ui/shell/panel.h"

#include <vector>

namespace agon::ui {

// “battles” and its companion “rationale”, which share one queue and one open battle.
[[nodiscard]] std::vector<PanelSpec> battlePanels();

} // namespace agon::ui
