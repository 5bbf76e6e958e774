// Which columns of a table are shown, how wide and in which order: as a line of text that outlives
// columns that come and go.
#pragma once

#include <QString>

#include <functional>

class QHeaderView;

namespace agon::ui {

using ColumnKeys = std::function<QString(int)>; // of a logical column

// "number:64 instruction:320 -set": in the order on screen, hidden ones with a minus. Widths are in
// design pixels, so that another text scale keeps the proportions.
[[nodiscard]] QString columnLayout(const QHeaderView& header, const ColumnKeys& keys);
// What the text does not know keeps its place after what it does; nonsense is skipped.
void applyColumnLayout(QHeaderView& header, const ColumnKeys& keys, const QString& layout);

} // namespace agon::ui
