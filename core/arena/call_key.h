// The identity of a call: who asks the same again has the answer already.
#pragma once

#include "core/domain/run.h"
#include "core/domain/verdict.h"
#include "core/llm/chat.h"
#include "core/llm/endpoint.h"

#include <cstdint>

namespace agon {

// XXH3 of the model (its row and API name), everything that is sent but the seed, and what tells
// equal requests apart. `variant`: of a game the order, so that two equal answers are still asked
// about twice. `attempt`: 0, then one more each time a reply was malformed. `content`: of the
// prompt style, its version included. Pure, thread-safe.
[[nodiscard]] CallKey callKey(const Endpoint& endpoint, const ChatRequest& request,
                              CallPurpose purpose, std::uint8_t variant, int attempt,
                              std::uint64_t content);

// A seed for the server, from the key: every attempt has its own, and asking again gives the same.
[[nodiscard]] std::int64_t seedOf(const CallKey& key);

} // namespace agon
