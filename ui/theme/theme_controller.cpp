#include "ui/theme/theme_controller.h"

#include "ui/theme/agon_style.h"
#include "ui/theme/font.h"

#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolTip>

namespace agon::ui {
namespace {

// Qt would tell the widgets later, from the event loop, and neither those whose window is not made
// yet nor those with a font of their own. Whoever hears of the change may look at any of them.
void tellWidgets() {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::ApplicationPaletteChange);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::ApplicationFontChange);
    for (QWidget* widget : QApplication::allWidgets()) {
        QEvent font(QEvent::ApplicationFontChange);
        QCoreApplication::sendEvent(widget, &font);
        if (widget->isWindow() && !widget->windowHandle()) {
            QEvent palette(QEvent::ApplicationPaletteChange);
            QCoreApplication::sendEvent(widget, &palette);
        }
    }
}

} // namespace

ThemeController::ThemeController(QObject* parent)
    : QObject(parent)
    , m_systemFont(QApplication::font())
    , m_theme(systemScheme()) {
    QApplication::setStyle(new AgonStyle); // the application owns its style
    qApp->installEventFilter(this);
    apply();
}

void ThemeController::setChoice(ThemeChoice choice) {
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

void ThemeController::setUserScale(double scale) {
    scale = std::clamp(scale, 0.75, 2.5);
    if (qFuzzyCompare(scale, m_userScale))
        return;
    m_userScale = scale;
    apply();
}

bool ThemeController::eventFilter(QObject* watched, QEvent* event) {
    // The platform tells windows, not the application, that its theme has changed.
    if (event->type() == QEvent::ThemeChange && m_choice == ThemeChoice::System && !m_applying)
        apply();
    return QObject::eventFilter(watched, event);
}

Scheme ThemeController::systemScheme() {
    QApplication::setPalette(QPalette()); // gives back what the platform and style say
    return Theme::of(QApplication::palette()).scheme();
}

void ThemeController::apply() {
    const QScopedValueRollback applying(m_applying, true);
    switch (m_choice) {
    case ThemeChoice::System:
        m_theme = Theme(systemScheme());
        break;
    case ThemeChoice::Light:
        m_theme = Theme(Scheme::Light);
        break;
    case ThemeChoice::Dark:
        m_theme = Theme(Scheme::Dark);
        break;
    }
    QApplication::setPalette(m_theme.palette());
    QApplication::setFont(applicationFont(m_systemFont, m_userScale));
    QApplication::setFont(uiFont(Size::Caption), "QHeaderView");
    QApplication::setFont(uiFont(Size::Caption), "QStatusBar");
    QApplication::setFont(uiFont(Size::Body, Weight::Medium), "QPushButton");
    QToolTip::setPalette(m_theme.palette());
    QToolTip::setFont(uiFont());
    tellWidgets();
    emit changed();
}

} // namespace agon::ui
