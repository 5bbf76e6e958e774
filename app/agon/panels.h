// Which panels there are, where they stand in each layout.
#pragma once

#include "core/base/clock.h"
#include "ui/battles/battle_panels.h"
#include "ui/shell/panel.h"

#include <memory>
#include <vector>

namespace agon::ui {
class ImportReports;
}

namespace agon::app {

struct Arena;

// `review`: what the panels of battles share, for who else asks which battle is open.
[[nodiscard]] std::vector<ui::PanelSpec>
panels(ui::ImportReports& reports, Arena& arena, const std::shared_ptr<const Clock>& clock,
       const ui::SharedReview& review = std::make_shared<std::weak_ptr<ui::ReviewDesk>>());

} // namespace agon::app
