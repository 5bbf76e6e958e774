// A call that has ended, on its way into the workspace: the same for calls that went out one by one
// and for those of a batch.
#pragma once

#include "core/arena/cast.h"
#include "core/arena/unit.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/judge/parse_verdict.h"
#include "core/llm/chat_service.h"
#include "core/store/appender.h"
#include "core/store/run_appender.h"

namespace agon {

struct Landed {
    Unit* unit = nullptr;
    Ask ask;
    CallId call;
    ChatOutcome outcome;
    ParsedVerdict parsed; // of a judge's reply

    // A judge's reply without a verdict.
    [[nodiscard]] bool malformed() const {
        return outcome && ask.purpose == CallPurpose::Game && parsed.verdict == Verdict::Invalid;
    }
};

// Reads the verdict in a judge's reply; leaves all else alone.
void readVerdict(Landed& landed, const Cast& cast);

// How the call ended, as it is stored. Views into `landed`.
[[nodiscard]] CallEnd endOf(const Landed& landed);

// In a write transaction, once: ends the call and gives the unit what it came to. `answersBefore`:
// the model has answered in this run, so that a bad request is the question's fault. Battles that
// this opens carry `at`.
Result<void> commitLanded(Appender& appender, RunId run, Timestamp at, const Landed& landed,
                          bool answersBefore);

} // namespace agon
