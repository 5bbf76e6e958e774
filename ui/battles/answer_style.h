// How texts of models and people look in the theme.
#pragma once

#include "ui/text/text_style.h"
#include "ui/theme/theme.h"

namespace agon::ui {

[[nodiscard]] TextStyle answerStyle(const Theme& theme);

} // namespace agon::ui
