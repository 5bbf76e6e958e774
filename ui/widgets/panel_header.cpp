#include "ui/widgets/panel_header.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/key_cap.h"

#include <QtGui/QPainter>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QFrame>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

namespace agon::ui {
namespace {

QToolButton* titleButton(Icon picture, const QString& words) {
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setIcon(icon(picture, Colour::Dim));
    button->setIconSize({scaled(12), scaled(12)});
    button->setFixedSize(scaled(22), scaled(22));
    button->setAccessibleName(words);
    button->setToolTip(words);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

PanelHeader::PanelHeader(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(title, Colour::Text, Size::Body, Weight::Semibold))
    , m_note(new ElidedLabel({}, Colour::Dim))
    , m_key(new KeyCap({}, KeyCapLook::Quiet))
    , m_labels(new QHBoxLayout)
    , m_actions(new QHBoxLayout)
    , m_divider(new QFrame)
    , m_float(titleButton(Icon::Float, tr("Float or dock this panel")))
    , m_close(titleButton(Icon::Cross, tr("Close this panel"))) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setInBar(this);
    static_cast<QFrame*>(m_divider)->setFrameShape(QFrame::VLine);
    m_divider->setFixedSize(scaled(9), scaled(16));
    m_note->hide();
    m_key->hide();
    m_divider->hide();

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(measure::dockPadding), 1, scaled(6), 1);
    layout->setSpacing(scaled(8));
    layout->addWidget(m_title);
    layout->addWidget(m_key);
    layout->addWidget(m_note);
    layout->addLayout(m_labels);
    layout->addStretch(1);
    layout->addLayout(m_actions);
    layout->addWidget(m_divider);
    layout->addWidget(m_float);
    layout->addSpacing(-scaled(6));
    layout->addWidget(m_close);
    m_labels->setSpacing(scaled(6));
    m_actions->setSpacing(scaled(4));

    connect(m_float, &QToolButton::clicked, this, &PanelHeader::floatRequested);
    connect(m_close, &QToolButton::clicked, this, &PanelHeader::closeRequested);
    setAccessibleName(title);
}

PanelHeader* PanelHeader::install(QDockWidget* dock) {
    auto* header = new PanelHeader(dock->windowTitle(), dock);
    dock->setTitleBarWidget(header);
    const auto follow = [header](QDockWidget::DockWidgetFeatures features) {
        header->setCloseable(features.testFlag(QDockWidget::DockWidgetClosable));
        header->setFloatable(features.testFlag(QDockWidget::DockWidgetFloatable));
    };
    follow(dock->features());
    connect(dock, &QDockWidget::featuresChanged, header, follow);
    connect(dock, &QDockWidget::windowTitleChanged, header, &PanelHeader::setTitle);
    connect(header, &PanelHeader::floatRequested, dock,
            [dock] { dock->setFloating(!dock->isFloating()); });
    connect(header, &PanelHeader::closeRequested, dock, &QDockWidget::close);
    return header;
}

void PanelHeader::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void PanelHeader::setNote(const QString& note) {
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void PanelHeader::setKey(const QKeySequence& key) {
    m_key->setKeys(key);
    m_key->setVisible(!key.isEmpty());
}

void PanelHeader::addLabel(QWidget* widget) {
    m_labels->addWidget(widget, 0, Qt::AlignVCenter);
}

void PanelHeader::addAction(QWidget* widget) {
    m_actions->addWidget(widget, 0, Qt::AlignVCenter);
    widget->installEventFilter(this);
}

// Without actions to divide from, no divider.
bool PanelHeader::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) {
        bool any = false;
        for (int i = 0; i < m_actions->count(); ++i)
            any = any || !m_actions->itemAt(i)->widget()->isHidden();
        m_divider->setVisible(any);
    }
    return QWidget::eventFilter(watched, event);
}

void PanelHeader::setCloseable(bool closeable) {
    m_close->setVisible(closeable);
}

void PanelHeader::setFloatable(bool floatable) {
    m_float->setVisible(floatable);
}

QSize PanelHeader::sizeHint() const {
    return {QWidget::sizeHint().width(), scaled(measure::dockTitle)};
}

QSize PanelHeader::minimumSizeHint() const {
    return {QWidget::minimumSizeHint().width(), scaled(measure::dockTitle)};
}

void PanelHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.color(Colour::Window));
    painter.setPen(theme.color(Colour::Border));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

PanelFrame::PanelFrame(QWidget* content, QWidget* parent)
    : QWidget(parent) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 0, 1, 1);
    layout->addWidget(content);
    setFocusProxy(content);
}

void PanelFrame::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.color(Colour::Base));
    const QColor line = theme.color(Colour::Border);
    painter.fillRect(0, 0, 1, height(), line);
    painter.fillRect(width() - 1, 0, 1, height(), line);
    painter.fillRect(0, height() - 1, width(), 1, line);
}

} // namespace agon::ui
