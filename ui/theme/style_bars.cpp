#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/shapes.h"
#include "ui/theme/style_parts.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTabBar>

namespace agon::ui::parts {
namespace {

constexpr int menuPadding = 12;
constexpr int menuIcon = 16;
constexpr int menuGap = 8;
constexpr int shortcutGap = 24;

int menuTextLeft() {
    return scaled(menuPadding) + scaled(menuIcon) + scaled(menuGap);
}

} // namespace

void scrollBar(const QStyleOptionSlider& option, QPainter* painter, const QStyle* style,
               const QWidget* widget) {
    const Theme theme = Theme::of(option.palette);
    if (option.maximum <= option.minimum)
        return;
    QRectF thumb =
        style->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, widget);
    const bool held = option.state.testFlag(QStyle::State_Sunken) &&
                      option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    const bool under = option.state.testFlag(QStyle::State_MouseOver);
    thumb = option.orientation == Qt::Horizontal ? thumb.adjusted(2, 2, -2, -2)
                                                 : thumb.adjusted(2, 2, -2, -2);
    paintBar(painter, thumb, theme.color(held || under ? Colour::Bar : Colour::BarQuiet), 3.0);
}

void tabShape(const QStyleOptionTab& option, QPainter* painter) {
    const Theme theme = Theme::of(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect rect = option.rect;
    Colour fill = Colour::Window;
    if (selected)
        fill = Colour::Base;
    else if (option.state.testFlag(QStyle::State_MouseOver))
        fill = Colour::Hover;
    painter->fillRect(rect, theme.color(fill));
    const QColor line = theme.color(Colour::Border);
    const bool vertical =
        option.shape == QTabBar::RoundedWest || option.shape == QTabBar::RoundedEast ||
        option.shape == QTabBar::TriangularWest || option.shape == QTabBar::TriangularEast;
    if (vertical)
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
    else
        painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), line);
    if (selected)
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width() - 1, measure::focusRing),
                          theme.color(Colour::Accent));
    else
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(painter, QRectF(rect).adjusted(2, 4, -3, -2), theme);
}

void tabLabel(const QStyleOptionTab& option, QPainter* painter, const QStyle* style,
              const QWidget* widget) {
    const Theme theme = Theme::of(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    QRect text = style->subElementRect(QStyle::SE_TabBarTabText, &option, widget);
    painter->save();
    if (!option.icon.isNull()) {
        const QRect place(text.left(), text.center().y() - option.iconSize.height() / 2 + 1,
                          option.iconSize.width(), option.iconSize.height());
        option.icon.paint(painter, place, Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);
        text.setLeft(place.right() + 1 + scaled(6));
    }
    painter->setFont(
        verbatimFont(uiFont(Size::Body, selected ? Weight::Medium : Weight::Regular), option.text));
    painter->setPen(theme.color(!enabled ? Colour::Faint : selected ? Colour::Text : Colour::Dim));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic, option.text);
    painter->restore();
}

QSize menuItemSize(const QStyleOptionMenuItem& option) {
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {scaled(10), scaled(9)};
    const QFontMetrics metrics(option.font);
    const qsizetype tab = option.text.indexOf(u'\t');
    int width =
        menuTextLeft() + scaled(menuPadding) +
        metrics.size(Qt::TextShowMnemonic, tab < 0 ? option.text : option.text.left(tab)).width();
    // QMenu adds the width that the widest shortcut needs; what is missing is the space before it.
    if (tab >= 0)
        width += scaled(shortcutGap);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += scaled(menuGap) + scaled(menuIcon);
    return {width, scaled(26)};
}

void menuItem(const QStyleOptionMenuItem& option, QPainter* painter) {
    const Theme theme = Theme::of(option.palette);
    const QRect rect = option.rect;
    painter->save();
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1),
                          theme.color(Colour::Border));
        painter->restore();
        return;
    }
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    if (enabled && option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(rect, theme.color(Colour::Selection));

    const bool mirrored = option.direction == Qt::RightToLeft;
    const auto placed = [&](const QRect& part) {
        return QStyle::visualRect(option.direction, rect, part);
    };
    const QRect mark =
        placed({rect.left() + scaled(menuPadding), rect.center().y() - scaled(menuIcon) / 2 + 1,
                scaled(menuIcon), scaled(menuIcon)});
    const QColor ink = theme.color(enabled ? Colour::Text : Colour::Faint);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        paintIcon(painter, mark, Icon::Check, ink);
    else if (!option.icon.isNull())
        option.icon.paint(painter, mark, Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);

    const QRect words = placed(rect.adjusted(menuTextLeft(), 0, -scaled(menuPadding), 0));
    const qsizetype tab = option.text.indexOf(u'\t');
    painter->setFont(verbatimFont(option.font, option.text));
    painter->setPen(ink);
    const int vertical = Qt::AlignVCenter | Qt::TextSingleLine;
    const int near = vertical | static_cast<int>(mirrored ? Qt::AlignRight : Qt::AlignLeft);
    const int far = vertical | static_cast<int>(mirrored ? Qt::AlignLeft : Qt::AlignRight);
    painter->drawText(words, near | mnemonics(), tab < 0 ? option.text : option.text.left(tab));
    if (tab >= 0) {
        painter->setPen(theme.color(enabled ? Colour::Dim : Colour::Faint));
        painter->drawText(words, far, option.text.mid(tab + 1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow = placed({rect.right() - scaled(menuPadding) - scaled(12), rect.top(),
                                    scaled(12), rect.height()});
        chevron(painter, arrow, mirrored ? Qt::LeftArrow : Qt::RightArrow, option);
    }
    painter->restore();
}

void menuBarItem(const QStyleOptionMenuItem& option, QPainter* painter) {
    const Theme theme = Theme::of(option.palette);
    painter->fillRect(option.rect, theme.color(Colour::Window));
    const bool active = option.state.testFlag(QStyle::State_Selected) &&
                        option.state.testFlag(QStyle::State_Enabled);
    if (active)
        paintBox(painter, QRectF(option.rect).adjusted(0, 2, 0, -2),
                 theme.color(option.state.testFlag(QStyle::State_Sunken) ? Colour::Selection
                                                                         : Colour::Hover),
                 {}, measure::radius);
    painter->save();
    painter->setFont(option.font);
    painter->setPen(
        theme.color(option.state.testFlag(QStyle::State_Enabled) ? Colour::Text : Colour::Faint));
    painter->drawText(option.rect, Qt::AlignCenter | mnemonics() | Qt::TextSingleLine, option.text);
    painter->restore();
}

void progress(const QStyleOptionProgressBar& option, QPainter* painter) {
    const Theme theme = Theme::of(option.palette);
    QRectF bar(option.rect);
    const double height = std::min<double>(bar.height(), 6.0);
    bar = QRectF(bar.left(), bar.center().y() - height / 2.0, bar.width(), height);
    paintBar(painter, bar, theme.color(Colour::BarQuiet), height / 2.0);
    const double span = static_cast<double>(option.maximum) - option.minimum;
    if (span <= 0.0)
        return;
    const double share = std::clamp((option.progress - option.minimum) / span, 0.0, 1.0);
    bar.setWidth(bar.width() * share);
    paintBar(painter, bar, theme.color(Colour::Accent), height / 2.0);
}

} // namespace agon::ui::parts
