#include "ui/theme/roles.h"

#include <QtWidgets/QAbstractButton>

namespace agon::ui {
namespace {
constexpr const char* primaryProperty = "agonPrimary";
constexpr const char* linkProperty = "agonLink";
constexpr const char* barProperty = "agonBar";
constexpr const char* ringProperty = "agonOwnRing";
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

void setOwnFocusRing(QWidget* widget) {
    widget->setProperty(ringProperty, true);
}

bool hasOwnFocusRing(const QWidget* scrollArea) {
    const QWidget* around = scrollArea->parentWidget();
    return around && around->property(ringProperty).toBool();
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
