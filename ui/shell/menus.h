// The menu bar, built from the action table.
#pragma once

#include <vector>

class QMenu;
class QMenuBar;

namespace agon::ui {

class ActionRegistry;
class DockLayouts;

// "Window" lists the docks of `layouts`. Returns the menus that say nothing without a workspace.
[[nodiscard]] std::vector<QMenu*> buildMenus(QMenuBar& bar, const ActionRegistry& actions,
                                             const DockLayouts& layouts);

} // namespace agon::ui
