#include "ui/theme/colour.h"

#include <array>
#include <cmath>

namespace agon::ui {
namespace {

struct Pair {
    Colour colour;
    QRgb light;
    QRgb dark;
};

constexpr std::array<Pair, colourCount> table{{
    {Colour::Window, 0xFFF3F4F6, 0xFF1E2126},       {Colour::Base, 0xFFFFFFFF, 0xFF16181C},
    {Colour::Alternate, 0xFFF8F9FB, 0xFF1A1D21},    {Colour::Text, 0xFF1B2026, 0xFFE4E7EB},
    {Colour::Dim, 0xFF59636E, 0xFF9BA4AF},          {Colour::Faint, 0xFF828D99, 0xFF69727D},
    {Colour::Border, 0xFFDADEE4, 0xFF31363E},       {Colour::StrongBorder, 0xFFB9C0C9, 0xFF4A515B},
    {Colour::Grid, 0xFFE9ECF0, 0xFF262A31},         {Colour::Accent, 0xFF2F3B4A, 0xFFC7D0DC},
    {Colour::OnAccent, 0xFFFFFFFF, 0xFF16181C},     {Colour::Selection, 0xFFE3E8EF, 0xFF2B323C},
    {Colour::Hover, 0xFFECEFF3, 0xFF24282E},        {Colour::AText, 0xFF1D5BBF, 0xFF8AB6FF},
    {Colour::AMark, 0xFF3B7DE0, 0xFF5E97F2},        {Colour::ATint, 0xFFE7F0FC, 0xFF1A2A44},
    {Colour::BText, 0xFFA84F08, 0xFFF2A766},        {Colour::BMark, 0xFFDD7A22, 0xFFE08A3C},
    {Colour::BTint, 0xFFFCEDDD, 0xFF3A2716},        {Colour::OnSolid, 0xFFFFFFFF, 0xFF14130F},
    {Colour::TieText, 0xFF59636E, 0xFFA3ACB7},      {Colour::TieMark, 0xFF828D99, 0xFF7A838E},
    {Colour::TieTint, 0xFFECEEF1, 0xFF262A30},      {Colour::InvalidText, 0xFF59636E, 0xFFA3ACB7},
    {Colour::InvalidHatch, 0xFFC9CFD6, 0xFF3C424B}, {Colour::InvalidBack, 0xFFF3F4F6, 0xFF1E2126},
    {Colour::HumanText, 0xFF6F3CC3, 0xFFC3A5F7},    {Colour::HumanTint, 0xFFF0EAFC, 0xFF2A2142},
    {Colour::GoodText, 0xFF1A7A4A, 0xFF6CC596},     {Colour::GoodTint, 0xFFE4F4EB, 0xFF16291F},
    {Colour::WarningText, 0xFF855700, 0xFFE3B54D},  {Colour::WarningMark, 0xFFC4860B, 0xFFD6A12F},
    {Colour::WarningTint, 0xFFFFF3D1, 0xFF2E2613},  {Colour::DangerText, 0xFFB42318, 0xFFF38B82},
    {Colour::DangerTint, 0xFFFDEBE9, 0xFF351C1A},   {Colour::Bar, 0xFF8794A3, 0xFF69727D},
    {Colour::BarQuiet, 0xFFCBD3DC, 0xFF3A414A},     {Colour::CodeBack, 0xFFF4F6F8, 0xFF1D2025},
    {Colour::CodeKeyword, 0xFF7A3E9D, 0xFFC9A0E6},  {Colour::CodeString, 0xFF1A7A4A, 0xFF8CCFA9},
    {Colour::CodeComment, 0xFF5F6873, 0xFF8B949F},  {Colour::CodeNumber, 0xFF1D5BBF, 0xFF8AB6FF},
}};

constexpr bool tableFollowsEnum() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].colour) != i)
            return false;
    return true;
}
static_assert(tableFollowsEnum());

double luminance(const QColor& color) {
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    const QColor rgb = color.toRgb();
    return 0.2126 * linear(double(rgb.redF())) + 0.7152 * linear(double(rgb.greenF())) +
           0.0722 * linear(double(rgb.blueF()));
}

} // namespace

QColor colorOf(Colour colour, Scheme scheme) {
    const Pair& pair = table[static_cast<std::size_t>(colour)];
    return QColor::fromRgb(scheme == Scheme::Dark ? pair.dark : pair.light);
}

double contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor inkOn(const QColor& background) {
    const QColor black(0, 0, 0);
    const QColor white(255, 255, 255);
    return contrast(black, background) >= contrast(white, background) ? black : white;
}

} // namespace agon::ui
