// agon [WORKSPACE] [--demo] [--layout X] [--theme light|dark] [--version]
#pragma once

#include "ui/shell/panel.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace agon::app {

struct CommandLine {
    QString workspace; // absolute; empty: the start page
    bool demo = false;
    std::optional<ui::LayoutId> layout;
    QString theme;              // for this start only; empty: as set
    bool quitWhenShown = false; // end after the first picture of the workspace
};

// Ends the program after --help, --version or a mistake (exit 2).
[[nodiscard]] CommandLine parseCommandLine(const QStringList& arguments);

} // namespace agon::app
