#include "ui/battles/token_button.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace agon::ui {

FilterToken tokenOf(const FilterTerm& term) {
    const QString text = QString::fromStdString(term.text());
    if (term.field == FilterTerm::Field::Text)
        return {{}, text};
    qsizetype end = 0;
    while (end < text.size() && (text[end].isLetter() || text[end] == u'_' || text[end] == u'-'))
        ++end;
    while (end < text.size() &&
           (text[end] == u':' || text[end] == u'<' || text[end] == u'>' || text[end] == u'='))
        ++end;
    return {text.first(end), text.sliced(end)};
}

TokenButton::TokenButton(const FilterTerm& term, QWidget* parent)
    : QAbstractButton(parent)
    , m_token(tokenOf(term)) {
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Remove the filter %1").arg(m_token.key + m_token.value));
    setToolTip(m_token.key + m_token.value);
}

QSize TokenButton::sizeHint() const {
    return tokenSize(m_token);
}

void TokenButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const FilterTokenState state = hasFocus()  ? FilterTokenState::Focused
                                   : m_onCross ? FilterTokenState::CrossHovered
                                               : FilterTokenState::Normal;
    paintToken(&painter, rect(), m_token, state, layoutDirection(), Theme::of(palette()));
}

void TokenButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void TokenButton::mouseMoveEvent(QMouseEvent* event) {
    const bool onCross = hitButton(event->pos());
    if (std::exchange(m_onCross, onCross) != onCross)
        update();
    QAbstractButton::mouseMoveEvent(event);
}

void TokenButton::leaveEvent(QEvent* event) {
    m_onCross = false;
    update();
    QAbstractButton::leaveEvent(event);
}

bool TokenButton::hitButton(const QPoint& point) const {
    constexpr int slack = 4;
    return tokenCross(rect(), layoutDirection())
        .adjusted(-slack, -slack, slack, slack)
        .contains(point);
}

} // namespace agon::ui
