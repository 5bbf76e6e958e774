#include "ui/battles/battle_review.h"

#include "ui/shell/settings.h"

#include <algorithm>
#include <set>

namespace agon::ui {

namespace {
constexpr int ahead = 2;
} // namespace

BattleReview::BattleReview(Session& session, Settings& settings, BattleQueue& queue,
                           QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_settings(settings)
    , m_queue(queue)
    , m_shelf(session) {
    connect(&m_shelf, &BattleShelf::arrived, this, &BattleReview::arrived);
    connect(&m_shelf, &BattleShelf::failed, this, [this](BattleId battle, const QString& message) {
        if (battle == m_current)
            emit failed(message);
    });
    connect(&session, &Session::opened, this, &BattleReview::close);
    connect(&session, &Session::closed, this, &BattleReview::close);
    connect(&session, &Session::verdictsChanged, this, &BattleReview::verdictsChanged);
    // An import may have brought the answers of what is open.
    connect(&session, &Session::tableChanged, this, [this] { m_shelf.refresh({}); });
    connect(&session, &Session::historyMoved, this, &BattleReview::open);
    connect(&session, &Session::annotatorChanged, this, &BattleReview::updated);
    connect(&session, &Session::policyChanged, this, &BattleReview::updated);
    connect(&queue, &BattleQueue::filterChanged, this, [this] { m_openFirst = true; });
    connect(&queue, &BattleQueue::sortChanged, this, [this] { m_openFirst = true; });
    connect(&queue, &BattleQueue::answered, this, &BattleReview::queueAnswered);
    connect(&settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::NextAfterVote)
            emit nextAfterVoteChanged(nextAfterVote());
    });
}

void BattleReview::open(BattleId battle) {
    if (!battle.valid() || !m_session.isOpen())
        return;
    m_openFirst = false;
    if (battle == m_current)
        return;
    m_current = battle;
    m_shown = m_shelf.find(battle);
    prepareNext();
    emit opening(battle);
    if (m_shown)
        emit shown();
}

void BattleReview::close() {
    m_current = {};
    m_shown.reset();
    m_swapped = false;
    m_openFirst = true;
    m_shelf.clear();
    emit closed();
}

std::optional<ShownText> BattleReview::takePrepared(Side side) {
    if (!m_shown)
        return std::nullopt;
    std::optional<ShownText> out;
    std::swap(out, side == Side::A ? m_shown->answerA : m_shown->answerB);
    return out;
}

void BattleReview::swapSides() {
    m_swapped = !m_swapped;
    emit sidesChanged();
}

void BattleReview::move(int step) {
    goOn(m_queue.neighbour(m_current, step));
}

void BattleReview::nextUnreviewed() {
    goOn(m_queue.nextUnreviewed(m_current));
}

void BattleReview::skip() {
    const BattleId skipped = m_current;
    const auto next = m_queue.neighbour(skipped, +1);
    if (!skipped.valid())
        return;
    m_queue.skip(skipped);
    goOn(next);
}

void BattleReview::goOn(std::optional<BattleId> next) {
    if (next)
        open(*next);
}

void BattleReview::voteOnScreen(Verdict verdict, const QString& note) {
    vote(m_swapped ? swapped(verdict) : verdict, note);
}

void BattleReview::vote(Verdict verdict, const QString& note) {
    if (!m_shown)
        return; // nobody votes on what they cannot see yet
    const BattleId battle = m_current;
    const auto next = m_queue.neighbour(battle, +1);
    // What was said a moment ago may not have been read again yet: the session knows it.
    const bool same = m_session.currentVote(battle) == verdict && myNote() == note;
    if (!same)
        m_session.vote(battle, verdict, note, false);
    if (nextAfterVote())
        goOn(next);
}

void BattleReview::clearVote() {
    if (m_session.currentVote(m_current))
        m_session.vote(m_current, std::nullopt, {}, false);
}

void BattleReview::comment(const QString& note) {
    if (!m_shown)
        return;
    if (note != myNote())
        m_session.vote(m_current, m_session.currentVote(m_current), note, false);
}

void BattleReview::toggleFlag() {
    if (m_current.valid())
        m_session.flag(m_current, !isFlagged());
}

void BattleReview::undo() {
    m_session.undo(); // historyMoved() opens the battle again
}

const Override* BattleReview::myVote() const {
    return m_shown ? latestVote(m_shown->battle, m_session.annotator().toStdString()) : nullptr;
}

QString BattleReview::myNote() const {
    if (const VoteHistory::Step* latest = m_session.history().latestVote(m_current))
        return latest->note;
    const Override* mine = myVote();
    return mine ? QString::fromStdString(mine->note) : QString();
}

std::optional<std::uint32_t> BattleReview::row() const {
    return m_session.table() ? m_session.table()->rowOf(m_current) : std::nullopt;
}

bool BattleReview::isFlagged() const {
    const auto at = row();
    return at && (m_session.table()->facts[*at] & facts::flagged) != 0;
}

RowVerdict BattleReview::judged() const {
    const auto at = row();
    return at ? deriveRow(*m_session.table(), *at, m_session.policy()) : RowVerdict{};
}

int BattleReview::judgeCount() const {
    const auto at = row();
    if (!at)
        return 0;
    const BattleTable& table = *m_session.table();
    std::set<std::uint16_t> judges;
    for (std::uint32_t i = table.gameBegin[*at]; i < table.gameBegin[*at + 1]; ++i)
        judges.insert(table.games[i].judge);
    return static_cast<int>(judges.size());
}

bool BattleReview::nextAfterVote() const {
    return m_settings.flag(Setting::NextAfterVote);
}

void BattleReview::setNextAfterVote(bool on) {
    m_settings.set(Setting::NextAfterVote, on);
}

void BattleReview::prepareNext() {
    if (!m_current.valid())
        return;
    std::vector<BattleId> wanted{m_current};
    BattleId from = m_current;
    for (int i = 0; i < ahead; ++i) {
        const auto next = m_queue.neighbour(from, +1);
        if (!next)
            break;
        wanted.push_back(*next);
        from = *next;
    }
    if (const auto before = m_queue.neighbour(m_current, -1))
        wanted.push_back(*before);
    m_shelf.keep(wanted);
}

void BattleReview::arrived(BattleId battle) {
    if (battle != m_current)
        return;
    const bool first = !m_shown;
    m_shown = m_shelf.find(battle);
    if (first)
        emit shown();
    else
        emit updated();
}

void BattleReview::verdictsChanged(const std::vector<BattleId>& battles) {
    m_shelf.refresh(battles);
    if (battles.empty() || std::ranges::find(battles, m_current) != battles.end())
        emit updated(); // flag and verdict are in the table already
}

void BattleReview::queueAnswered() {
    if (!m_session.isOpen() || !m_queue.answer())
        return;
    const bool listed = m_current.valid() && m_queue.positionOf(m_current);
    if (m_openFirst && !listed) {
        if (const auto first = m_queue.neighbour({}, +1))
            open(*first);
        return; // nothing to open yet: with the next answer
    }
    m_openFirst = false;
    if (m_current.valid())
        prepareNext();
}

} // namespace agon::ui
