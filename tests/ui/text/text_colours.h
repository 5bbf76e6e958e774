// Colours for tests of the room text, so that they need no theme.
#pragma once

#include "ui/text/text_style.h"

namespace agon::ui {

inline TextStyle lightStyle() {
    TextStyle style;
    style.colours = {.base = QColor(0xFFFFFF),
                     .text = QColor(0x1B2026),
                     .dim = QColor(0x59636E),
                     .border = QColor(0xDADEE4),
                     .codeBack = QColor(0xF4F6F8),
                     .tableHead = QColor(0xF8F9FB),
                     .link = QColor(0x1D5BBF),
                     .focus = QColor(0x2F3B4A),
                     .selection = QColor(0xE3E8EF),
                     .keyword = QColor(0x7A3E9D),
                     .string = QColor(0x1A7A4A),
                     .comment = QColor(0x5F6873),
                     .number = QColor(0x1D5BBF)};
    return style;
}

inline TextStyle darkStyle() {
    TextStyle style;
    style.colours = {.base = QColor(0x16181C),
                     .text = QColor(0xE4E7EB),
                     .dim = QColor(0x9BA4AF),
                     .border = QColor(0x31363E),
                     .codeBack = QColor(0x1D2025),
                     .tableHead = QColor(0x1A1D21),
                     .link = QColor(0x8AB6FF),
                     .focus = QColor(0xC7D0DC),
                     .selection = QColor(0x2B323C),
                     .keyword = QColor(0xC9A0E6),
                     .string = QColor(0x8CCFA9),
                     .comment = QColor(0x8B949F),
                     .number = QColor(0x8AB6FF)};
    return style;
}

} // namespace agon::ui
