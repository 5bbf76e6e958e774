// What a model or a person wrote, for a plain text view: repaired, invisible characters visible.
#pragma once

#include <QString>

#include <string_view>

namespace agon::ui {

// Of bounded length; says where it was cut.
[[nodiscard]] QString foreignText(std::string_view text);

} // namespace agon::ui
