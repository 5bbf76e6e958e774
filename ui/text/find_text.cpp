#include "ui/text/find_text.h"

#include "ui/text/plain_document.h"

#include <QTextBlock>

namespace agon::ui {
namespace {

// A document's text with white space folded, and where each character of it came from.
struct Folded {
    QString text;
    QList<int> positions;

    void add(QChar character, int position) {
        if (character.isSpace()) {
            if (text.endsWith(u' '))
                return;
            character = u' ';
        }
        text += character;
        positions.append(position);
    }
};

Folded fold(const QTextDocument& document) {
    Folded folded;
    folded.text.reserve(document.characterCount());
    folded.positions.reserve(document.characterCount());
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.position() > 0 && !isContinuation(block))
            folded.add(u' ', block.position() - 1);
        const QString line = block.text();
        for (qsizetype i = 0; i < line.size(); ++i)
            folded.add(line[i], block.position() + static_cast<int>(i));
    }
    return folded;
}

} // namespace

QList<TextRange> findText(const QTextDocument& document, QStringView needle,
                          Qt::CaseSensitivity sensitivity) {
    const QString wanted = needle.toString().simplified();
    if (wanted.isEmpty())
        return {};
    const Folded folded = fold(document);
    QList<TextRange> found;
    for (qsizetype at = folded.text.indexOf(wanted, 0, sensitivity); at >= 0;
         at = folded.text.indexOf(wanted, at + wanted.size(), sensitivity)) {
        const int from = folded.positions[at];
        const int last = folded.positions[at + wanted.size() - 1];
        found.append({from, last + 1 - from});
    }
    return found;
}

} // namespace agon::ui
