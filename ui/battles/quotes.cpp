#include "ui/battles/quotes.h"

#include <algorithm>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype fewest = 4; // letters worth a link
constexpr qsizetype most = 400; // longer is no quotation but a stray mark
constexpr qsizetype manyPerText = 60;

// What is compared: one blank for white space, no emphasis or code signs, plain apostrophes.
QString comparable(QStringView text) {
    QString out;
    out.reserve(text.size());
    bool blank = true;
    for (const QChar c : text) {
        if (c == u'*' || c == u'`' || c == u'_')
            continue;
        if (c.isSpace()) {
            if (!blank)
                out += u' ';
            blank = true;
            continue;
        }
        out += c == u'’' ? QChar(u'\'') : c;
        blank = false;
    }
    return out.trimmed();
}

QChar closing(QChar open) {
    switch (open.unicode()) {
    case u'“':
        return u'”';
    case u'‘':
        return u'’';
    case u'«':
        return u'»';
    case u'"':
    case u'`':
    case u'\'':
        return open;
    default:
        return {};
    }
}

// An apostrophe inside a word opens nothing.
bool opens(const QString& text, qsizetype at) {
    if (closing(text[at]).isNull())
        return false;
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

qsizetype closes(const QString& text, qsizetype open) {
    const QChar mark = closing(text[open]);
    const qsizetype end = std::min(text.size(), open + 1 + most);
    for (qsizetype at = open + 1; at < end; ++at) {
        if (text[at] == u'\n')
            return -1;
        if (text[at] != mark)
            continue;
        const bool inWord = at + 1 < text.size() && text[at + 1].isLetterOrNumber();
        if (!inWord)
            return at;
    }
    return -1;
}

// A judge ends a sentence inside the marks, or leaves something out at an end.
QStringView trimmed(QStringView words) {
    const auto loose = [](QChar c) {
        return c.isSpace() || c == u'.' || c == u',' || c == u';' || c == u'…' || c == u':';
    };
    while (!words.isEmpty() && loose(words.front()))
        words = words.sliced(1);
    while (!words.isEmpty() && loose(words.back()))
        words.chop(1);
    return words;
}

} // namespace

QList<Quote> findQuotes(const QString& explanation, const QString& answerA, const QString& answerB,
                        const QList<Quote>& known) {
    const QString inA = comparable(answerA);
    const QString inB = comparable(answerB);
    QList<Quote> out;
    int last = 0;
    for (const Quote& quote : known)
        last = std::max(last, quote.number);
    const auto numberOf = [&](const QString& words) {
        for (const QList<Quote>* list : {&known, static_cast<const QList<Quote>*>(&out)})
            for (const Quote& quote : *list)
                if (quote.words == words)
                    return quote.number;
        return ++last;
    };
    for (qsizetype at = 0; at < explanation.size() && out.size() < manyPerText; ++at) {
        if (!opens(explanation, at))
            continue;
        const qsizetype end = closes(explanation, at);
        if (end < 0)
            continue;
        const QStringView words = trimmed(QStringView(explanation).sliced(at + 1, end - at - 1));
        const QString wanted = comparable(words);
        if (wanted.size() >= fewest) {
            Quote quote;
            quote.inA = inA.contains(wanted);
            quote.inB = inB.contains(wanted);
            if (quote.inA || quote.inB) {
                quote.begin = words.data() - explanation.constData();
                quote.length = words.size();
                quote.words = wanted;
                quote.number = numberOf(wanted);
                out.append(quote);
            }
        }
        at = end;
    }
    return out;
}

} // namespace agon::ui
