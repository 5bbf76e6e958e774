#include "ui/shell/dock_title.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace agon::ui {

namespace {

QToolButton* button(Icon picture, const QString& text, QWidget* parent) {
    auto* made = new QToolButton(parent);
    made->setIcon(icon(picture, Colour::Dim));
    made->setIconSize({scaled(14), scaled(14)});
    made->setAutoRaise(true);
    made->setFixedSize(scaled(22), scaled(22));
    made->setToolTip(text);
    made->setAccessibleName(text);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

} // namespace

DockTitle::DockTitle(QDockWidget* dock, const std::vector<QWidget*>& extras, const QString& keys)
    : QWidget(dock)
    , m_title(new QLabel(dock->windowTitle(), this)) {
    m_title->setFont(uiFont(Size::Body, Weight::Semibold));
    if (!keys.isEmpty())
        setToolTip(tr("%1 (%2)").arg(dock->windowTitle(), keys));

    auto* detach = button(Icon::Float, tr("Float or dock %1").arg(dock->windowTitle()), this);
    connect(detach, &QToolButton::clicked, dock,
            [dock] { dock->setFloating(!dock->isFloating()); });
    auto* close = button(Icon::Cross, tr("Close %1").arg(dock->windowTitle()), this);
    connect(close, &QToolButton::clicked, dock, &QWidget::close);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(scaled(measure::dockPadding), 0, scaled(8), 0);
    row->setSpacing(scaled(4));
    row->addWidget(m_title);
    row->addStretch();
    for (QWidget* extra : extras)
        row->addWidget(extra);
    row->addWidget(detach);
    row->addWidget(close);
}

void DockTitle::setTitle(const QString& title) {
    m_title->setText(title);
}

QSize DockTitle::sizeHint() const {
    return {scaled(160), scaled(measure::dockTitle)};
}

QSize DockTitle::minimumSizeHint() const {
    return {scaled(80), scaled(measure::dockTitle)};
}

void DockTitle::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Colour::Window));
    painter.setPen(theme.color(Colour::Border));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace agon::ui
