// The icon set: own line drawings on a 16 px grid, in the colour of the theme.
#pragma once

#include "ui/theme/colour.h"

#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QIcon>

#include <span>

class QPainter;

namespace agon::ui {

// The same icon means the same thing everywhere.
enum class Icon : std::uint8_t {
    Models,
    Corpus,
    Battles,
    Ratings,
    Flywheel,
    Jobs,
    Settings,
    Keys, // the panel bar
    Judge,
    Human,
    Flip,
    Invalid,
    Remark,
    Withheld,
    Shown,
    Anchor,
    Simulated,
    Flag,
    Comment,
    Skip,
    Undo,
    Redo,
    Link,
    Swap,
    Diff,
    Markdown,
    Check,
    Cross,
    Plus,
    Minus,
    Search,
    Sort,
    Filter,
    Import,
    Export,
    Folder,
    File,
    Save,
    Copy,
    ChevronUp,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ArrowRight,
    Server,
    Endpoint,
    Recorded,
    Plug,
    Clock,
    Info,
    Lock,
    Pause,
    Play,
    Stop,
    Retry,
    Float,
    List,
    Gear,
    Terminal,
    Book,
    Drop,
    Pin,
    Target,
    Veto,
    Compare,
    Table,
};

[[nodiscard]] std::span<const Icon> allIcons();
[[nodiscard]] QString iconName(Icon icon); // the file's name without its ending

// Stays right when the theme changes: colour is resolved when it is painted. Disabled is faint.
[[nodiscard]] QIcon icon(Icon icon, Colour colour = Colour::Text);

// For delegates and painted widgets: fills rect, at the painter's own resolution.
void paintIcon(QPainter* painter, const QRectF& rect, Icon icon, const QColor& color);

// Dark rounded square with the two facing angles.
[[nodiscard]] QIcon appIcon();

} // namespace agon::ui
