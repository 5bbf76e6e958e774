// One battle: bar, instruction, two answers side by side, verdicts.
#pragma once

#include "ui/battles/battle_words.h"
#include "ui/text/shown_text.h"

#include <QList>
#include <QWidget>

namespace agon::ui {

class ActionRegistry;
class AnswerView;
class BattleQueue;
class BattleReview;
class InstructionSection;
class LinkedScrolling;
class NoticeBar;
struct Quote;
class VerdictBar;
class ViewerBar;

class BattleViewer final : public QWidget {
    Q_OBJECT

  public:
    BattleViewer(BattleQueue& queue, BattleReview& review, ActionRegistry& actions,
                 QWidget* parent = nullptr);

    void setRaw(bool raw);
    void setLinked(bool linked);
    [[nodiscard]] bool isLinked() const;
    [[nodiscard]] AnswerView* left() const { return m_left; }
    [[nodiscard]] AnswerView* right() const { return m_right; }
    [[nodiscard]] VerdictBar* verdicts() const { return m_verdicts; }
    [[nodiscard]] InstructionSection* instruction() const { return m_instruction; }
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showBattle();
    void showAnswers();
    void waitFor();
    void showHint();
    void markQuotes();
    void revealQuote(int number);
    [[nodiscard]] AnswerView* viewOf(Side side) const;

    BattleReview& m_review;
    ViewerBar* m_bar;
    NoticeBar* m_notice;
    InstructionSection* m_instruction;
    AnswerView* m_left;
    AnswerView* m_right;
    LinkedScrolling* m_linked;
    VerdictBar* m_verdicts;
    TextMode m_mode = TextMode::Rendered;
};

} // namespace agon::ui
