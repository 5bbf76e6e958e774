// How the cells of the table of battles are painted that are neither plain words nor numbers.
#pragma once

class QTableView;

namespace agon::ui {

// Gives each column of a BattleTableModel its delegate.
void setBattleCells(QTableView& view);

} // namespace agon::ui
