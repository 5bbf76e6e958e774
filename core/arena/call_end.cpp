#include "core/arena/call_end.h"

namespace agon {

CallEnd callEnd(const ChatOutcome& outcome, const ParsedVerdict* parsed, const TokenPrice& price) {
    CallEnd out;
    if (!outcome) {
        const CallError& error = outcome.error();
        const bool unsent = error.kind == CallFailure::Cancelled && error.attempts == 0;
        out.state = unsent ? CallState::NotSent : CallState::Failed;
        out.attempts = error.attempts;
        out.maybeBilled = error.maybeBilled;
        out.failure = callFailureName(error.kind);
        out.message = error.message;
        return out;
    }
    const ChatReply& reply = *outcome;
    const bool malformed = parsed != nullptr && parsed->verdict == Verdict::Invalid;
    out.state = malformed ? CallState::Malformed : CallState::Answered;
    if (malformed) {
        out.failure = "malformed";
        out.message = parsed->problem;
    }
    out.tokensIn = reply.usage.in;
    out.tokensOut = reply.usage.out;
    out.tokensCached = reply.usage.cached;
    out.cost = costOf(price, reply.usage);
    out.seconds = reply.seconds;
    out.firstToken = reply.firstToken;
    out.attempts = reply.attempts;
    out.maybeBilled = reply.maybeBilled;
    out.servedModel = reply.servedModel;
    out.fingerprint = reply.fingerprint;
    out.reasoning = reply.reasoning;
    return out;
}

} // namespace agon
