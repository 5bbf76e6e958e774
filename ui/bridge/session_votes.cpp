// Votes and flags of a session: each is an event appended to the workspace, and so is taking it
// back.
#include "ui/bridge/session.h"

namespace agon::ui {

namespace {

using Step = VoteHistory::Step;
using Move = VoteHistory::Move;

Result<void> appendFlag(Appender& appender, const Step& step, Move move, std::string_view by) {
    return appender.flag(step.battle, (move == Move::Undo) != step.flagOn, by);
}

Result<void> appendVote(Appender& appender, const Step& step, Move move, std::string_view by) {
    const std::string note = step.note.toStdString();
    VoteIn in;
    in.by = by;
    in.blind = step.blind;
    if (move == Move::Undo) {
        // The writer works in order, so the event to take back has been tried by now.
        if (!*step.event)
            return fail(ErrorCode::NotFound, "there is no vote to take back: it was not stored");
        in.verdict = step.previous;
        in.undoes = **step.event;
    } else {
        in.verdict = step.verdict;
        in.note = TextIn(note);
    }
    const auto added = TRY(appender.vote(BattleRef{step.battle, false}, in));
    if (move != Move::Undo)
        *step.event = added.id;
    return {};
}

} // namespace

void Session::vote(BattleId battle, std::optional<Verdict> verdict, const QString& note,
                   bool blind) {
    if (!writable())
        return;
    Step step;
    step.battle = battle;
    step.verdict = verdict;
    step.previous = currentVote(battle);
    step.note = note;
    step.blind = blind;
    step.event = std::make_shared<std::optional<OverrideId>>();
    m_history.push(step);
    emit historyChanged();
    append(std::move(step), Move::Do);
}

void Session::flag(BattleId battle, bool on) {
    if (!writable())
        return;
    Step step;
    step.kind = Step::Kind::Flag;
    step.battle = battle;
    step.flagOn = on;
    step.event = std::make_shared<std::optional<OverrideId>>();
    m_history.push(step);
    emit historyChanged();
    append(std::move(step), Move::Do);
}

void Session::undo() {
    if (!m_history.canUndo() || !writable())
        return;
    Step step = m_history.stepBack();
    emit historyChanged();
    append(std::move(step), Move::Undo);
}

void Session::redo() {
    if (!m_history.canRedo() || !writable())
        return;
    Step step = m_history.stepForward();
    emit historyChanged();
    append(std::move(step), Move::Redo);
}

void Session::append(Step step, Move move) {
    write<void>(
        [step, move, by = m_annotator.toStdString()](Appender& appender) {
            return step.kind == Step::Kind::Flag ? appendFlag(appender, step, move, by)
                                                 : appendVote(appender, step, move, by);
        },
        this,
        [this, step, move](const Result<void>& result) {
            if (!result) {
                m_history.forget(step);
                emit historyChanged();
            } else if (move != Move::Do) {
                emit historyMoved(step.battle);
            }
        });
}

std::optional<Verdict> Session::currentVote(BattleId battle) {
    if (const Step* latest = m_history.latestVote(battle))
        return latest->verdict;
    // What was there before this sitting is looked up once: later the table may lag behind.
    if (const auto known = m_before.find(battle); known != m_before.end())
        return known->second;
    std::optional<Verdict>& before = m_before[battle];
    const auto row = m_table ? m_table->rowOf(battle) : std::nullopt;
    const auto votes = row ? m_table->votes.find(*row) : VotesByRow::const_iterator{};
    if (row && votes != m_table->votes.end())
        for (const VoteColumn& vote : votes->second)
            if (m_table->annotators[vote.annotator] == m_annotator.toStdString())
                before = vote.verdict;
    return before;
}

bool Session::writable() {
    if (m_workspace && !m_workspace->readOnly())
        return true;
    if (m_workspace)
        emit failed(tr("Nothing can be changed here. %1").arg(readOnlyReason()));
    return false;
}

void Session::writeBegun() {
    ++m_writesPending;
    emit savedChanged();
}

void Session::writeEnded(std::uint64_t generation, const Error* error) {
    if (generation != m_generation)
        return;
    --m_writesPending;
    if (!error)
        m_savedAt = m_clock->now();
    else
        emit failed(tr("Not saved: %1").arg(QString::fromStdString(error->text())));
    emit savedChanged();
}

} // namespace agon::ui
