// AgonStyle's numbers: sizes, places and habits of the standard controls.
#include "ui/theme/agon_style.h"
#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/theme/style_parts.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTabBar>

namespace agon::ui {
namespace {

constexpr int cellPadding = 8;
constexpr int inputPadding = 5; // QLineEdit adds 2 of its own, 1 is the frame
constexpr int buttonPadding = 10;
constexpr int comboPadding = 8;
constexpr int comboArrow = 12;
constexpr int spinButtons = 18;
constexpr int focusOverhang = 4; // of the ring around the words of a check box

int controlHeight(const QWidget* widget) {
    return scaled(isInBar(widget) ? measure::controlInBar : measure::control);
}

// The arrow stands on the far side of the words, so that words keep their column's edge.
QRect headerPart(QStyle::SubElement element, const QStyleOptionHeader& header) {
    const QRect inner = header.rect.adjusted(cellPadding, 0, -cellPadding, 0);
    const int arrow = header.sortIndicator == QStyleOptionHeader::None ? 0 : scaled(10);
    const int gap = arrow > 0 ? scaled(4) : 0;
    const QFontMetrics metrics(uiFont(Size::Caption));
    const bool atRight =
        header.orientation == Qt::Horizontal && header.textAlignment.testFlag(Qt::AlignRight);
    const int words = std::min(metrics.horizontalAdvance(header.text) + 2,
                               std::max(0, inner.width() - arrow - gap));
    QRect place = inner;
    if (element == QStyle::SE_HeaderLabel) {
        if (atRight)
            place.setLeft(inner.left() + arrow + gap);
        else
            place.setRight(inner.right() - arrow - gap);
    } else {
        const int left =
            atRight ? inner.right() + 1 - words - gap - arrow : inner.left() + words + gap;
        place = QRect(left, inner.top(), arrow, inner.height() - 1);
    }
    return QStyle::visualRect(header.direction, header.rect, place);
}

} // namespace

QRect AgonStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                SubControl part, const QWidget* widget) const {
    const QRect rect = option->rect;
    if (control == CC_ComboBox) {
        const int arrow = scaled(comboPadding + comboArrow);
        QRect place = rect;
        if (part == SC_ComboBoxArrow)
            place.setLeft(rect.right() + 1 - arrow - scaled(4));
        else if (part == SC_ComboBoxEditField)
            place = rect.adjusted(scaled(comboPadding), 2, -arrow - scaled(4), -2);
        return visualRect(option->direction, rect, place);
    }
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        spin && control == CC_SpinBox) {
        const int buttons =
            spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : scaled(spinButtons);
        QRect place = rect;
        const int middle = rect.height() / 2;
        const int left = rect.right() + 1 - buttons;
        if (part == SC_SpinBoxUp)
            place = QRect(left, rect.top() + 2, buttons - 2, middle - 2);
        else if (part == SC_SpinBoxDown)
            place = QRect(left, rect.top() + middle, buttons - 2, middle - 2);
        else if (part == SC_SpinBoxEditField)
            place = rect.adjusted(scaled(inputPadding), 2, -std::max(buttons, scaled(inputPadding)),
                                  -2);
        return visualRect(option->direction, rect, place);
    }
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        bar && control == CC_ScrollBar) {
        // No arrow buttons: the groove is the whole bar.
        const bool level = bar->orientation == Qt::Horizontal;
        const int length = level ? rect.width() : rect.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        qint64 thumb = length;
        if (range > 0)
            thumb = std::clamp<qint64>(qint64(bar->pageStep) * length / (range + bar->pageStep),
                                       std::min(length, scaled(28)), length);
        const int start =
            sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                    length - static_cast<int>(thumb), bar->upsideDown);
        const int end = start + static_cast<int>(thumb);
        int from = 0;
        int to = length;
        switch (part) {
        case SC_ScrollBarSlider:
            from = start;
            to = end;
            break;
        case SC_ScrollBarSubPage:
            to = start;
            break;
        case SC_ScrollBarAddPage:
            from = end;
            break;
        case SC_ScrollBarGroove:
            break;
        default:
            return {};
        }
        const QRect place = level ? QRect(rect.left() + from, rect.top(), to - from, rect.height())
                                  : QRect(rect.left(), rect.top() + from, rect.width(), to - from);
        return visualRect(option->direction, rect, place);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect AgonStyle::subElementRect(SubElement element, const QStyleOption* option,
                                const QWidget* widget) const {
    switch (element) {
    case SE_LineEditContents: {
        const QRect rect = QProxyStyle::subElementRect(element, option, widget);
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0)
            return rect.adjusted(scaled(inputPadding), 0, -scaled(inputPadding), 0);
        return rect;
    }
    case SE_HeaderLabel:
    case SE_HeaderArrow:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            return headerPart(element, *header);
        return QProxyStyle::subElementRect(element, option, widget);
    case SE_ItemViewItemCheckIndicator:
    case SE_ItemViewItemDecoration:
    case SE_ItemViewItemText:
    case SE_ItemViewItemFocusRect:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            QStyleOptionViewItem inner = *item;
            inner.rect.adjust(cellPadding - 3, 0, 3 - cellPadding, 0);
            return QProxyStyle::subElementRect(element, &inner, widget);
        }
        return QProxyStyle::subElementRect(element, option, widget);
    case SE_TabBarTabLeftButton:
    case SE_TabBarTabRightButton: {
        QRect rect = QProxyStyle::subElementRect(element, option, widget);
        rect.moveTop(option->rect.top() + (option->rect.height() - rect.height()) / 2);
        return rect;
    }
    case SE_CheckBoxFocusRect:
    case SE_RadioButtonFocusRect: {
        const bool check = element == SE_CheckBoxFocusRect;
        const QRect words = QProxyStyle::subElementRect(
            check ? SE_CheckBoxContents : SE_RadioButtonContents, option, widget);
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button && button->text.isEmpty() && button->icon.isNull())
            return option->rect;
        return words.adjusted(-focusOverhang, 0, 0, 0).intersected(option->rect);
    }
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QSize AgonStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
                                  const QSize& contents, const QWidget* widget) const {
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        if (hasLinkLook(widget))
            return {contents.width() + 2 * focusOverhang, contents.height() + 2 * focusOverhang};
        return {contents.width() + 2 * scaled(buttonPadding), controlHeight(widget)};
    case CT_ToolButton: {
        const int height = controlHeight(widget);
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (button && button->toolButtonStyle == Qt::ToolButtonTextUnderIcon)
            return contents + QSize(scaled(8), scaled(8));
        const bool words =
            button && button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
        return {std::max(contents.width() + scaled(words ? 14 : 8), height), height};
    }
    case CT_LineEdit:
        return {contents.width() + 2 * scaled(inputPadding) + 4, controlHeight(widget)};
    case CT_SpinBox:
        return {size.width() + scaled(inputPadding), controlHeight(widget)};
    case CT_ComboBox:
        return {contents.width() + scaled(2 * comboPadding + comboArrow + 6),
                controlHeight(widget)};
    case CT_CheckBox:
    case CT_RadioButton:
        return {size.width() + focusOverhang, std::max(size.height(), scaled(20))};
    case CT_TabBarTab:
        return {size.width() + 4, scaled(32)};
    case CT_HeaderSection:
        return {size.width(), scaled(measure::tableRow)};
    case CT_ItemViewItem:
        return {size.width() + 2 * (cellPadding - 3),
                std::max(size.height(), scaled(measure::tableRow))};
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return parts::menuItemSize(*item);
        return size;
    case CT_MenuBarItem:
        return {contents.width() + scaled(14), scaled(measure::menuBar - 4)};
    case CT_ProgressBar:
        return {size.width(), scaled(6)};
    default:
        return size;
    }
}

int AgonStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                           const QWidget* widget) const {
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_MenuBarPanelWidth:
    case PM_DockWidgetFrameWidth:
    case PM_MenuHMargin:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_DefaultFrameWidth:
    case PM_TabBarBaseOverlap:
    case PM_MenuPanelWidth:
    case PM_TextCursorWidth:
        return 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
        return scaled(16);
    case PM_MessageBoxIconSize:
        return scaled(32);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return scaled(14);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return scaled(7);
    case PM_ScrollBarExtent:
        return 10;
    case PM_ScrollBarSliderMin:
        return scaled(28);
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
        return measure::separator;
    case PM_TabBarTabHSpace:
        return scaled(24);
    case PM_MenuVMargin:
        return scaled(4);
    case PM_MenuBarHMargin:
        return scaled(12);
    case PM_MenuBarVMargin:
        return 2;
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_FocusFrameHMargin:
        return 2; // with one more, half of what lies between mark, icon and words of a cell
    case PM_HeaderMargin:
        return 2; // it bounds the height of a table's rows; subElementRect keeps words apart
    case PM_HeaderMarkSize:
        return scaled(10);
    case PM_HeaderDefaultSectionSizeVertical:
        return scaled(measure::tableRow);
    case PM_TreeViewIndentation:
        return scaled(20);
    case PM_ToolTipLabelFrameWidth:
        return scaled(6);
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return scaled(widget && widget->isWindow() ? measure::formPadding : measure::dockPadding);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return scaled(8);
    case PM_SliderThickness:
    case PM_SliderLength:
    case PM_SliderControlThickness:
        return scaled(16);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AgonStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* returned) const {
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_Widget_Animation_Duration:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_DockWidget_ButtonsHaveFrame:
    case SH_ToolBar_Movable:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_MenuBar_AltKeyNavigation:
    case SH_ComboBox_ListMouseTracking:
    case SH_ScrollBar_MiddleClickAbsolutePosition:
        return 1;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_FormLayoutLabelAlignment:
        return Qt::AlignRight | Qt::AlignVCenter;
    case SH_FormLayoutFieldGrowthPolicy:
        return 1; // expanding fields grow, the others keep the size that fits them
    case SH_UnderlineShortcut:
        return parts::mnemonics() == Qt::TextShowMnemonic ? 1 : 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace agon::ui
