#include "ui/battles/answer_style.h"

#include "ui/theme/font.h"

namespace agon::ui {

TextStyle answerStyle(const Theme& theme) {
    TextStyle style;
    style.colours = {.base = theme.color(Colour::Base),
                     .text = theme.color(Colour::Text),
                     .dim = theme.color(Colour::Dim),
                     .border = theme.color(Colour::Border),
                     .codeBack = theme.color(Colour::CodeBack),
                     .tableHead = theme.color(Colour::Alternate),
                     .link = theme.color(Colour::AText),
                     .focus = theme.color(Colour::Accent),
                     .selection = theme.color(Colour::Selection),
                     .keyword = theme.color(Colour::CodeKeyword),
                     .string = theme.color(Colour::CodeString),
                     .comment = theme.color(Colour::CodeComment),
                     .number = theme.color(Colour::CodeNumber)};
    style.scale = textScale();
    return style;
}

} // namespace agon::ui
