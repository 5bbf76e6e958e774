// The parts AgonStyle is put together from. Each function paints one element whole.
#pragma once

#include "ui/theme/theme.h"

class QPainter;
class QRect;
class QStyle;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QStyleOptionViewItem;
class QWidget;

namespace agon::ui::parts {

// Qt::TextShowMnemonic while Alt is held, when letters can be used; otherwise they are noise.
[[nodiscard]] Qt::TextFlag mnemonics();

// Buttons and inputs (style_controls.cpp)
void pushButton(const QStyleOptionButton& option, QPainter* painter, const QWidget* widget);
void pushButtonLabel(const QStyleOptionButton& option, QPainter* painter, const QWidget* widget);
void toolButtonPanel(const QStyleOption& option, QPainter* painter);
void checkBox(const QStyleOption& option, QPainter* painter);
void radioButton(const QStyleOption& option, QPainter* painter);
void inputFrame(const QStyleOption& option, QPainter* painter, const QWidget* widget, bool filled);
void comboBox(const QStyleOptionComboBox& option, QPainter* painter, const QWidget* widget);
void spinBox(const QStyleOptionSpinBox& option, QPainter* painter, const QStyle* style,
             const QWidget* widget);
void slider(const QStyleOptionSlider& option, QPainter* painter, const QStyle* style,
            const QWidget* widget);
void chevron(QPainter* painter, const QRect& rect, Qt::ArrowType direction,
             const QStyleOption& option);

// Bars, menus, tabs (style_bars.cpp)
void scrollBar(const QStyleOptionSlider& option, QPainter* painter, const QStyle* style,
               const QWidget* widget);
void tabShape(const QStyleOptionTab& option, QPainter* painter);
void tabLabel(const QStyleOptionTab& option, QPainter* painter, const QStyle* style,
              const QWidget* widget);
void menuItem(const QStyleOptionMenuItem& option, QPainter* painter);
void menuBarItem(const QStyleOptionMenuItem& option, QPainter* painter);
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem& option);
void progress(const QStyleOptionProgressBar& option, QPainter* painter);

// Views (style_views.cpp)
void rowBackground(const QStyleOptionViewItem& option, QPainter* painter, const QWidget* widget);
void itemBackground(const QStyleOptionViewItem& option, QPainter* painter, const QWidget* widget);
void headerSection(const QStyleOptionHeader& option, QPainter* painter);
void headerLabel(const QStyleOptionHeader& option, QPainter* painter);

} // namespace agon::ui::parts
