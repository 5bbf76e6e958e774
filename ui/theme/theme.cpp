#include "ui/theme/theme.h"

#include <QtGui/QGuiApplication>

#include <array>
#include <cmath>

namespace agon::ui {
namespace {

using Stops = std::array<QRgb, 5>;
constexpr Stops divergingLight{0xFFA84F08, 0xFFF0B480, 0xFFF7F7F6, 0xFF93BAF0, 0xFF1D5BBF};
constexpr Stops divergingDark{0xFFE08A3C, 0xFF7A4A22, 0xFF22262B, 0xFF2F5183, 0xFF5E97F2};
constexpr std::array<QRgb, 2> sequentialLight{0xFFDBE2EA, 0xFF2F3B4A};
constexpr std::array<QRgb, 2> sequentialDark{0xFF2B323C, 0xFFC7D0DC};

constexpr Stops seriesLight{0xFF2F3B4A, 0xFF0F766E, 0xFF9B2C6F, 0xFF6A6B12, 0xFF6B7785};
constexpr Stops seriesDark{0xFFC7D0DC, 0xFF4FB8AC, 0xFFE08BC0, 0xFFBFC05A, 0xFF8E99A6};

QColor mixed(QRgb from, QRgb to, double share) {
    const auto channel = [share](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * share));
    };
    return QColor(channel(qRed(from), qRed(to)), channel(qGreen(from), qGreen(to)),
                  channel(qBlue(from), qBlue(to)));
}

} // namespace

Theme Theme::of(const QPalette& palette) {
    return Theme(palette.color(QPalette::Active, QPalette::Window).lightness() < 128
                     ? Scheme::Dark
                     : Scheme::Light);
}

Theme Theme::current() {
    return of(QGuiApplication::palette());
}

QPalette Theme::palette() const {
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Colour colour) {
        palette.setColor(QPalette::All, role, color(colour));
    };
    set(QPalette::Window, Colour::Window);
    set(QPalette::WindowText, Colour::Text);
    set(QPalette::Base, Colour::Base);
    set(QPalette::AlternateBase, Colour::Alternate);
    set(QPalette::Text, Colour::Text);
    set(QPalette::PlaceholderText, Colour::Dim);
    set(QPalette::Button, Colour::Base);
    set(QPalette::ButtonText, Colour::Text);
    set(QPalette::BrightText, Colour::DangerText);
    set(QPalette::Highlight, Colour::Selection);
    set(QPalette::HighlightedText, Colour::Text);
    set(QPalette::Link, Colour::Text);
    set(QPalette::LinkVisited, Colour::Dim);
    set(QPalette::ToolTipBase, Colour::Base);
    set(QPalette::ToolTipText, Colour::Text);
    set(QPalette::Light, Colour::Base);
    set(QPalette::Midlight, Colour::Grid);
    set(QPalette::Mid, Colour::Border);
    set(QPalette::Dark, Colour::StrongBorder);
    set(QPalette::Shadow, Colour::StrongBorder);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText,
          QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, color(Colour::Faint));
    return palette;
}

QColor Theme::seriesColor(int index) const {
    if (index < 0 || index >= namedSeries)
        return color(Colour::TieMark);
    const Stops& series = isDark() ? seriesDark : seriesLight;
    return QColor::fromRgb(series[static_cast<std::size_t>(index)]);
}

QPen Theme::seriesPen(int index) const {
    const bool named = index >= 0 && index < namedSeries;
    return QPen(seriesColor(index), named ? 2.0 : 1.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

Marker Theme::seriesMarker(int index) {
    return index >= 0 && index < namedSeries ? static_cast<Marker>(index) : Marker::Circle;
}

QPen Theme::referencePen() const {
    return QPen(color(Colour::Faint), 1.5, Qt::DotLine);
}

QColor Theme::diverging(double value) const {
    if (std::isnan(value))
        return color(Colour::Window);
    const Stops& stops = isDark() ? divergingDark : divergingLight;
    const double place = std::clamp(value, 0.0, 1.0) * 4.0;
    const auto below = std::min<std::size_t>(static_cast<std::size_t>(place), 3);
    return mixed(stops[below], stops[below + 1], place - static_cast<double>(below));
}

QColor Theme::sequential(double value) const {
    if (std::isnan(value))
        return color(Colour::Window);
    const auto& ends = isDark() ? sequentialDark : sequentialLight;
    return mixed(ends[0], ends[1], std::clamp(value, 0.0, 1.0));
}

} // namespace agon::ui
