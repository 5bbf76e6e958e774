// The room text of the interface: untrusted texts on screen, safely, two side by side.
//
// How a text looks, given by the caller, so that this room needs no theme.
#pragma once

#include <QColor>
#include <QFont>

namespace agon::ui {

struct TextColours {
    QColor base;   // behind the text
    QColor text;   // body
    QColor dim;    // quotes, labels, placeholders
    QColor border; // around code and tables, quote bars
    QColor codeBack;
    QColor tableHead; // behind the first row
    QColor link;
    QColor focus; // the ring
    QColor selection;
    QColor keyword;
    QColor string;
    QColor comment;
    QColor number;

    bool operator==(const TextColours&) const = default;
};

// Sizes in device-independent pixels at scale 1: body Noto Sans 13/20, code Noto Sans Mono 12/18.
struct TextStyle {
    TextColours colours;
    qreal scale = 1.0; // of the application font to 12 px

    [[nodiscard]] QFont bodyFont() const;
    [[nodiscard]] QFont codeFont() const;
    [[nodiscard]] QFont labelFont() const; // a code block's language
    [[nodiscard]] int pixels(qreal atScaleOne) const { return qRound(atScaleOne * scale); }
};

} // namespace agon::ui
