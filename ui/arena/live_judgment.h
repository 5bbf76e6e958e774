// A judge's replies as they stream in, both orders below each other; can be cancelled.
#pragma once

#include "ui/arena/judge_again.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace agon::ui {

class NoticeBar;
class SectionHeader;
class TextLabel;

// Shows itself while the battle that is open is judged again, and afterwards when there is
// something to say.
class LiveJudgment final : public QWidget {
    Q_OBJECT

  public:
    explicit LiveJudgment(JudgeAgain& again, QWidget* parent = nullptr);

    void setBattle(BattleId battle); // the open one

  private:
    struct Part {
        TextLabel* caption = nullptr;
        QPlainTextEdit* text = nullptr;
        QString shown;
    };
    void refresh();
    void showReply(Order order);

    JudgeAgain& m_again;
    BattleId m_battle;
    BattleId m_told; // whose outcome was dismissed
    SectionHeader* m_header;
    QPushButton* m_cancel;
    NoticeBar* m_outcome;
    std::array<Part, 2> m_parts;
};

} // namespace agon::ui
