// Puts palette, style and font on the application and follows the system if asked to.
#pragma once

#include "ui/theme/focus_ring.h"
#include "ui/theme/theme.h"

#include <QtCore/QObject>
#include <QtGui/QFont>

namespace agon::ui {

enum class ThemeChoice : std::uint8_t { System, Light, Dark };

// Made once, by the entry point, after QApplication and before the first widget. GUI thread.
class ThemeController : public QObject {
    Q_OBJECT
  public:
    explicit ThemeController(QObject* parent = nullptr);

    [[nodiscard]] Theme theme() const { return m_theme; }
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);

    // A person's own factor on the text size, 0.75 to 2.5; measures follow.
    [[nodiscard]] double userScale() const { return m_userScale; }
    void setUserScale(double scale);

  signals:
    // Palette or font changed, and every widget has its new one. Those that paint by
    // Theme::of(palette()) need not listen.
    void changed();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void apply();
    [[nodiscard]] static Scheme systemScheme();

    FocusRing m_focusRing;
    QFont m_systemFont;
    ThemeChoice m_choice = ThemeChoice::System;
    double m_userScale = 1.0;
    Theme m_theme;
    bool m_applying = false;
};

} // namespace agon::ui
