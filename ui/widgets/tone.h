// The room widgets: small painted parts that panels share. Each paints by the theme of its palette.
// This file: which meaning a chip or notice carries, and its colours.
#pragma once

#include "ui/theme/colour.h"

namespace agon::ui {

enum class Tone : std::uint8_t { Neutral, A, B, Human, Good, Warning, Danger };

[[nodiscard]] constexpr Colour textOf(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return Colour::TieText;
    case Tone::A:
        return Colour::AText;
    case Tone::B:
        return Colour::BText;
    case Tone::Human:
        return Colour::HumanText;
    case Tone::Good:
        return Colour::GoodText;
    case Tone::Warning:
        return Colour::WarningText;
    case Tone::Danger:
        return Colour::DangerText;
    }
    return Colour::Text;
}

[[nodiscard]] constexpr Colour tintOf(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return Colour::TieTint;
    case Tone::A:
        return Colour::ATint;
    case Tone::B:
        return Colour::BTint;
    case Tone::Human:
        return Colour::HumanTint;
    case Tone::Good:
        return Colour::GoodTint;
    case Tone::Warning:
        return Colour::WarningTint;
    case Tone::Danger:
        return Colour::DangerTint;
    }
    return Colour::TieTint;
}

} // namespace agon::ui
