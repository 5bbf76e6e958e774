#include "ui/text/text_style.h"

namespace agon::ui {
namespace {

QFont fontOf(const QStringList& families, int pixels, QFont::StyleHint hint) {
    QFont font(families);
    font.setStyleHint(hint);
    font.setPixelSize(std::max(pixels, 1));
    return font;
}

} // namespace

QFont TextStyle::bodyFont() const {
    return fontOf({QStringLiteral("Noto Sans")}, pixels(13), QFont::SansSerif);
}

QFont TextStyle::codeFont() const {
    QFont font = fontOf({QStringLiteral("Noto Sans Mono")}, pixels(12), QFont::Monospace);
    font.setFixedPitch(true);
    return font;
}

QFont TextStyle::labelFont() const {
    return fontOf({QStringLiteral("Noto Sans Mono")}, pixels(11), QFont::Monospace);
}

} // namespace agon::ui
