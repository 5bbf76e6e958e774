#include "ui/widgets/policy_combo.h"

#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/theme/shapes.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QStylePainter>

namespace agon::ui {
namespace {
constexpr int gap = 6;
constexpr int iconSide = 14;
constexpr int dotSide = 7;
} // namespace

PolicyCombo::PolicyCombo(const QString& caption, QWidget* parent)
    : QComboBox(parent)
    , m_caption(caption) {
    setInBar(this);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(this, &QComboBox::currentTextChanged, this, [this] { updateGeometry(); });
    setAccessibleName(caption);
}

void PolicyCombo::setCaptionShown(bool shown) {
    if (m_captionShown == shown)
        return;
    m_captionShown = shown;
    updateGeometry();
    update();
}

void PolicyCombo::setLead(std::optional<Icon> icon) {
    m_lead = icon;
    updateGeometry();
    update();
}

void PolicyCombo::setHumanDot(bool dot) {
    m_dot = dot;
    updateGeometry();
    update();
}

int PolicyCombo::leadWidth() const {
    return (m_lead ? scaled(iconSide + gap) : 0) + (m_dot ? scaled(dotSide + gap) : 0);
}

QFontMetrics PolicyCombo::valueMetrics() const {
    return QFontMetrics(verbatimFont(font(), currentText()));
}

int PolicyCombo::captionWidth() const {
    return !m_captionShown ? 0 : fontMetrics().horizontalAdvance(m_caption) + scaled(gap);
}

QSize PolicyCombo::sizeHint() const {
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QSize contents(leadWidth() + captionWidth() +
                             valueMetrics().horizontalAdvance(currentText()),
                         fontMetrics().height());
    return style()->sizeFromContents(QStyle::CT_ComboBox, &option, contents, this);
}

QSize PolicyCombo::minimumSizeHint() const {
    // The value may be elided to a few letters; the caption stays.
    const int value = valueMetrics().horizontalAdvance(currentText());
    const int least = std::min(value, scaled(24));
    return sizeHint() - QSize(value - least, 0);
}

void PolicyCombo::showPopup() {
    view()->setMinimumWidth(view()->sizeHintForColumn(modelColumn()) + scaled(16));
    QComboBox::showPopup();
}

void PolicyCombo::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);

    const Theme theme = Theme::of(palette());
    const QRect field =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    int at = field.left();
    const auto take = [&](int width) {
        const QRect part(at, field.top(), width, field.height());
        at += width + scaled(gap);
        return QStyle::visualRect(layoutDirection(), field, part);
    };
    if (m_dot) {
        QRectF dot(0, 0, scaled(dotSide), scaled(dotSide));
        dot.moveCenter(QRectF(take(scaled(dotSide))).center());
        paintBox(&painter, dot, theme.color(Colour::HumanText), {}, dot.width() / 2.0);
    }
    if (m_lead)
        paintIcon(&painter, take(scaled(iconSide)), *m_lead, theme.color(Colour::Text));
    if (m_captionShown) {
        painter.setPen(theme.color(isEnabled() ? Colour::Dim : Colour::Faint));
        painter.drawText(take(fontMetrics().horizontalAdvance(m_caption)),
                         Qt::AlignCenter | Qt::TextSingleLine, m_caption);
    }
    const QRect value = take(std::max(0, field.right() + 1 - at));
    painter.setPen(theme.color(isEnabled() ? Colour::Text : Colour::Faint));
    painter.setFont(verbatimFont(font(), currentText()));
    const Qt::Alignment align = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.drawText(value, static_cast<int>(align) | Qt::AlignVCenter | Qt::TextSingleLine,
                     valueMetrics().elidedText(currentText(), Qt::ElideMiddle, value.width() + 1));
}

} // namespace agon::ui
