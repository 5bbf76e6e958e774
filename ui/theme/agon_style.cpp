#include "ui/theme/agon_style.h"

using namespace Qt::StringLiterals;

namespace agon::ui {

AgonStyle::AgonStyle()
    : QProxyStyle(u"Fusion"_s) {}

} // namespace agon::ui
