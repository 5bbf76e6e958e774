// What the panels Battles and Rationale share: one queue, one open battle.
#pragma once

#include "ui/battles/battle_queue.h"
#include "ui/battles/battle_review.h"
#include "ui/battles/rerating.h"

namespace agon::ui {

class JudgeAgain;

// Owned by its panels together; the session and the settings outlive it.
struct ReviewDesk {
    ReviewDesk(Session& session, Settings& settings)
        : queue(session)
        , review(session, settings, queue)
        , rerating(session) {}

    BattleQueue queue;
    BattleReview review;
    Rerating rerating;           // told by who computes ratings
    JudgeAgain* again = nullptr; // outlives it; null: nobody is asked again
};

} // namespace agon::ui
