// Which panels there are, where they stand in each layout.
#pragma once

#include "core/base/clock.h"
#include "ui/shell/panel.h"

#include <memory>
#include <vector>

namespace agon::ui {
class ArenaDesk;
class ImportReports;
} // namespace agon::ui

namespace agon::app {

[[nodiscard]] std::vector<ui::PanelSpec> panels(ui::ImportReports& reports, ui::ArenaDesk& arena,
                                                const std::shared_ptr<const Clock>& clock);

} // namespace agon::app
