#include "ui/battles/reason_field.h"

#include "ui/theme/font.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace agon::ui {

namespace {
constexpr int mostCharacters = 4000;
} // namespace

ReasonField::ReasonField(const QKeySequence& key, QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_caption(new TextLabel(tr("Reason"), Colour::Dim, Size::Caption, Weight::Regular, this)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_edit->setFrame(false);
    m_edit->setFont(proseFont(Size::Body));
    m_edit->setMaxLength(mostCharacters);
    m_edit->setPlaceholderText(tr("if you want one"));
    m_edit->setAccessibleName(tr("Reason"));
    m_edit->setToolTip(tr("Kept with your vote. Enter saves it, Esc leaves"));
    m_edit->setFixedHeight(scaled(20));
    m_edit->installEventFilter(this);
    m_caption->setBuddy(m_edit);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_caption);
    words->addWidget(m_edit);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(scaled(9), scaled(4), scaled(9), scaled(4));
    row->setSpacing(scaled(6));
    row->addLayout(words, 1);
    row->addWidget(new KeyCap(key, KeyCapLook::Quiet, this));
}

void ReasonField::setStored(const QString& reason) {
    m_stored = reason;
    m_edit->setText(reason);
    m_edit->setCursorPosition(0);
}

QString ReasonField::text() const {
    return m_edit->text().trimmed();
}

QSize ReasonField::sizeHint() const {
    return {scaled(200), scaled(44)};
}

QSize ReasonField::minimumSizeHint() const {
    return {scaled(90), scaled(44)};
}

void ReasonField::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    paintControlBox(&painter, rect(), theme.color(Colour::Base), theme.color(Colour::StrongBorder),
                    m_edit->hasFocus(), theme);
}

void ReasonField::mousePressEvent(QMouseEvent*) {
    m_edit->setFocus(Qt::MouseFocusReason);
}

bool ReasonField::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            emit saved(text());
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            setStored(m_stored);
            emit left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace agon::ui
