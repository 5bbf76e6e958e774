#include "ui/shell/fuzzy.h"

#include <QList>

namespace agon::ui {

namespace {

constexpr int letter = 1;
constexpr int inARow = 4;
constexpr int wordStart = 6;
constexpr int textStart = 4;
constexpr int notThere = -1;

bool startsWord(QStringView text, qsizetype at) {
    if (at == 0)
        return true;
    const QChar before = text[at - 1];
    return !before.isLetterOrNumber() || (before.isLower() && text[at].isUpper());
}

// The best way to find the letters of one word in order: best[j] is the score of the letters so
// far with the last of them at j.
std::optional<int> wordScore(QStringView word, QStringView text) {
    QList<int> best(text.size(), notThere);
    QList<int> next(text.size(), notThere);
    for (qsizetype i = 0; i < word.size(); ++i) {
        int bestBefore = i == 0 ? 0 : notThere; // over all places left of the neighbour
        for (qsizetype j = 0; j < text.size(); ++j) {
            next[j] = notThere;
            if (i > 0 && j >= 2)
                bestBefore = std::max(bestBefore, best[j - 2]);
            if (word[i].toCaseFolded() != text[j].toCaseFolded())
                continue;
            int from = bestBefore;
            if (i > 0 && j >= 1 && best[j - 1] != notThere)
                from = std::max(from, best[j - 1] + inARow);
            if (from == notThere)
                continue;
            next[j] =
                from + letter + (startsWord(text, j) ? wordStart : 0) + (j == 0 ? textStart : 0);
        }
        std::swap(best, next);
    }
    const int score = *std::max_element(best.begin(), best.end());
    return score == notThere ? std::nullopt : std::optional(score);
}

} // namespace

std::optional<int> fuzzyScore(QStringView pattern, QStringView text) {
    int total = 0;
    for (const QStringView word : pattern.split(u' ', Qt::SkipEmptyParts)) {
        if (text.isEmpty())
            return std::nullopt;
        const auto score = wordScore(word, text);
        if (!score)
            return std::nullopt;
        total += *score;
    }
    // Of two that fit alike, the shorter says less that was not asked for.
    return total == 0 ? 0 : total * 8 - static_cast<int>(std::min<qsizetype>(text.size(), 80)) / 4;
}

} // namespace agon::ui
