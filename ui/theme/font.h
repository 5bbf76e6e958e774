// Fonts and measures. All sizes are pixels of the design and grow with the application font.
#pragma once

#include <QtGui/QFont>

#include <cstdint>

namespace agon::ui {

enum class Size : std::uint8_t {
    Caption = 11, // captions, column headers, status bar
    Body = 12,
    Answer = 13,  // answers and verdict buttons
    Heading = 15, // one a panel at most
    Display = 24, // only the name on the start page
};

enum class Weight : std::uint16_t {
    Regular = 400,
    Medium = 500,   // names, what is active
    Semibold = 600, // titles, totals
};

// How much larger than the design the application font is; 1 is 12 px.
[[nodiscard]] double textScale();

// Design pixels at the present text scale, rounded: row heights, chip sizes, paddings that hold
// text.
[[nodiscard]] int scaled(int designPixels);

[[nodiscard]] QFont uiFont(Size size = Size::Body, Weight weight = Weight::Regular);
// Whatever a model or a person wrote. Not the interface font: Inter turns "->" into an arrow.
[[nodiscard]] QFont proseFont(Size size = Size::Answer, Weight weight = Weight::Regular);
[[nodiscard]] QFont codeFont(Size size = Size::Body, Weight weight = Weight::Regular);
// The same font, made to show Latin text letter by letter where Inter would replace letters: a
// model called 8x7B must not read 8×7B. The style does this for standard controls and views.
[[nodiscard]] QFont verbatimFont(QFont font, const QString& text);
[[nodiscard]] int proseLineHeight(); // 20 under the 13 px font
[[nodiscard]] int codeLineHeight();  // 18 under the 12 px font

// Font files of the interface, as they are before any panel asks: the given system font tells the
// scale. Up to 11 pt, the largest default of a desktop, is 12 px; a larger one scales everything.
[[nodiscard]] QFont applicationFont(const QFont& systemFont, double userScale = 1.0);

// The design's measures in design pixels; pass them through scaled().
namespace measure {
inline constexpr int menuBar = 28;
inline constexpr int panelBar = 60;
inline constexpr int panelBarItem = 52;
inline constexpr int statusBar = 24;
inline constexpr int dockTitle = 28;
inline constexpr int sectionHeader = 28;
inline constexpr int toolRow = 36;
inline constexpr int filterBar = 40;
inline constexpr int chipRow = 36;
inline constexpr int figureStrip = 48;
inline constexpr int tableRow = 24;
inline constexpr int planRow = 28;
inline constexpr int queueRow = 44;
inline constexpr int jobRow = 52;
inline constexpr int control = 28;
inline constexpr int controlInBar = 24;
inline constexpr int dockPadding = 12;
inline constexpr int formPadding = 16;
inline constexpr int radius = 4;
inline constexpr int focusRing = 2;
inline constexpr int currentBar = 3;
inline constexpr int separator = 4;
} // namespace measure

} // namespace agon::ui
