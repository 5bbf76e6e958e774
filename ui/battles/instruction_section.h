// What was asked, above the answers: folded to a few lines, unfolded on demand.
#pragma once

#include "core/domain/battle.h"

#include <QTextEdit>
#include <QWidget>

class QPushButton;
class QToolButton;

namespace agon::ui {

class ElidedLabel;

// Untrusted text, plain, with its invisible characters shown; never more than it needs to lay out
// quickly. Height follows from the text, in lines.
class InstructionText final : public QTextEdit {
    Q_OBJECT

  public:
    explicit InstructionText(QWidget* parent = nullptr);

    void setUntrusted(const std::string& text);
    [[nodiscard]] int lineCount() const; // as it is wrapped now
    void setShownLines(int lines, bool scrolls);

  signals:
    void rewrapped();

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void applyFormat();
};

class InstructionSection final : public QWidget {
    Q_OBJECT

  public:
    explicit InstructionSection(QWidget* parent = nullptr);

    void showBattle(const Battle& battle);
    void clear();
    // The turns before the one that is judged are shown, here and in the answers.
    [[nodiscard]] bool isWhole() const { return m_whole; }
    [[nodiscard]] InstructionText* text() const { return m_text; }

  signals:
    void wholeChanged(bool whole);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void showText();
    void fold();

    ElidedLabel* m_facts;
    QToolButton* m_copy;
    InstructionText* m_text;
    QPushButton* m_more;
    QPushButton* m_turns;
    QWidget* m_links;
    Battle m_battle; // instruction only
    bool m_unfolded = false;
    bool m_whole = false;
};

} // namespace agon::ui
