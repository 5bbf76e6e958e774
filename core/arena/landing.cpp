#include "core/arena/landing.h"

namespace agon {

void readVerdict(Landed& landed, const Cast& cast) {
    if (!landed.outcome || landed.ask.purpose != CallPurpose::Game)
        return;
    landed.parsed = parseVerdict(cast.judges[landed.ask.who].style->form, landed.outcome->text,
                                 landed.outcome->finish, landed.unit->shownTo(landed.ask));
}

CallEnd endOf(const Landed& landed) {
    CallEnd out;
    if (!landed.outcome) {
        const CallError& error = landed.outcome.error();
        const bool unsent = error.kind == CallFailure::Cancelled && error.attempts == 0;
        out.state = unsent ? CallState::NotSent : CallState::Failed;
        out.attempts = error.attempts;
        out.maybeBilled = error.maybeBilled;
        out.failure = callFailureName(error.kind);
        out.message = error.message;
        return out;
    }
    const ChatReply& reply = *landed.outcome;
    out.state = CallState::Answered;
    if (landed.malformed()) {
        out.state = CallState::Malformed;
        out.failure = "malformed";
        out.message = landed.parsed.problem;
    }
    out.tokensIn = reply.usage.in;
    out.tokensOut = reply.usage.out;
    out.tokensCached = reply.usage.cached;
    out.cost = costOf(landed.ask.endpoint->price, reply.usage);
    out.seconds = reply.seconds;
    out.firstToken = reply.firstToken;
    out.attempts = reply.attempts;
    out.maybeBilled = reply.maybeBilled;
    out.servedModel = reply.servedModel;
    out.fingerprint = reply.fingerprint;
    out.reasoning = reply.reasoning;
    return out;
}

Result<void> commitLanded(Appender& appender, RunId run, Timestamp at, const Landed& landed,
                          bool answersBefore) {
    Unit& unit = *landed.unit;
    TRY(RunAppender(appender).endCall(landed.call, endOf(landed)));
    if (landed.outcome && landed.ask.purpose == CallPurpose::Game)
        return unit.judged(appender, landed.ask, landed.call, *landed.outcome, landed.parsed);
    if (landed.outcome) {
        TRY(unit.answered(appender, landed.ask, landed.call, *landed.outcome));
        return unit.open(appender, run, at);
    }
    const CallError& error = landed.outcome.error();
    const bool final =
        error.kind == CallFailure::BadRequest || error.kind == CallFailure::Unreadable;
    if (final && answersBefore)
        return unit.refused(appender, landed.ask, landed.call, error.message);
    if (error.kind != CallFailure::Cancelled)
        unit.failed(landed.ask);
    return {};
}

} // namespace agon
