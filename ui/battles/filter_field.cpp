#include "ui/battles/filter_field.h"

#include "ui/battles/token_button.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/key_cap.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace agon::ui {

namespace {
constexpr int iconLeft = 9;
constexpr int iconSide = 16;
constexpr int contentLeft = 33;
constexpr int gap = 6;
constexpr int leastText = 150;
} // namespace

FilterField::FilterField(QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_cap(new KeyCap({}, KeyCapLook::Quiet, this)) {
    m_edit->setFrame(false);
    m_edit->setAttribute(Qt::WA_MacShowFocusRect, false);
    m_edit->setPlaceholderText(tr("Add a filter or search the text"));
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->setAccessibleDescription(
        tr("Fields such as model:, set:, category:, verdict:, flip:yes, gap<=1, reviewed:no; other "
           "words search the texts"));
    m_edit->setToolTip(m_edit->accessibleDescription());
    m_edit->installEventFilter(this);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_edit, &QLineEdit::textEdited, this, &FilterField::textEdited);
}

void FilterField::setKey(const QKeySequence& key) {
    m_cap->setKeys(key);
    place();
}

void FilterField::setTerms(const std::vector<FilterTerm>& terms) {
    const bool focusedToken =
        std::ranges::any_of(m_tokens, [](const TokenButton* token) { return token->hasFocus(); });
    for (TokenButton* token : m_tokens)
        token->deleteLater();
    m_tokens.clear();
    for (std::size_t i = 0; i < terms.size(); ++i) {
        auto* token = new TokenButton(terms[i], this);
        connect(token, &TokenButton::clicked, this, [this, i] { emit removed(i); });
        m_tokens.push_back(token);
    }
    if (focusedToken)
        m_edit->setFocus();
    place();
}

void FilterField::markError(int position) {
    if (position < 0 || position > m_edit->text().size())
        return;
    m_edit->setFocus();
    m_edit->setSelection(position, static_cast<int>(m_edit->text().size()) - position);
}

void FilterField::clearText() {
    m_edit->clear();
}

QSize FilterField::sizeHint() const {
    return {scaled(400), scaled(measure::control)};
}

QSize FilterField::minimumSizeHint() const {
    return {scaled(200), scaled(measure::control)};
}

void FilterField::place() {
    const int capWidth = m_cap->sizeHint().width();
    const QRect whole = rect();
    const auto put = [&](QWidget* widget, const QRect& place) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), whole, place));
    };
    const QSize cap = m_cap->sizeHint();
    const int right = width() - scaled(8) - capWidth;
    put(m_cap, {right, (height() - cap.height()) / 2, cap.width(), cap.height()});

    int wanted = 0;
    for (const TokenButton* token : m_tokens)
        wanted += token->sizeHint().width() + scaled(gap);
    const int room = right - scaled(gap) - scaled(contentLeft) - scaled(leastText);
    int left = scaled(contentLeft) + std::min(0, room - wanted);
    for (TokenButton* token : m_tokens) {
        const QSize size = token->sizeHint();
        put(token, {left, (height() - size.height()) / 2, size.width(), size.height()});
        token->setVisible(left >= scaled(contentLeft)); // what gives way comes back with room
        left += size.width() + scaled(gap);
    }
    left = std::max(left, scaled(contentLeft));
    put(m_edit, {left - 2, 2, right - scaled(gap) - left + 2, height() - 4});
}

void FilterField::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    paintControlBox(&painter, rect(), theme.color(Colour::Base), theme.color(Colour::StrongBorder),
                    m_edit->hasFocus(), theme);
    const int side = scaled(iconSide);
    const QRect icon(scaled(iconLeft), (height() - side) / 2, side, side);
    paintIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), icon), Icon::Search,
              theme.color(Colour::Text));
    const bool hidden =
        std::ranges::any_of(m_tokens, [](const TokenButton* token) { return token->isHidden(); });
    if (hidden) { // tokens have given way
        painter.setPen(theme.color(Colour::Dim));
        painter.setFont(uiFont());
        painter.drawText(
            QStyle::visualRect(layoutDirection(), rect(),
                               {scaled(contentLeft) - scaled(8), 0, scaled(12), height()}),
            Qt::AlignCenter, QStringLiteral("…"));
    }
}

void FilterField::resizeEvent(QResizeEvent*) {
    place();
}

void FilterField::mousePressEvent(QMouseEvent*) {
    m_edit->setFocus(Qt::MouseFocusReason);
}

// A space behind a term that names a field ends it; words of a search may go on.
void FilterField::textEdited(const QString& text) {
    if (!text.endsWith(u' ') || text.trimmed().isEmpty())
        return;
    const auto filter = parseFilter(text.toStdString());
    if (filter && !filter->hasText())
        emit entered(text.trimmed());
}

bool FilterField::keyPressed(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_edit->text().trimmed().isEmpty())
            emit left();
        else
            emit entered(m_edit->text().trimmed());
        return true;
    case Qt::Key_Backspace:
        if (m_edit->cursorPosition() > 0 || m_edit->hasSelectedText() || m_tokens.empty())
            return false;
        emit removed(m_tokens.size() - 1);
        return true;
    case Qt::Key_Escape:
        if (m_edit->text().isEmpty())
            emit left();
        else
            m_edit->clear();
        return true;
    case Qt::Key_Down:
        emit left();
        return true;
    default:
        return false;
    }
}

bool FilterField::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit) {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
            update();
        if (event->type() == QEvent::KeyPress && keyPressed(static_cast<QKeyEvent*>(event)))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace agon::ui
