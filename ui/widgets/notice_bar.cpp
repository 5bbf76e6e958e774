#include "ui/widgets/notice_bar.h"

#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

constexpr int iconSide = 16;
constexpr int padding = 10;

Icon iconFor(Tone tone) {
    switch (tone) {
    case Tone::Good:
        return Icon::Check;
    case Tone::Warning:
        return Icon::Remark;
    case Tone::Danger:
        return Icon::Invalid;
    case Tone::Human:
        return Icon::Human;
    default:
        return Icon::Info;
    }
}

} // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel)
    , m_link(new QPushButton) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(padding + iconSide + 8), scaled(7), scaled(padding),
                               scaled(7));
    layout->setSpacing(scaled(8));
    layout->addWidget(m_label, 1);
    layout->addWidget(m_link, 0, Qt::AlignVCenter);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::RichText);
    m_label->setTextInteractionFlags(Qt::NoTextInteraction);
    m_label->setMinimumHeight(scaled(18));
    setLinkLook(m_link);
    m_link->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    connect(m_link, &QPushButton::clicked, this, &NoticeBar::linkActivated);
}

void NoticeBar::say(Tone tone, const QString& lead, const QString& text) {
    m_tone = tone;
    m_icon = iconFor(tone);
    m_lead = lead;
    m_text = text;
    applyText();
    update();
    if (parentWidget()) // or it would open as a window of its own
        setVisible(true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::setIcon(Icon icon) {
    m_icon = icon;
    update();
}

void NoticeBar::setLink(const QString& words) {
    m_link->setText(words);
    m_link->setVisible(!words.isEmpty());
    applyText();
}

QString NoticeBar::text() const {
    return m_lead.isEmpty() ? m_text : QString(m_lead + u' ' + m_text);
}

void NoticeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    paintBox(&painter, rect(), theme.color(tintOf(m_tone)), {}, measure::radius);
    // Beside the first line, however many there are.
    const double side = scaled(iconSide);
    const double line = m_label->geometry().top() + QFontMetrics(uiFont()).height() / 2.0;
    const double middle = m_label->height() > 2 * QFontMetrics(uiFont()).height() - 4
                              ? line
                              : m_label->geometry().center().y() + 0.5;
    paintIcon(&painter, {double(scaled(padding)), middle - side / 2.0, side, side}, m_icon,
              theme.color(m_tone == Tone::Neutral ? Colour::Text : textOf(m_tone)));
}

void NoticeBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyText();
}

void NoticeBar::applyText() {
    const Theme theme = Theme::of(palette());
    const QColor ink = theme.color(m_tone == Tone::Neutral ? Colour::Text : textOf(m_tone));
    QString html = u"<span style=\"color:%1\">"_s.arg(ink.name());
    if (!m_lead.isEmpty())
        html += u"<span style=\"font-weight:600\">"_s + m_lead.toHtmlEscaped() + u"</span> "_s;
    html += m_text.toHtmlEscaped() + u"</span>"_s;
    m_label->setText(html);
    m_label->setAccessibleName(text());
    setAccessibleName(text());
    m_link->setAccessibleDescription(text());
    if (m_link->palette().color(QPalette::ButtonText) != ink) {
        QPalette own;
        own.setColor(QPalette::Active, QPalette::ButtonText, ink);
        own.setColor(QPalette::Inactive, QPalette::ButtonText, ink);
        m_link->setPalette(own);
    }
}

} // namespace agon::ui
