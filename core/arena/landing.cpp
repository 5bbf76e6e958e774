#include "core/arena/landing.h"

#include "core/arena/call_end.h"

namespace agon {

void readVerdict(Landed& landed, const Cast& cast) {
    if (!landed.outcome || landed.ask.purpose != CallPurpose::Game)
        return;
    landed.parsed = parseVerdict(cast.judges[landed.ask.who].style->form, landed.outcome->text,
                                 landed.outcome->finish, landed.unit->shownTo(landed.ask));
}

CallEnd endOf(const Landed& landed) {
    const bool judged = landed.outcome && landed.ask.purpose == CallPurpose::Game;
    return callEnd(landed.outcome, judged ? &landed.parsed : nullptr, landed.ask.endpoint->price);
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
