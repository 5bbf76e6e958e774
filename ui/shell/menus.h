// The menu bar, built from the action table.
#pragma once

class QMenuBar;

namespace agon::ui {

class ActionRegistry;
class DockLayouts;

// "Window" lists the docks of `layouts`. Menus of panels are empty, and hidden, until bound.
void buildMenus(QMenuBar& bar, const ActionRegistry& actions, const DockLayouts& layouts);

} // namespace agon::ui
