// The theme as a value: colours, pens and scales of one scheme.
#pragma once

#include "ui/theme/colour.h"

#include <QtGui/QPalette>
#include <QtGui/QPen>

namespace agon::ui {

// Which mark a series carries, so that colour is never alone.
enum class Marker : std::uint8_t { Circle, Square, Triangle, Diamond, InvertedTriangle };

// A copy costs a byte. Widgets and delegates take the theme of what they paint on,
// `Theme::of(palette())`, and therefore follow a change of the palette without being told.
class Theme {
  public:
    explicit constexpr Theme(Scheme scheme)
        : m_scheme(scheme) {}

    [[nodiscard]] static Theme of(const QPalette& palette); // dark if its window is
    [[nodiscard]] static Theme current();                   // of the application's palette

    [[nodiscard]] constexpr Scheme scheme() const { return m_scheme; }
    [[nodiscard]] constexpr bool isDark() const { return m_scheme == Scheme::Dark; }
    [[nodiscard]] QColor color(Colour colour) const { return colorOf(colour, m_scheme); }
    [[nodiscard]] QPalette palette() const;

    // Series in their fixed order; from the sixth on (index 5) all are the same thin grey.
    static constexpr int namedSeries = 5;
    [[nodiscard]] QColor seriesColor(int index) const;
    [[nodiscard]] QPen seriesPen(int index) const;
    [[nodiscard]] static Marker seriesMarker(int index);
    [[nodiscard]] QPen referencePen() const; // dotted, for references and outside benchmarks

    // Win rate in [0, 1]: 0 column wins, 1 row wins; NaN gives the window colour.
    [[nodiscard]] QColor diverging(double value) const;
    // Low to high in [0, 1]: difficulty, density.
    [[nodiscard]] QColor sequential(double value) const;

    friend constexpr bool operator==(const Theme&, const Theme&) = default;

  private:
    Scheme m_scheme;
};

} // namespace agon::ui
