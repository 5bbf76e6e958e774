// A part of a filter as a chip: key dim, value in text colour, a cross.
#pragma once

#include "ui/theme/theme.h"

#include <QtCore/QRect>
#include <QtCore/QString>

class QPainter;

namespace agon::ui {

struct FilterToken {
    QString key; // with its sign, "set:" or "gap>="
    QString value;

    friend bool operator==(const FilterToken&, const FilterToken&) = default;
};

enum class FilterTokenState : std::uint8_t { Normal, Focused, CrossHovered };

[[nodiscard]] QSize tokenSize(const FilterToken& token);
[[nodiscard]] QRect tokenCross(const QRect& rect, Qt::LayoutDirection direction);
void paintToken(QPainter* painter, const QRect& rect, const FilterToken& token,
                FilterTokenState state, Qt::LayoutDirection direction, const Theme& theme);

} // namespace agon::ui
