// All quotations of a battle's games that occur in its answers, numbered through.
#pragma once

#include "core/domain/battle.h"
#include "ui/battles/quotes.h"

#include <QList>

#include <vector>

namespace agon::ui {

struct GameQuotes {
    GameId game;
    QList<Quote> quotes;
};

// The games in the order in which the rationale lists them: numbers begin with each judge's first
// game and go on through the battle.
[[nodiscard]] std::vector<GameQuotes> battleQuotes(const Battle& battle);

// One entry a number.
[[nodiscard]] QList<Quote> distinctQuotes(const std::vector<GameQuotes>& games);

} // namespace agon::ui
