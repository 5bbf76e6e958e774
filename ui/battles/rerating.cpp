#include "ui/battles/rerating.h"

#include <algorithm>
#include <cmath>

namespace agon::ui {

namespace {

// Ratings are shown without decimals; less than this is the same number computed again.
constexpr double leastMove = 0.01;

bool same(const QHash<QString, double>& one, const QHash<QString, double>& other) {
    if (one.size() != other.size())
        return false;
    for (auto it = one.cbegin(); it != one.cend(); ++it) {
        const auto found = other.constFind(it.key());
        if (found == other.cend() || std::abs(*found - *it) >= leastMove)
            return false;
    }
    return true;
}

std::optional<double> find(const QHash<QString, double>& ratings, const QString& model) {
    const auto found = ratings.constFind(model);
    return found == ratings.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

Rerating::Rerating(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&session, &Session::verdictsChanged, this, &Rerating::follow);
    connect(&session, &Session::tableChanged, this, &Rerating::forget);
    connect(&session, &Session::closed, this, &Rerating::forget);
}

void Rerating::follow(const std::vector<BattleId>& battles) {
    if (battles.empty())
        return forget(); // another policy: ratings before and after mean different things
    const auto table = m_session.table();
    m_touched = true;
    m_battle = battles.back();
    m_voted = m_voted || std::ranges::any_of(battles, [&](BattleId battle) {
                  const auto row = table->rowOf(battle);
                  return row && table->votes.contains(*row);
              });
}

void Rerating::setRatings(const QHash<QString, double>& ratings) {
    const bool moved = !same(ratings, m_now);
    // A flag alone moves nothing; a vote that is taken back does.
    const bool rated = std::exchange(m_touched, false) && (std::exchange(m_voted, false) || moved);
    if (rated && !m_now.isEmpty()) { // else the difference is not the vote's, or not only
        m_before = m_now;
        m_at = m_session.savedAt();
    } else if (moved) {
        m_before.clear();
        m_at = {};
    }
    m_now = ratings;
    emit changed();
}

Rerating::Move Rerating::moveOf(const QString& model) const {
    return {find(m_before, model), find(m_now, model)};
}

void Rerating::forget() {
    m_before.clear();
    m_now.clear();
    m_at = {};
    m_battle = {};
    m_touched = false;
    m_voted = false;
    emit changed();
}

} // namespace agon::ui
