// A run: models answer instructions, judges compare the answers. What it asked for, call by call.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace agon {

// Stored by name.
enum class RunState : std::uint8_t {
    Running, // or its program was killed: resuming finds out
    Stopped, // by a person, or at its limit of money
    Failed,  // something that asking again would not mend
    Done,
    Waiting, // for a provider's batch
};
[[nodiscard]] std::string_view runStateName(RunState state); // "running" …
[[nodiscard]] RunState
runStateFromName(std::string_view name); // what is not known counts as Stopped

struct RunInfo {
    RunId id;
    std::string kind; // "arena", "flywheel", "import", "simulation"
    std::string name;
    std::uint64_t seed = 0;
    std::string parameters; // JSON
    RunState state = RunState::Done;
    std::string message; // why it ended, for a person
    Timestamp at;
    Timestamp ended;
};

// One round of a run's plan.
struct RunRound {
    int number = 0;
    std::int64_t firstBattle = 0; // id of the first battle; the others follow in the plan's order
    std::int64_t battles = 0;
    std::string plan; // JSON
};

// What was paid for. Stored.
enum class CallPurpose : std::uint8_t { Answer = 0, Game = 1 };

// Stored.
enum class CallState : std::uint8_t {
    Begun = 0,     // written down; maybe sent, maybe billed
    Answered = 1,  // its answer or game is committed
    Malformed = 2, // a judge's reply without a verdict
    Failed = 3,    // came to nothing, after all attempts
    Lost = 4,      // begun, and the program ended before its end was written: possibly billed
    NotSent = 5,   // taken back before it was sent
};

// Hash of all that was asked (model, messages, schema, sampling, attempt): whoever asks the same
// again has the answer already.
struct CallKey {
    std::array<std::uint8_t, 16> bytes{};
    auto operator<=>(const CallKey&) const = default;
};

struct Batch {
    BatchId id;
    RunId run;
    ModelId model;
    CallPurpose purpose = CallPurpose::Answer;
    std::string remote;    // the provider's id; empty until it is known
    std::string inputFile; // the provider's id of the file of requests
    std::string state;     // as the provider names it; "writing" before
    std::int64_t requests = 0;
    std::string facts; // JSON: what the provider said last
    Timestamp at;
    Timestamp ended;
};

// Sums over the calls of a run. Dollars; `costKnown` is false when a call has no price.
struct CallSums {
    std::int64_t begun = 0;    // not ended: possibly billed, when nobody is running the run
    std::int64_t answered = 0; // malformed ones included
    std::int64_t failed = 0;
    std::int64_t lost = 0;        // possibly billed
    std::int64_t maybeBilled = 0; // further attempts that may have been
    std::int64_t tokensIn = 0;
    std::int64_t tokensOut = 0;
    double cost = 0;
    bool costKnown = true;

    [[nodiscard]] std::int64_t possiblyBilled() const { return begun + lost + maybeBilled; }
};

} // namespace agon
