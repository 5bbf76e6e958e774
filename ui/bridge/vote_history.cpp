#include "ui/bridge/vote_history.h"

#include <QCoreApplication>

namespace agon::ui {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("VoteHistory", text);
}

QString verdictText(std::optional<Verdict> verdict) {
    if (!verdict)
        return tr("Clear");
    switch (*verdict) {
    case Verdict::A:
        return tr("A better");
    case Verdict::B:
        return tr("B better");
    case Verdict::Tie:
        return tr("Tie");
    case Verdict::Bad:
        return tr("Both bad");
    case Verdict::Invalid:
    case Verdict::None:
        break;
    }
    return tr("Vote");
}

} // namespace

QString stepName(const VoteHistory::Step& step) {
    const QString battle = QString::number(step.battle.value);
    if (step.kind == VoteHistory::Step::Kind::Flag)
        return (step.flagOn ? tr("Flag #%1") : tr("Remove flag of #%1")).arg(battle);
    // The sides of a blind review are shown in random order, so the verdict is not spelled out.
    if (step.blind)
        return tr("Blind vote on #%1").arg(battle);
    return tr("“%1” on #%2").arg(verdictText(step.verdict), battle);
}

void VoteHistory::push(Step step) {
    m_steps.resize(m_done);
    m_steps.push_back(std::move(step));
    ++m_done;
}

void VoteHistory::clear() {
    m_steps.clear();
    m_done = 0;
}

void VoteHistory::forget(const Step& step) {
    const auto found = std::find_if(m_steps.begin(), m_steps.end(), [&](const Step& candidate) {
        return candidate.event == step.event;
    });
    if (found == m_steps.end())
        return;
    if (static_cast<std::size_t>(found - m_steps.begin()) < m_done)
        --m_done;
    m_steps.erase(found);
}

QString VoteHistory::undoName() const {
    return canUndo() ? stepName(m_steps[m_done - 1]) : QString();
}

QString VoteHistory::redoName() const {
    return canRedo() ? stepName(m_steps[m_done]) : QString();
}

VoteHistory::Step VoteHistory::stepBack() {
    return m_steps[--m_done];
}

VoteHistory::Step VoteHistory::stepForward() {
    return m_steps[m_done++];
}

const VoteHistory::Step* VoteHistory::latestVote(BattleId battle) const {
    for (std::size_t i = m_done; i-- > 0;)
        if (m_steps[i].kind == Step::Kind::Vote && m_steps[i].battle == battle)
            return &m_steps[i];
    return nullptr;
}

} // namespace agon::ui
