#include "ui/battles/verdict_button.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_cap.h"

#include <QPainter>
#include <QStyle>

namespace agon::ui {

namespace {
constexpr int buttonHeight = 44;
constexpr int padding = 9;
constexpr int gap = 8;
constexpr int iconSide = 12;
constexpr int iconGap = 4;
} // namespace

VerdictButton::VerdictButton(const QKeySequence& key, QWidget* parent)
    : QAbstractButton(parent)
    , m_keys(keyWords(key)) {
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard where it was
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void VerdictButton::setWords(const QString& words) {
    setText(words);
    describe();
}

void VerdictButton::setJudge(const QString& words, const QString& brief) {
    m_judge = words;
    m_judgeBrief = brief;
    describe();
}

void VerdictButton::setMine(const QString& words, const QString& brief) {
    m_mine = words;
    m_mineBrief = brief;
    describe();
}

void VerdictButton::setFlat(bool flat) {
    m_flat = flat;
    update();
}

void VerdictButton::describe() {
    QStringList parts{text()};
    for (const QString& part : {m_judge, m_mine})
        if (!part.isEmpty())
            parts.append(part);
    setAccessibleName(parts.join(QStringLiteral(". ")));
    setToolTip(m_keys.isEmpty() ? text() : tr("%1 (%2)").arg(text(), m_keys.join(u' ')));
    update();
}

QSize VerdictButton::sizeHint() const {
    const QFontMetrics metrics(uiFont(Size::Answer, Weight::Medium));
    return {2 * scaled(padding) + keyCapsSize(m_keys, KeyCapLook::Plain).width() + scaled(gap) +
                metrics.horizontalAdvance(text()),
            scaled(buttonHeight)};
}

void VerdictButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    const bool mine = isMine();
    if (!m_flat) {
        const Colour fill = mine           ? Colour::HumanTint
                            : !isEnabled() ? Colour::Window
                            : isDown()     ? Colour::Selection
                            : underMouse() ? Colour::Hover
                                           : Colour::Base;
        paintControlBox(&painter, rect(), theme.color(fill), theme.color(Colour::StrongBorder),
                        hasFocus(), theme);
        if (mine && !hasFocus()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(theme.color(Colour::HumanText), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
        }
    } else if (hasFocus()) {
        paintFocusRing(&painter, rect(), theme);
    }
    const auto mirrored = [&](const QRect& part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const QSize caps = keyCapsSize(m_keys, KeyCapLook::Plain);
    paintKeyCaps(&painter, mirrored({scaled(padding), 0, caps.width(), height()}), m_keys,
                 KeyCapLook::Plain, theme);
    const int left = scaled(padding) + caps.width() + scaled(gap);
    const int room = width() - left - scaled(padding) / 2;
    const bool two = isJudges() || mine;
    painter.setFont(m_flat ? uiFont() : uiFont(Size::Answer, Weight::Medium));
    painter.setPen(theme.color(!isEnabled() ? Colour::Faint : m_flat ? Colour::Dim : Colour::Text));
    const QRect words(left, two ? scaled(5) : 0, room, two ? scaled(19) : height());
    painter.drawText(mirrored(words), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, room));
    if (two)
        paintWho(painter, {left, scaled(23), room, scaled(16)}, theme);
}

// The judge, then you: in full where there is room, briefly where not, at last the icons alone.
void VerdictButton::paintWho(QPainter& painter, const QRect& rect, const Theme& theme) const {
    painter.setFont(uiFont(Size::Caption));
    const QFontMetrics metrics = painter.fontMetrics();
    const int icon = scaled(iconSide) + scaled(iconGap);
    const auto widthOf = [&](const QString& words) {
        return words.isEmpty() ? 0 : icon + metrics.horizontalAdvance(words) + scaled(gap);
    };
    QString judge = m_judge;
    QString mine = m_mine;
    const int room = rect.width() + scaled(gap);
    if (widthOf(judge) + widthOf(mine) > room)
        judge = m_judgeBrief;
    if (widthOf(judge) + widthOf(mine) > room)
        mine = m_mineBrief;
    const bool bare = widthOf(judge) + widthOf(mine) > room;
    int left = rect.left();
    const auto write = [&](const QString& words, Icon picture, Colour colour) {
        if (words.isEmpty())
            return;
        const QRect place = QStyle::visualRect(
            layoutDirection(), this->rect(),
            {left, rect.center().y() - scaled(iconSide) / 2, scaled(iconSide), scaled(iconSide)});
        paintIcon(&painter, place, picture, theme.color(colour));
        left += icon;
        if (bare)
            return;
        const int width = metrics.horizontalAdvance(words);
        painter.setPen(theme.color(colour));
        painter.drawText(QStyle::visualRect(layoutDirection(), this->rect(),
                                            {left, rect.top(), width + 1, rect.height()}),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, words);
        left += width + scaled(gap);
    };
    write(judge, Icon::Judge, Colour::Dim);
    write(mine, Icon::Human, Colour::HumanText);
}

} // namespace agon::ui
