// The bar below the answers that never moves: four verdicts, the reason, clear.
#pragma once

#include "core/domain/verdict.h"

#include <QWidget>

#include <array>

namespace agon::ui {

class ActionRegistry;
class BattleReview;
class ReasonField;
class VerdictButton;

class VerdictBar final : public QWidget {
    Q_OBJECT

  public:
    VerdictBar(BattleReview& review, ActionRegistry& actions, QWidget* parent = nullptr);

    // By screen: A is left.
    void vote(Verdict onScreen);
    void focusReason();
    [[nodiscard]] VerdictButton* button(Verdict onScreen) const;
    [[nodiscard]] ReasonField* reason() const { return m_reason; }
    [[nodiscard]] QSize minimumSizeHint() const override;

  signals:
    void left(); // the keyboard goes back to the battle

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void showBattle(); // with its stored reason
    void showVotes();

    BattleReview& m_review;
    std::array<VerdictButton*, 4> m_buttons{}; // A, B, Tie, Bad by screen
    ReasonField* m_reason;
    VerdictButton* m_clear;
};

} // namespace agon::ui
