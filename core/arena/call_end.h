// How a call's end is written down. Internal to the room.
#pragma once

#include "core/judge/parse_verdict.h"
#include "core/llm/chat_service.h"
#include "core/llm/endpoint.h"
#include "core/store/run_appender.h"

namespace agon {

// Views into `outcome` and `parsed`. `parsed`: what a judge's reply says; null for an answer and
// for a call that came to nothing.
[[nodiscard]] CallEnd callEnd(const ChatOutcome& outcome, const ParsedVerdict* parsed,
                              const TokenPrice& price);

} // namespace agon
