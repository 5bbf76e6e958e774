#include "ui/theme/agon_style.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/theme/shapes.h"
#include "ui/theme/style_parts.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTextEdit>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

bool isWritable(const QWidget* widget) {
    if (const auto* edit = qobject_cast<const QTextEdit*>(widget))
        return !edit->isReadOnly();
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(widget))
        return !edit->isReadOnly();
    return false;
}

// Rings that a control has painted as its own frame, or that a row's bar stands for.
bool paintsOwnFocus(const QWidget* widget) {
    return widget && (widget->inherits("QPushButton") || widget->inherits("QComboBox") ||
                      widget->inherits("QAbstractItemView") || widget->inherits("QTabBar") ||
                      widget->inherits("QAbstractSlider") || widget->inherits("QAbstractSpinBox"));
}

} // namespace

AgonStyle::AgonStyle()
    : QProxyStyle(u"Fusion"_s) {}

void AgonStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                              QPainter* painter, const QWidget* widget) const {
    const Theme theme = Theme::of(option->palette);
    switch (element) {
    case PE_FrameFocusRect:
        if (!paintsOwnFocus(widget))
            paintFocusRing(painter,
                           qobject_cast<const QToolButton*>(widget) ? widget->rect() : option->rect,
                           theme);
        return;
    case PE_PanelButtonTool:
        parts::toolButtonPanel(*option, painter);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        parts::checkBox(*option, painter);
        return;
    case PE_IndicatorRadioButton:
        parts::radioButton(*option, painter);
        return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0)
            parts::inputFrame(*option, painter, widget, true);
        return;
    case PE_FrameLineEdit:
        parts::inputFrame(*option, painter, widget, false);
        return;
    case PE_Frame:
        paintBox(painter, option->rect, {},
                 theme.color(isWritable(widget) ? Colour::StrongBorder : Colour::Border),
                 isWritable(widget) ? measure::radius : 0.5);
        return;
    case PE_FrameMenu:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_FrameTabWidget:
    case PE_IndicatorDockWidgetResizeHandle:
    case PE_IndicatorTabTear:
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, theme.color(Colour::Base));
        paintBox(painter, option->rect, {}, theme.color(Colour::StrongBorder), 0.5);
        return;
    case PE_PanelTipLabel:
        paintBox(painter, option->rect, theme.color(Colour::Base),
                 theme.color(Colour::StrongBorder), 0.5);
        return;
    case PE_FrameDockWidget:
        paintBox(painter, option->rect, {}, theme.color(Colour::Border), 0.5);
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(option->rect, theme.color(Colour::Border));
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, theme.color(Colour::Base));
        return;
    case PE_IndicatorToolBarSeparator: {
        const QRect rect = option->rect;
        const bool level = option->state.testFlag(State_Horizontal);
        painter->fillRect(level ? QRect(rect.center().x(), rect.top() + 6, 1, rect.height() - 12)
                                : QRect(rect.left() + 6, rect.center().y(), rect.width() - 12, 1),
                          theme.color(Colour::Border));
        return;
    }
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown:
        parts::chevron(painter, option->rect, Qt::DownArrow, *option);
        return;
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp:
        parts::chevron(painter, option->rect, Qt::UpArrow, *option);
        return;
    case PE_IndicatorArrowLeft:
        parts::chevron(painter, option->rect, Qt::LeftArrow, *option);
        return;
    case PE_IndicatorArrowRight:
        parts::chevron(painter, option->rect, Qt::RightArrow, *option);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
            header && header->sortIndicator != QStyleOptionHeader::None)
            // Qt calls ascending "down"; people expect an arrow that rises.
            parts::chevron(painter, option->rect,
                           header->sortIndicator == QStyleOptionHeader::SortDown ? Qt::UpArrow
                                                                                 : Qt::DownArrow,
                           *option);
        return;
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children)) {
            Qt::ArrowType closed =
                option->direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
            parts::chevron(painter, option->rect,
                           option->state.testFlag(State_Open) ? Qt::DownArrow : closed, *option);
        }
        return;
    case PE_PanelItemViewRow:
        if (const auto* row = qstyleoption_cast<const QStyleOptionViewItem*>(option))
            parts::rowBackground(*row, painter, widget);
        return;
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option))
            parts::itemBackground(*item, painter, widget);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void AgonStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const {
    const Theme theme = Theme::of(option->palette);
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            parts::pushButton(*button, painter, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            parts::pushButtonLabel(*button, painter, widget);
        return;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            parts::tabShape(*tab, painter);
        return;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            parts::tabLabel(*tab, painter, proxy(), widget);
        return;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            parts::menuItem(*item, painter);
        return;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            parts::menuBarItem(*item, painter);
        return;
    case CE_MenuBarEmptyArea:
    case CE_Splitter:
    case CE_ToolBar:
        painter->fillRect(option->rect, theme.color(Colour::Window));
        return;
    case CE_Header:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            parts::headerSection(*header, painter);
            QStyleOptionHeader part = *header;
            part.rect = subElementRect(SE_HeaderLabel, header, widget);
            parts::headerLabel(part, painter);
            part.rect = subElementRect(SE_HeaderArrow, header, widget);
            drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
        }
        return;
    case CE_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            parts::headerSection(*header, painter);
        return;
    case CE_HeaderEmptyArea: {
        QStyleOptionHeader header;
        header.QStyleOption::operator=(*option);
        header.orientation =
            option->state.testFlag(State_Horizontal) ? Qt::Horizontal : Qt::Vertical;
        header.state.setFlag(State_Sunken, false);
        parts::headerSection(header, painter);
        return;
    }
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            parts::headerLabel(*header, painter);
        return;
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
            parts::progress(*bar, painter);
        return;
    case CE_ShapedFrame:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            const QPoint middle = frame->rect.center();
            painter->fillRect(frame->frameShape == QFrame::HLine
                                  ? QRect(frame->rect.left(), middle.y(), frame->rect.width(), 1)
                                  : QRect(middle.x(), frame->rect.top(), 1, frame->rect.height()),
                              theme.color(Colour::Border));
            return;
        }
        break;
    case CE_SizeGrip:
        return;
    case CE_ItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            QStyleOptionViewItem verbatim = *item;
            verbatim.font = verbatimFont(item->font, item->text);
            QProxyStyle::drawControl(element, &verbatim, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void AgonStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                   QPainter* painter, const QWidget* widget) const {
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        combo && control == CC_ComboBox)
        parts::comboBox(*combo, painter, widget);
    else if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
             spin && control == CC_SpinBox)
        parts::spinBox(*spin, painter, proxy(), widget);
    else if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
             bar && control == CC_ScrollBar)
        parts::scrollBar(*bar, painter, proxy(), widget);
    else if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
             slider && control == CC_Slider)
        parts::slider(*slider, painter, proxy(), widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void AgonStyle::drawItemText(QPainter* painter, const QRect& rect, int flags,
                             const QPalette& palette, bool enabled, const QString& text,
                             QPalette::ColorRole role) const {
    const QFont font = painter->font();
    painter->setFont(verbatimFont(font, text));
    QProxyStyle::drawItemText(painter, rect, flags, palette, enabled, text, role);
    painter->setFont(font);
}

QIcon AgonStyle::standardIcon(StandardPixmap standard, const QStyleOption* option,
                              const QWidget* widget) const {
    switch (standard) {
    case SP_MessageBoxInformation:
        return icon(Icon::Info);
    case SP_MessageBoxQuestion:
        return icon(Icon::Keys);
    case SP_MessageBoxWarning:
        return icon(Icon::Remark, Colour::WarningText);
    case SP_MessageBoxCritical:
        return icon(Icon::Invalid, Colour::DangerText);
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
        return icon(Icon::Cross, Colour::Dim);
    case SP_TitleBarNormalButton:
        return icon(Icon::Float, Colour::Dim);
    case SP_ToolBarHorizontalExtensionButton:
        return icon(Icon::ChevronRight, Colour::Dim);
    case SP_ToolBarVerticalExtensionButton:
        return icon(Icon::ChevronDown, Colour::Dim);
    case SP_DirIcon:
    case SP_DirClosedIcon:
    case SP_DirOpenIcon:
        return icon(Icon::Folder);
    case SP_FileIcon:
        return icon(Icon::File);
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}

void AgonStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (auto* view = qobject_cast<QAbstractItemView*>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    if (auto* header = qobject_cast<QHeaderView*>(widget);
        header && header->orientation() == Qt::Horizontal)
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    if (auto* edit = qobject_cast<QLineEdit*>(widget)) {
        const auto spell = [edit] {
            const QFont font = verbatimFont(edit->font(), edit->text());
            if (font.styleStrategy() != edit->font().styleStrategy())
                edit->setFont(font);
        };
        connect(edit, &QLineEdit::textChanged, this, spell);
        spell();
    }
}

void AgonStyle::unpolish(QWidget* widget) {
    if (auto* edit = qobject_cast<QLineEdit*>(widget))
        disconnect(edit, nullptr, this, nullptr);
    QProxyStyle::unpolish(widget);
}

} // namespace agon::ui
