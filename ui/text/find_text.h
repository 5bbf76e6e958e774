// Where words stand in a shown document.
#pragma once

#include <QList>
#include <QStringView>
#include <QTextDocument>

namespace agon::ui {

struct TextRange {
    int position = 0; // in the document
    int length = 0;

    bool operator==(const TextRange&) const = default;
};

// All places of `needle`, first to last, not overlapping. White space matches any white space, also
// across paragraphs; where a plain document cuts a long line, the cut does not count. Linear.
[[nodiscard]] QList<TextRange> findText(const QTextDocument& document, QStringView needle,
                                        Qt::CaseSensitivity sensitivity = Qt::CaseInsensitive);

} // namespace agon::ui
