#include "ui/arena/placeholder_highlighter.h"

#include "core/judge/placeholder.h"
#include "ui/theme/theme.h"

#include <QTextCharFormat>

namespace agon::ui {

void PlaceholderHighlighter::highlightBlock(const QString& text) {
    const Theme theme = Theme::current();
    const std::string bytes = text.toStdString();
    int at = 0;
    for (const PromptPiece& piece : promptPieces(bytes)) {
        const auto length = static_cast<int>(
            QString::fromUtf8(piece.text.data(), static_cast<qsizetype>(piece.text.size())).size());
        if (piece.slot != Slot::Literal) {
            QTextCharFormat format;
            const bool unknown = piece.slot == Slot::Unknown;
            format.setForeground(theme.color(unknown ? Colour::DangerText : Colour::Text));
            format.setFontWeight(QFont::DemiBold);
            if (unknown)
                format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            else
                format.setBackground(theme.color(Colour::TieTint));
            setFormat(at, length, format);
        }
        at += length;
    }
}

} // namespace agon::ui
