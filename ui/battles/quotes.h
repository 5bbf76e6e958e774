// Quotations in a judge's explanation, found again in the answers.
#pragma once

#include "ui/battles/battle_words.h"

#include <QList>
#include <QString>

namespace agon::ui {

struct Quote {
    qsizetype begin = 0; // in the explanation, without the quotation marks
    qsizetype length = 0;
    int number = 0; // from 1; the same words have the same number in all of a judge's games
    bool inA = false;
    bool inB = false;
    QString words;
};

// What stands in quotation marks and occurs literally in an answer; white space and Markdown's
// signs of emphasis and code do not count. Words shorter than four letters are left alone. `known`
// are the quotes numbered so far. Linear in the texts, times the number of quotations.
[[nodiscard]] QList<Quote> findQuotes(const QString& explanation, const QString& answerA,
                                      const QString& answerB, const QList<Quote>& known = {});

} // namespace agon::ui
