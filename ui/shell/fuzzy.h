// How well what was typed fits a text: letters in order, better at word starts and in a row.
#pragma once

#include <QString>

#include <optional>

namespace agon::ui {

// nullopt: the letters do not all occur in order. Higher is better. Every word of the pattern
// (parted by spaces) must fit somewhere. An empty pattern fits all with 0.
[[nodiscard]] std::optional<int> fuzzyScore(QStringView pattern, QStringView text);

} // namespace agon::ui
