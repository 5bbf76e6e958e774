#include "ui/shell/dock_fold.h"

#include "ui/theme/font.h"

#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QLayout>
#include <QStyle>

namespace agon::ui {

namespace {
constexpr int slack = 24;
} // namespace

DockFold::DockFold(QMainWindow& window, QDockWidget& partner, QDockWidget& companion,
                   FoldPlace place)
    : m_window(window)
    , m_partner(partner)
    , m_companion(companion)
    , m_place(place) {
    companion.installEventFilter(this);
}

void DockFold::fit() {
    m_folded = isFolded();
    if (m_folded && m_window.width() >= scaled(m_place.least + slack))
        unfold();
    else if (!m_folded && m_window.width() < scaled(m_place.least) && stand())
        fold();
    else
        keepWidth();
}

void DockFold::keepWidth() {
    if (m_folded || m_companion.isHidden() || !stand())
        return;
    m_window.layout()->activate(); // now, and below again: nothing is painted in between
    const int width = room();
    const int both = m_partner.width() + m_companion.width();
    if (width != m_companion.width()) {
        m_window.resizeDocks({&m_partner, &m_companion}, {both - width, width}, Qt::Horizontal);
        m_window.layout()->activate();
    }
    m_keptIn = m_window.width();
}

int DockFold::room() const {
    const int line = m_window.style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent);
    const int left = m_window.width() - line - m_partner.minimumSizeHint().width();
    return std::max(std::min(scaled(m_place.width), left), m_companion.minimumSizeHint().width());
}

// With the mouse on the line between them, not on the window's corner.
bool DockFold::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_companion && event->type() == QEvent::Resize && stand() &&
        m_window.width() == m_keptIn && QGuiApplication::mouseButtons() == Qt::LeftButton)
        m_place.width = m_draggedTo = qRound(m_companion.width() / textScale());
    return QObject::eventFilter(watched, event);
}

// A companion that is closed is folded too: opened again, it comes as a tab.
void DockFold::fold() {
    const bool shown = !m_companion.isHidden();
    const bool hadFocus = m_companion.isAncestorOf(QApplication::focusWidget());
    m_window.tabifyDockWidget(&m_partner, &m_companion);
    m_companion.setVisible(shown);
    (shown && hadFocus ? m_companion : m_partner).raise();
    m_folded = true;
}

void DockFold::unfold() {
    const bool folded = isFolded();
    m_folded = false;
    if (!folded)
        return;
    const bool shown = !m_companion.isHidden();
    QWidget* focus =
        m_window.isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
    m_window.removeDockWidget(&m_companion);
    m_window.addDockWidget(m_place.area, &m_companion);
    m_companion.setVisible(shown);
    if (focus)
        focus->setFocus(Qt::OtherFocusReason);
    keepWidth();
}

bool DockFold::stand() const {
    return !m_partner.isHidden() && !m_partner.isFloating() && !m_companion.isFloating() &&
           m_window.dockWidgetArea(&m_companion) == m_place.area &&
           m_window.dockWidgetArea(&m_partner) != m_place.area &&
           m_window.tabifiedDockWidgets(&m_companion).isEmpty();
}

// Pulled apart by hand, they are a person's from then on. Qt does not say of a closed dock what it
// is a tab of.
bool DockFold::isFolded() const {
    return m_folded && (m_companion.isHidden() || areTabs());
}

bool DockFold::areTabs() const {
    return !m_partner.isFloating() && !m_companion.isFloating() &&
           m_window.tabifiedDockWidgets(&m_companion).contains(&m_partner);
}

} // namespace agon::ui
