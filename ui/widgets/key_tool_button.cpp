#include "ui/widgets/key_tool_button.h"

#include "ui/theme/font.h"

#include <QtGui/QAction>
#include <QtWidgets/QStyleOptionToolButton>
#include <QtWidgets/QStylePainter>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {
constexpr int padding = 6;
constexpr int gap = 6;
constexpr int iconSide = 16;
} // namespace

KeyToolButton::KeyToolButton(QAction* action, QWidget* parent)
    : QToolButton(parent) {
    setAutoRaise(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setDefaultAction(action);
    const auto describe = [this, action] {
        QString words = action->text();
        setAccessibleName(words.remove(u'&'));
        updateGeometry();
    };
    connect(action, &QAction::changed, this, describe);
    describe();
}

void KeyToolButton::setWordsShown(bool shown) {
    m_wordsShown = shown;
    updateGeometry();
    update();
}

QStringList KeyToolButton::keys() const {
    return defaultAction() ? keyWords(defaultAction()->shortcut()) : QStringList();
}

QSize KeyToolButton::sizeHint() const {
    int width = 2 * scaled(padding);
    if (!icon().isNull())
        width += scaled(iconSide);
    if (m_wordsShown || icon().isNull())
        width +=
            QFontMetrics(uiFont(Size::Body, Weight::Medium)).horizontalAdvance(accessibleName()) +
            (icon().isNull() ? 0 : scaled(gap));
    if (const QSize caps = keyCapsSize(keys(), KeyCapLook::Quiet); caps.width() > 0)
        width += scaled(gap) + caps.width();
    return {width, scaled(26)};
}

void KeyToolButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    if (option.state.testFlag(QStyle::State_AutoRaise) && !underMouse())
        option.state.setFlag(QStyle::State_Raised, false);
    painter.drawPrimitive(QStyle::PE_PanelButtonTool, option);

    const Theme theme = Theme::of(palette());
    QRect rest = rect().adjusted(scaled(padding), 0, -scaled(padding), 0);
    const auto mirrored = [&](const QRect& part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    if (!icon().isNull()) {
        const int side = scaled(iconSide);
        icon().paint(&painter, mirrored({rest.left(), (height() - side) / 2, side, side}),
                     Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
        rest.setLeft(rest.left() + side + scaled(gap));
    }
    if (m_wordsShown || icon().isNull()) {
        painter.setFont(uiFont(Size::Body, Weight::Medium));
        painter.setPen(theme.color(isEnabled() ? Colour::Text : Colour::Faint));
        const int width = painter.fontMetrics().horizontalAdvance(accessibleName());
        painter.drawText(mirrored({rest.left(), 0, width, height()}),
                         Qt::AlignCenter | Qt::TextSingleLine, accessibleName());
        rest.setLeft(rest.left() + width + scaled(gap));
    }
    const QSize caps = keyCapsSize(keys(), KeyCapLook::Quiet);
    paintKeyCaps(&painter, mirrored({rest.left(), 0, caps.width(), height()}), keys(),
                 KeyCapLook::Quiet, theme);
}

} // namespace agon::ui
