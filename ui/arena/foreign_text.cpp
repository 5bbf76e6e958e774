#include "ui/arena/foreign_text.h"

#include "core/text/invisible.h"
#include "core/text/repair.h"

#include <string>

namespace agon::ui {

namespace {

constexpr qsizetype mostCharacters = 200'000; // laid out at once on the GUI thread

} // namespace

QString foreignText(std::string_view text) {
    const std::string given(text);
    const Repaired repaired = repairText(given);
    QString out = QString::fromStdString(showInvisible(repaired.text()).text);
    if (out.size() > mostCharacters) {
        out.truncate(mostCharacters);
        out += QStringLiteral("…");
    }
    return out;
}

} // namespace agon::ui
