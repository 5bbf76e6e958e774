// What a standard control is for, where its class does not say it. The style reads these.
#pragma once

class QAbstractButton;
class QWidget;

namespace agon::ui {

// The one next step: filled with accent. At most one a panel or dialog.
void setPrimary(QAbstractButton* button);
[[nodiscard]] bool isPrimary(const QWidget* widget);

// A button that reads as underlined words in a sentence or notice.
void setLinkLook(QAbstractButton* button);
[[nodiscard]] bool hasLinkLook(const QWidget* widget);

// It draws the ring around what scrolls in it by itself; nobody else needs to.
void setOwnFocusRing(QWidget* widget);
[[nodiscard]] bool hasOwnFocusRing(const QWidget* scrollArea);

// Controls in this bar (or this control itself) are 24 px high with a lighter frame.
void setInBar(QWidget* barOrControl);
[[nodiscard]] bool isInBar(const QWidget* control);

} // namespace agon::ui
