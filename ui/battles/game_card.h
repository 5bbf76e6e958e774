// One game as a card: prompt, raw reply, explanation, what it cost.
#pragma once

#include "ui/battles/judge_rationale.h"
#include "ui/battles/quotes.h"

#include <QWidget>

namespace agon::ui {

class GameCard final : public QWidget {
    Q_OBJECT

  public:
    // `number` from 1; 0 for a game that does not count any more.
    GameCard(const Game& game, int number, const QList<Quote>& quotes, QWidget* parent = nullptr);

  signals:
    void quoteActivated(int number);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    [[nodiscard]] QWidget* header(const Game& game, int number);
    [[nodiscard]] QWidget* footer(const Game& game);

    QWidget* m_header = nullptr;
    QWidget* m_footer = nullptr;
};

} // namespace agon::ui
