#include "tests/ui/shell/widget_walk.h"

#include <QAbstractButton>
#include <QAccessible>
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

} // namespace

QStringList accessibilityFaults(const QWidget& root) {
    QStringList faults;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        if (widget->objectName().startsWith(u"qt_"))
            continue; // the insides of Qt's own controls
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
