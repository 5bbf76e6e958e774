#include "ui/theme/focus_ring.h"

#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/theme/shapes.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QApplication>

namespace agon::ui {
namespace {

class Ring : public QWidget {
  public:
    explicit Ring(QWidget* area)
        : QWidget(area) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        area->installEventFilter(this);
        fit();
        raise();
        show();
    }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == parent() && event->type() == QEvent::Resize)
            fit();
        return QWidget::eventFilter(watched, event);
    }

    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintFocusRing(&painter, rect(), Theme::of(palette()), 1.0);
    }

  private:
    void fit() {
        setGeometry(parentWidget()->rect());
        // Only the ring itself overlaps what scrolls beneath.
        const int width = measure::focusRing;
        setMask(QRegion(rect()) - QRegion(rect().adjusted(width, width, -width, -width)));
    }
};

} // namespace

FocusRing::FocusRing(QObject* parent)
    : QObject(parent) {
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { moveTo(now); });
}

void FocusRing::moveTo(QWidget* focused) {
    if (m_ring) {
        m_ring->hide();
        m_ring->deleteLater();
    }
    m_ring = nullptr;
    auto* area = qobject_cast<QAbstractScrollArea*>(focused);
    if (area && !hasOwnFocusRing(area) && area->window()->windowType() != Qt::Popup)
        m_ring = new Ring(area);
}

} // namespace agon::ui
