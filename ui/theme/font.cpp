#include "ui/theme/font.h"

#include <QtGui/QFontDatabase>
#include <QtGui/QFontInfo>
#include <QtGui/QGuiApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

constexpr double designPixels = 12.0;
constexpr double largestUsualPixels = 15.0; // 11 pt at 96 dpi, rounded up

// What Inter's contextual alternates replace: an x between figures, arrows made of signs.
bool hasReplacedLetters(const QString& text) {
    for (qsizetype i = 1; i < text.size(); ++i) {
        const QChar before = text[i - 1];
        const QChar here = text[i];
        if ((here == u'x' || here == u'X') && before.isDigit())
            return true;
        if ((here == u'>' || here == u'-' || here == u'=') &&
            (before == u'-' || before == u'=' || before == u'<' || before == u'>'))
            return true;
    }
    return false;
}

QFont made(const QStringList& families, Size size, Weight weight) {
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(scaled(static_cast<int>(size)));
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

} // namespace

double textScale() {
    return QFontInfo(QGuiApplication::font()).pixelSize() / designPixels;
}

int scaled(int pixels) {
    return static_cast<int>(std::lround(pixels * textScale()));
}

QFont uiFont(Size size, Weight weight) {
    return made({u"Inter"_s, u"Noto Sans"_s, u"sans-serif"_s}, size, weight);
}

QFont proseFont(Size size, Weight weight) {
    return made({u"Noto Sans"_s, u"sans-serif"_s}, size, weight);
}

QFont codeFont(Size size, Weight weight) {
    QFont font =
        made({u"Noto Sans Mono"_s, QFontDatabase::systemFont(QFontDatabase::FixedFont).family(),
              u"monospace"_s},
             size, weight);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return font;
}

QFont verbatimFont(QFont font, const QString& text) {
    // Shaping is what replaces them, and only Latin text can do without it.
    const bool latin =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x0250; });
    const bool verbatim = latin && hasReplacedLetters(text);
    const bool already = font.styleStrategy() & QFont::PreferNoShaping;
    if (verbatim == already)
        return font;
    font.setStyleStrategy(verbatim ? QFont::PreferNoShaping : QFont::PreferDefault);
    return font;
}

int proseLineHeight() {
    return scaled(20);
}

int codeLineHeight() {
    return scaled(18);
}

QFont applicationFont(const QFont& systemFont, double userScale) {
    const double system = QFontInfo(systemFont).pixelSize();
    const double scale = std::max(1.0, system / largestUsualPixels) * userScale;
    QFont font;
    font.setFamilies({u"Inter"_s, u"Noto Sans"_s, systemFont.family()});
    font.setPixelSize(std::max(8, static_cast<int>(std::lround(designPixels * scale))));
    return font;
}

} // namespace agon::ui
