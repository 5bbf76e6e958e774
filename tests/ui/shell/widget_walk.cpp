#include "tests/ui/shell/widget_walk.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QStackedWidget>
#include <QWidget>

namespace agon::test {

namespace {

QString pathOf(const QWidget* widget) {
    QStringList names;
    for (; widget; widget = widget->parentWidget())
        names.prepend(QString::fromUtf8(widget->metaObject()->className()) +
                      (widget->objectName().isEmpty() ? QString() : u'#' + widget->objectName()));
    return names.join(QStringLiteral(" > "));
}

// Put away by itself or with what holds it, unless it is only the page of a stack that is not shown
// now.
bool isPutAway(const QWidget* widget, const QWidget* root) {
    for (; widget && widget != root; widget = widget->parentWidget())
        if (widget->isHidden() && !qobject_cast<QStackedWidget*>(widget->parentWidget()))
            return true;
    return false;
}

} // namespace

QStringList accessibilityFaults(const QWidget& root) {
    QStringList faults;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        if (widget->objectName().startsWith(u"qt_"))
            continue; // the insides of Qt's own controls
        if (isPutAway(widget, &root))
            continue;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        const bool named = spoken && !spoken->text(QAccessible::Name).isEmpty();
        if ((widget->focusPolicy() & Qt::TabFocus) != 0 && !named)
            faults.append(QStringLiteral("no accessible name: ") + pathOf(widget));
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (button && button->text().isEmpty() && !button->icon().isNull() &&
            button->toolTip().isEmpty())
            faults.append(QStringLiteral("no tooltip: ") + pathOf(widget));
    }
    return faults;
}

} // namespace agon::test
