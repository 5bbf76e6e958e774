#include "core/simulation/demo_review.h"

#include "core/base/random.h"
#include "core/simulation/task_builders.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace agon::simulation {
namespace {

constexpr std::string_view first = "mira";
constexpr std::string_view second = "jonas";

constexpr std::array<std::string_view, 4> wonNotes{"The other one gets the decisive point wrong.",
                                                   "More complete, and it can be checked.",
                                                   "I followed the steps: this one is right.", ""};
constexpr std::array<std::string_view, 3> tieNotes{"Both right, I would take either.",
                                                   "No difference that matters.", ""};
constexpr std::array<std::string_view, 2> badNotes{"Neither should be trained on.",
                                                   "Both miss the question."};

// What a careful person says: mostly the truth.
Verdict opinion(const Fought& battle, Random& random) {
    if (std::max(battle.levelA, battle.levelB) < 3)
        return Verdict::Bad;
    const double seen = battle.levelA - battle.levelB + 0.3 * random.normal();
    return seen > 0.5 ? Verdict::A : seen < -0.5 ? Verdict::B : Verdict::Tie;
}

std::string_view noteFor(Verdict verdict, Random& random) {
    if (verdict == Verdict::Bad)
        return oneOf(badNotes, random);
    return verdict == Verdict::Tie ? oneOf(tieNotes, random) : oneOf(wonNotes, random);
}

Verdict otherThan(Verdict verdict) {
    return verdict == Verdict::A || verdict == Verdict::B ? swapped(verdict) : Verdict::A;
}

// Battles worth a person's time: flips and errors of the judge first, then any.
std::vector<const Fought*> queue(std::span<const Fought> fought, Random& random) {
    std::vector<const Fought*> doubtful;
    std::vector<const Fought*> any;
    for (const Fought& battle : fought) {
        const double truth = battle.levelA - battle.levelB;
        const bool wrong = (battle.first.verdict == Verdict::A && truth < -1) ||
                           (battle.first.verdict == Verdict::B && truth > 1);
        if (wrong || battle.flip)
            doubtful.push_back(&battle);
        else
            any.push_back(&battle);
    }
    std::vector<const Fought*> out;
    for (auto* list : {&doubtful, &any})
        for (int i = 0; i < 36 && !list->empty(); ++i) {
            const auto at = random.below(list->size());
            out.push_back((*list)[at]);
            list->erase(list->begin() + static_cast<std::ptrdiff_t>(at));
        }
    return out;
}

class Sitting {
  public:
    Sitting(Appender& appender, Timestamp from)
        : m_appender(appender)
        , m_now(from) {}

    Result<OverrideId> vote(BattleId battle, std::string_view by, Verdict verdict,
                            std::string_view note, bool blind) {
        VoteIn in;
        in.verdict = verdict;
        in.by = by;
        in.note = TextIn(note);
        in.blind = blind;
        return add(battle, in);
    }
    Result<OverrideId> undo(BattleId battle, std::string_view by, OverrideId event) {
        VoteIn in;
        in.by = by;
        in.undoes = event;
        return add(battle, in);
    }
    [[nodiscard]] std::int64_t events() const { return m_events; }

  private:
    Result<OverrideId> add(BattleId battle, VoteIn& in) {
        m_now.milliseconds += 38'000;
        in.at = m_now;
        ++m_events;
        return TRY(m_appender.vote({battle, false}, in)).id;
    }

    Appender& m_appender;
    Timestamp m_now;
    std::int64_t m_events = 0;
};

} // namespace

Result<std::int64_t> review(Appender& appender, std::span<const Fought> fought, std::uint64_t seed,
                            Timestamp from) {
    Random random(seed, 0x9e0);
    Sitting sitting(appender, from);
    const auto battles = queue(fought, random);
    for (std::size_t i = 0; i < battles.size(); ++i) {
        const Fought& battle = *battles[i];
        const std::string_view by = i % 3 == 2 ? second : first;
        const Verdict verdict = opinion(battle, random);
        const bool blind = i % 5 == 1;
        const OverrideId event =
            TRY(sitting.vote(battle.battle, by, verdict, noteFor(verdict, random), blind));
        if (i % 9 == 4) // the other one looks as well, and sees it differently now and then
            TRY(sitting.vote(battle.battle, by == first ? second : first,
                             i % 2 == 0 ? otherThan(verdict) : verdict, "", blind));
        if (i == 7) // a slip of the key, taken back and put right
        {
            const OverrideId slip =
                TRY(sitting.vote(battle.battle, by, otherThan(verdict), "", false));
            TRY(sitting.undo(battle.battle, by, slip));
            TRY(sitting.vote(battle.battle, by, verdict, "Wrong key before.", false));
        }
        if (i == 11) // taken back for good: the judge's verdict counts again
            TRY(sitting.undo(battle.battle, by, event));
        if (i % 12 == 5)
            TRY(appender.flag(battle.battle, true, by));
    }
    return sitting.events();
}

} // namespace agon::simulation
