// The review: which battle is open, on which side its answers stand, and what a key does to it.
#pragma once

#include "ui/battles/battle_queue.h"
#include "ui/battles/battle_shelf.h"

#include <QObject>

namespace agon::ui {

class Settings;

// A presenter: no widgets. Left and right are what is on screen, A and B what is stored. GUI
// thread.
class BattleReview final : public QObject {
    Q_OBJECT

  public:
    BattleReview(Session& session, Settings& settings, BattleQueue& queue,
                 QObject* parent = nullptr);

    void setTextStyle(const TextStyle& style) { m_shelf.setTextStyle(style); }

    void open(BattleId battle);
    void close();
    [[nodiscard]] BattleId current() const { return m_current; } // 0: none
    // Null while it is being read.
    [[nodiscard]] const Battle* battle() const { return m_shown ? &m_shown->battle : nullptr; }
    // The answer as a document prepared ahead; once, then nullopt.
    [[nodiscard]] std::optional<ShownText> takePrepared(Side side);

    [[nodiscard]] Side left() const { return m_swapped ? Side::B : Side::A; }
    void swapSides();

    void move(int step);
    void nextUnreviewed();
    // Reads ahead what comes next; after the order has changed.
    void prepareNext();
    void skip();

    // A: what stands left is better. Opens the next battle if that is wanted.
    void voteOnScreen(Verdict verdict, const QString& note);
    void vote(Verdict verdict, const QString& note); // in the battle's own A and B
    void clearVote();
    // Kept with the vote, or by itself where there is none.
    void comment(const QString& note);
    void toggleFlag();
    void undo();

    [[nodiscard]] const Override* myVote() const; // as it was read
    [[nodiscard]] QString myNote() const;         // as it stands
    [[nodiscard]] bool isFlagged() const;
    // What the judges say under the policy; None where nothing is open.
    [[nodiscard]] RowVerdict judged() const;
    [[nodiscard]] int judgeCount() const; // that have judged this battle

    [[nodiscard]] bool nextAfterVote() const;
    void setNextAfterVote(bool on);

  signals:
    void opening(agon::BattleId battle); // another battle; its texts may take a moment
    void shown();                        // battle() is here, for the first time
    void updated();                      // votes, comments, flag or verdict of the same battle
    void sidesChanged();
    void closed();
    void failed(const QString& message);
    void nextAfterVoteChanged(bool on);
    // A quotation was followed: show its words in the answers.
    void quoteWanted(int number);

  private:
    void arrived(BattleId battle);
    void verdictsChanged(const std::vector<BattleId>& battles);
    void queueAnswered();
    void goOn(std::optional<BattleId> next);
    [[nodiscard]] std::optional<std::uint32_t> row() const;

    Session& m_session;
    Settings& m_settings;
    BattleQueue& m_queue;
    BattleShelf m_shelf;
    BattleId m_current;
    std::shared_ptr<PreparedBattle> m_shown;
    bool m_swapped = false;
    bool m_openFirst = true; // with the next answer of the queue
};

} // namespace agon::ui
