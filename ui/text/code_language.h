// What the highlighter has to know about a programming language.
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace agon::ui {

struct CodeLanguage {
    QStringList names; // as they stand behind a fence, lower case
    QSet<QString> keywords;
    QStringList lineComments;
    QString blockCommentBegin; // empty: none
    QString blockCommentEnd;
    QString quotes;           // characters that begin and end a string on one line
    QString longQuote;        // one that spans lines, e.g. """ or `; empty: none
    bool ignoresCase = false; // keywords
    bool tags = false;        // <name …> are keywords
};

// nullptr when the language is not known; then nothing is coloured.
[[nodiscard]] const CodeLanguage* codeLanguage(const QString& name);

} // namespace agon::ui
