// The room theme: the look of Agon. Nothing outside of it names a colour, a font or a measure by
// number. This file: semantic colours, one table for light and dark.
#pragma once

#include <QtGui/QColor>

#include <cstdint>

namespace agon::ui {

enum class Scheme : std::uint8_t { Light, Dark };

enum class Colour : std::uint8_t {
    Window,    // the frame
    Base,      // content
    Alternate, // every second row
    Text,
    Dim,          // captions, second lines
    Faint,        // disabled things and ornament, never words to be read
    Border,       // dock frames, separators
    StrongBorder, // inputs, buttons, key caps
    Grid,         // chart grid, row lines
    Accent,       // ink: primary button, focus ring, check mark, progress, active facet
    OnAccent,
    Selection,
    Hover,
    AText,
    AMark,
    ATint,
    BText,
    BMark,
    BTint,
    OnSolid, // the letter in a solid A or B chip
    TieText,
    TieMark,
    TieTint, // also backs neutral chips and notices
    InvalidText,
    InvalidHatch,
    InvalidBack,
    HumanText,
    HumanTint,
    GoodText,
    GoodTint,
    WarningText, // only with the triangle or the flip icon, so that it is never taken for B
    WarningMark,
    WarningTint,
    DangerText,
    DangerTint,
    Bar, // bars that are not a side
    BarQuiet,
    CodeBack,
    CodeKeyword,
    CodeString,
    CodeComment,
    CodeNumber,
};
inline constexpr int colourCount = static_cast<int>(Colour::CodeNumber) + 1;

[[nodiscard]] QColor colorOf(Colour colour, Scheme scheme);

// WCAG 2 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

// Black or white, whichever contrasts more with the background: for words on scales and cells.
[[nodiscard]] QColor inkOn(const QColor& background);

} // namespace agon::ui
