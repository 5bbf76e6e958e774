#include "ui/battles/battle_quotes.h"

#include "ui/battles/judge_rationale.h"

#include <algorithm>

namespace agon::ui {

namespace {

QString text(const std::string& bytes) {
    return QString::fromStdString(bytes);
}

} // namespace

std::vector<GameQuotes> battleQuotes(const Battle& battle) {
    const QString a = text(answerText(battle, Side::A, false));
    const QString b = text(answerText(battle, Side::B, false));
    std::vector<GameQuotes> out;
    QList<Quote> known;
    for (const Game& game : battle.games) {
        GameQuotes found{game.id, findQuotes(shownExplanation(game), a, b, known)};
        known.append(found.quotes);
        out.push_back(std::move(found));
    }
    return out;
}

QList<Quote> distinctQuotes(const std::vector<GameQuotes>& games) {
    QList<Quote> out;
    for (const GameQuotes& game : games)
        for (const Quote& quote : game.quotes)
            if (std::ranges::none_of(
                    out, [&](const Quote& known) { return known.number == quote.number; }))
                out.append(quote);
    return out;
}

} // namespace agon::ui
