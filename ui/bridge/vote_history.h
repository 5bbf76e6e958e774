// What a person did in this sitting, so that it can be taken back and done again.
#pragma once

#include "core/base/ids.h"
#include "core/domain/verdict.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace agon::ui {

// A plain value; knows nothing of the workspace. Steps are named for the Edit menu.
class VoteHistory {
  public:
    struct Step {
        enum class Kind { Vote, Flag };
        Kind kind = Kind::Vote;
        BattleId battle;
        std::optional<Verdict> verdict;  // Vote
        std::optional<Verdict> previous; // the same annotator's vote before it
        QString note;
        bool blind = false;
        bool flagOn = false; // Flag
        // The id of the event that did it; filled on the writer's thread, read there only.
        std::shared_ptr<std::optional<OverrideId>> event;
    };
    enum class Move { Do, Undo, Redo };

    void push(Step step); // forgets what could be redone
    void clear();
    // A step whose write failed never happened.
    void forget(const Step& step);

    [[nodiscard]] bool canUndo() const { return m_done > 0; }
    [[nodiscard]] bool canRedo() const { return m_done < m_steps.size(); }
    // "Vote “A better” on #391"; empty when there is none.
    [[nodiscard]] QString undoName() const;
    [[nodiscard]] QString redoName() const;
    // Moves the mark and returns the step passed. Only when it can.
    Step stepBack();
    Step stepForward();
    // The latest vote of this sitting on a battle that has not been taken back.
    [[nodiscard]] const Step* latestVote(BattleId battle) const;

  private:
    std::vector<Step> m_steps;
    std::size_t m_done = 0;
};

[[nodiscard]] QString stepName(const VoteHistory::Step& step);

} // namespace agon::ui
