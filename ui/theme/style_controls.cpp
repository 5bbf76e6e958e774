#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/theme/shapes.h"
#include "ui/theme/style_parts.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOption>

namespace agon::ui::parts {
namespace {

bool enabled(const QStyleOption& option) {
    return option.state.testFlag(QStyle::State_Enabled);
}

bool focused(const QStyleOption& option) {
    return option.state.testFlag(QStyle::State_HasFocus) && enabled(option);
}

bool hovered(const QStyleOption& option) {
    return option.state.testFlag(QStyle::State_MouseOver) && enabled(option);
}

bool down(const QStyleOption& option) {
    return option.state.testFlag(QStyle::State_Sunken) && enabled(option);
}

bool on(const QStyleOption& option) {
    return option.state.testFlag(QStyle::State_On);
}

Colour frameColour(const QStyleOption& option, const QWidget* widget) {
    return enabled(option) && !isInBar(widget) ? Colour::StrongBorder : Colour::Border;
}

} // namespace

Qt::TextFlag mnemonics() {
    return QGuiApplication::keyboardModifiers().testFlag(Qt::AltModifier) ? Qt::TextShowMnemonic
                                                                          : Qt::TextHideMnemonic;
}

void pushButton(const QStyleOptionButton& option, QPainter* painter, const QWidget* widget) {
    const Theme theme = Theme::of(option.palette);
    if (hasLinkLook(widget)) {
        if (focused(option))
            paintFocusRing(painter, option.rect, theme);
        return;
    }
    if (option.features.testFlag(QStyleOptionButton::Flat)) {
        toolButtonPanel(option, painter);
        return;
    }
    if (isPrimary(widget) && enabled(option)) {
        QColor fill = theme.color(Colour::Accent);
        paintControlBox(painter, option.rect, fill, {}, focused(option), theme, measure::radius);
        return;
    }
    Colour fill = Colour::Base;
    if (on(option) || down(option))
        fill = Colour::Selection;
    else if (hovered(option))
        fill = Colour::Hover;
    paintControlBox(painter, option.rect, theme.color(fill),
                    theme.color(enabled(option) ? Colour::StrongBorder : Colour::Border),
                    focused(option), theme, measure::radius);
}

void pushButtonLabel(const QStyleOptionButton& option, QPainter* painter, const QWidget* widget) {
    const Theme theme = Theme::of(option.palette);
    const bool link = hasLinkLook(widget);
    QColor ink = option.palette.color(enabled(option) ? QPalette::Active : QPalette::Disabled,
                                      QPalette::ButtonText);
    if (isPrimary(widget) && enabled(option))
        ink = theme.color(Colour::OnAccent);

    const int gap = scaled(6);
    const QSize side = option.icon.isNull() ? QSize(0, 0) : option.iconSize;
    const QSize words = option.fontMetrics.size(Qt::TextShowMnemonic, option.text);
    const bool menu = option.features.testFlag(QStyleOptionButton::HasMenu);
    const int arrow = menu ? scaled(12) : 0;
    const int between = !side.isEmpty() && !option.text.isEmpty() ? gap : 0;
    const int whole = side.width() + between + words.width() + (menu ? gap + arrow : 0);
    const QRect rect = option.rect;
    int left = rect.left() + (rect.width() - whole) / 2;
    const auto placed = [&](int width) {
        const QRect part(left, rect.top(), width, rect.height());
        left += width;
        return QStyle::visualRect(option.direction, rect, part);
    };

    painter->save();
    if (!side.isEmpty()) {
        option.icon.paint(painter, placed(side.width()), Qt::AlignCenter,
                          enabled(option) ? QIcon::Normal : QIcon::Disabled,
                          on(option) ? QIcon::On : QIcon::Off);
        left += between;
    }
    const QRect text = placed(words.width());
    painter->setPen(ink);
    painter->setFont(verbatimFont(painter->font(), option.text));
    painter->drawText(text, Qt::AlignCenter | mnemonics(), option.text);
    if (link) {
        const int line = text.center().y() + option.fontMetrics.ascent() / 2 + 3;
        painter->fillRect(QRect(text.left(), line, text.width(), 1),
                          hovered(option) ? ink : theme.color(Colour::StrongBorder));
    }
    if (menu) {
        left += gap;
        chevron(painter, placed(arrow), Qt::DownArrow, option);
    }
    painter->restore();
}

void toolButtonPanel(const QStyleOption& option, QPainter* painter) {
    const Theme theme = Theme::of(option.palette);
    if (on(option) || down(option))
        paintBox(painter, option.rect, theme.color(Colour::Selection), {}, measure::radius);
    else if (hovered(option))
        paintBox(painter, option.rect, theme.color(Colour::Hover), {}, measure::radius);
    if (focused(option))
        paintFocusRing(painter, option.rect, theme, measure::radius);
}

void checkBox(const QStyleOption& option, QPainter* painter) {
    const Theme theme = Theme::of(option.palette);
    const bool partly = option.state.testFlag(QStyle::State_NoChange);
    const double side = std::min(option.rect.width(), option.rect.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    if (!on(option) && !partly) {
        paintBox(painter, box, theme.color(hovered(option) ? Colour::Hover : Colour::Base),
                 theme.color(enabled(option) ? Colour::StrongBorder : Colour::Border), 3.0);
        return;
    }
    paintBox(painter, box, theme.color(enabled(option) ? Colour::Accent : Colour::Faint), {}, 3.0);
    if (partly)
        paintIcon(painter, box.adjusted(2, 2, -2, -2), Icon::Minus, theme.color(Colour::OnAccent));
    else
        paintTick(painter, box, theme.color(Colour::OnAccent), side / 8.5);
}

void radioButton(const QStyleOption& option, QPainter* painter) {
    const Theme theme = Theme::of(option.palette);
    const double side = std::min(option.rect.width(), option.rect.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    if (!on(option)) {
        paintBox(painter, box, theme.color(hovered(option) ? Colour::Hover : Colour::Base),
                 theme.color(enabled(option) ? Colour::StrongBorder : Colour::Border), side / 2.0);
        return;
    }
    paintBox(painter, box, theme.color(enabled(option) ? Colour::Accent : Colour::Faint), {},
             side / 2.0);
    const double inset = side * 0.32;
    paintBox(painter, box.adjusted(inset, inset, -inset, -inset), theme.color(Colour::OnAccent), {},
             side);
}

void inputFrame(const QStyleOption& option, QPainter* painter, const QWidget* widget, bool filled) {
    const Theme theme = Theme::of(option.palette);
    const QColor fill = theme.color(enabled(option) ? Colour::Base : Colour::Window);
    paintControlBox(painter, option.rect, filled ? fill : QColor(),
                    theme.color(frameColour(option, widget)), focused(option), theme,
                    measure::radius);
}

void chevron(QPainter* painter, const QRect& rect, Qt::ArrowType direction,
             const QStyleOption& option) {
    const Theme theme = Theme::of(option.palette);
    const double side = std::min<double>(scaled(12), std::min(rect.width(), rect.height()));
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(rect).center());
    Icon icon = Icon::ChevronDown;
    if (direction == Qt::UpArrow)
        icon = Icon::ChevronUp;
    else if (direction == Qt::LeftArrow)
        icon = Icon::ChevronLeft;
    else if (direction == Qt::RightArrow)
        icon = Icon::ChevronRight;
    paintIcon(painter, box, icon, theme.color(enabled(option) ? Colour::Dim : Colour::Faint));
}

void comboBox(const QStyleOptionComboBox& option, QPainter* painter, const QWidget* widget) {
    const Theme theme = Theme::of(option.palette);
    if (option.frame) {
        Colour fill = Colour::Base;
        if (!enabled(option))
            fill = Colour::Window;
        else if (hovered(option) && !option.editable)
            fill = Colour::Hover;
        paintControlBox(painter, option.rect, theme.color(fill),
                        theme.color(frameColour(option, widget)), focused(option), theme,
                        measure::radius);
    }
    const int side = scaled(12);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const int gap = scaled(8);
    const QRect arrow(mirrored ? option.rect.left() + gap : option.rect.right() + 1 - gap - side,
                      option.rect.center().y() - side / 2 + 1, side, side);
    chevron(painter, arrow, Qt::DownArrow, option);
}

void spinBox(const QStyleOptionSpinBox& option, QPainter* painter, const QStyle* style,
             const QWidget* widget) {
    if (option.frame)
        inputFrame(option, painter, widget, true);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto part = [&](QStyle::SubControl control, QAbstractSpinBox::StepEnabledFlag can,
                          Qt::ArrowType direction) {
        QStyleOptionSpinBox step = option;
        if (!option.stepEnabled.testFlag(can))
            step.state.setFlag(QStyle::State_Enabled, false);
        QRect rect = style->subControlRect(QStyle::CC_SpinBox, &option, control, widget);
        if (option.activeSubControls == control && down(option))
            paintBox(painter, rect, Theme::of(option.palette).color(Colour::Selection), {}, 2.0);
        const int side = scaled(10);
        QRect box(0, 0, side, side);
        box.moveCenter(rect.center());
        chevron(painter, box, direction, step);
    };
    part(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Qt::UpArrow);
    part(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Qt::DownArrow);
}

void slider(const QStyleOptionSlider& option, QPainter* painter, const QStyle* style,
            const QWidget* widget) {
    const Theme theme = Theme::of(option.palette);
    const QRectF handle =
        style->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, widget);
    const QRectF whole = option.rect;
    const bool level = option.orientation == Qt::Horizontal;
    const QRectF groove = level ? QRectF(whole.left(), whole.center().y() - 2, whole.width(), 4)
                                : QRectF(whole.center().x() - 2, whole.top(), 4, whole.height());
    paintBar(painter, groove, theme.color(Colour::BarQuiet));
    QRectF done = groove;
    if (level && option.upsideDown)
        done.setLeft(handle.center().x());
    else if (level)
        done.setRight(handle.center().x());
    else if (option.upsideDown)
        done.setTop(handle.center().y());
    else
        done.setBottom(handle.center().y());
    paintBar(painter, done, theme.color(enabled(option) ? Colour::Accent : Colour::Faint));
    QRectF knob(0, 0, scaled(14), scaled(14));
    knob.moveCenter(handle.center());
    paintControlBox(painter, knob, theme.color(Colour::Base), theme.color(Colour::StrongBorder),
                    focused(option), theme, knob.width() / 2.0);
}

} // namespace agon::ui::parts
