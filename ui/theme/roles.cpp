#include "ui/theme/roles.h"

#include <QtWidgets/QAbstractButton>

namespace agon::ui {
namespace {
constexpr const char* primaryProperty = "agonPrimary";
constexpr const char* linkProperty = "agonLink";
constexpr const char* barProperty = "agonBar";
} // namespace

void setPrimary(QAbstractButton* button) {
    button->setProperty(primaryProperty, true);
    button->update();
}

bool isPrimary(const QWidget* widget) {
    return widget && widget->property(primaryProperty).toBool();
}

void setLinkLook(QAbstractButton* button) {
    button->setProperty(linkProperty, true);
    button->setCursor(Qt::PointingHandCursor);
    button->updateGeometry();
}

bool hasLinkLook(const QWidget* widget) {
    return widget && widget->property(linkProperty).toBool();
}

void setInBar(QWidget* barOrControl) {
    barOrControl->setProperty(barProperty, true);
    barOrControl->updateGeometry();
}

bool isInBar(const QWidget* control) {
    return control &&
           (control->property(barProperty).toBool() ||
            (control->parentWidget() && control->parentWidget()->property(barProperty).toBool()));
}

} // namespace agon::ui
