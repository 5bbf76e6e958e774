#include "ui/shell/panel_bar.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace agon::ui {

// Icon above word; the current one has an accent bar at its left.
class PanelBarItem final : public QToolButton {
  public:
    PanelBarItem(const QString& title, Icon icon, QWidget* parent)
        : QToolButton(parent)
        , m_icon(icon) {
        setText(title);
        setAccessibleName(title);
        setFocusPolicy(Qt::TabFocus);
        setAutoRaise(true);
    }

    void setBadge(int number) {
        m_badge = number;
        setAccessibleDescription(number > 0 ? PanelBar::tr("%1 running").arg(number) : QString());
        update();
    }

    [[nodiscard]] QSize sizeHint() const override {
        return {scaled(measure::panelBar), scaled(measure::panelBarItem)};
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        const Theme theme = Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked())
            painter.fillRect(rect(), theme.color(Colour::Selection));
        else if (underMouse())
            painter.fillRect(rect(), theme.color(Colour::Hover));
        if (isChecked())
            painter.fillRect(0, 0, measure::currentBar, height(), theme.color(Colour::Accent));

        const QColor ink = theme.color(isChecked() ? Colour::Text : Colour::Dim);
        const int side = scaled(20);
        const QRectF picture((width() - side) / 2.0, scaled(8), side, side);
        paintIcon(&painter, picture, m_icon, ink);
        painter.setFont(uiFont(Size::Caption, isChecked() ? Weight::Medium : Weight::Regular));
        painter.setPen(ink);
        painter.drawText(QRect(0, scaled(30), width(), scaled(16)), Qt::AlignCenter, text());
        if (m_badge > 0)
            paintBadge(painter, theme, picture.topRight());
        if (hasFocus()) {
            painter.setPen(QPen(theme.color(Colour::Accent), measure::focusRing));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), measure::radius,
                                    measure::radius);
        }
    }

  private:
    void paintBadge(QPainter& painter, const Theme& theme, QPointF corner) const {
        const QString number = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
        painter.setFont(uiFont(Size::Caption, Weight::Semibold));
        const int height = scaled(15);
        const int width = std::max(height, painter.fontMetrics().horizontalAdvance(number) + 8);
        const QRectF badge(corner.x() - height / 2.0, corner.y() - scaled(5), width, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Colour::Accent));
        painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
        painter.setPen(theme.color(Colour::OnAccent));
        painter.drawText(badge, Qt::AlignCenter, number);
    }

    Icon m_icon;
    int m_badge = 0;
};

PanelBar::PanelBar(QWidget* parent)
    : QWidget(parent)
    , m_panels(new QVBoxLayout)
    , m_foot(new QVBoxLayout) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, scaled(4));
    column->setSpacing(0);
    m_panels->setSpacing(0);
    m_foot->setSpacing(0);
    column->addLayout(m_panels);
    column->addStretch();
    column->addLayout(m_foot);
    setAccessibleName(tr("Panels"));
}

void PanelBar::addPanel(const QString& id, const QString& title, Icon icon, const QString& keys) {
    auto* item = new PanelBarItem(title, icon, this);
    item->setCheckable(true);
    item->setToolTip(keys.isEmpty() ? title : tr("%1 (%2)").arg(title, keys));
    connect(item, &QToolButton::clicked, this, [this, id, item] {
        item->setChecked(true); // a click on the current one leaves it current
        emit chosen(id);
    });
    m_panels->addWidget(item);
    m_items.insert(id, item);
}

void PanelBar::addAction(QAction* action, const QString& title, Icon icon) {
    auto* item = new PanelBarItem(title, icon, this);
    item->setToolTip(action->toolTip());
    connect(item, &QToolButton::clicked, action, &QAction::trigger);
    m_foot->addWidget(item);
}

void PanelBar::setCurrent(const QString& id) {
    for (auto item = m_items.begin(); item != m_items.end(); ++item)
        item.value()->setChecked(item.key() == id);
}

void PanelBar::setBadge(const QString& id, int number) {
    if (PanelBarItem* item = m_items.value(id))
        item->setBadge(number);
}

} // namespace agon::ui
