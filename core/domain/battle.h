// One battle as it is read back whole: instruction, two answers, games, human verdicts.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/domain/model.h"
#include "core/domain/verdict.h"
#include "core/text/marks.h" // the meaning of every `marks` below

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace agon {

// Given before the first user turn of an instruction.
struct Exchange {
    std::string user;
    std::string assistant;

    bool operator==(const Exchange&) const = default;
};

struct Instruction {
    InstructionId id;
    SetId set;
    std::string setName;
    std::string key;                     // the source's own id, may be empty
    std::string category;                // may be empty
    std::string source;                  // e.g. AlpacaEval's data set, may be empty
    std::string system;                  // may be empty
    std::vector<Exchange> history;       // given: nobody answers it here
    std::vector<std::string> turns;      // the user's, each to be answered
    std::vector<std::string> references; // answers known to be right, one a turn, or none
    std::uint32_t marks = 0;
};

struct Response {
    ResponseId id;
    ModelId model;
    std::string modelName;
    std::vector<std::string> turns; // one text a user turn
    std::string sampling;           // canonical parameters; empty: not known (imported)
    std::optional<std::int64_t> tokensOut;
    std::optional<double> seconds;
    std::uint32_t marks = 0;
};

// Verdict and scores refer to the battle's A and B, already un-swapped; `raw` is untouched.
struct Game {
    GameId id;
    ModelId judge;
    std::string judgeName;
    Order order = Order::AB; // who was read first
    Verdict verdict = Verdict::None;
    std::optional<double> scoreA;
    std::optional<double> scoreB;
    std::optional<double> preferenceA; // soft verdict: A's share in [0, 1]
    std::string explanation;
    std::string raw;
    std::string prompt;
    std::string error; // why it is invalid, for a person
    std::optional<std::int64_t> tokensIn;
    std::optional<std::int64_t> tokensOut;
    std::optional<double> cost; // dollars
    std::optional<double> seconds;
    std::string style;       // of the prompt: "agon-scores 1"; empty: not known
    std::string servedModel; // as the server named the judge
    std::string fingerprint;
    Timestamp at;
    bool superseded = false; // a later game of the same judge and order counts
};

// A person's event. Nothing is overwritten: the latest of each annotator counts.
struct Override {
    OverrideId id;
    BattleId battle;
    std::optional<Verdict> verdict; // nullopt: clear
    std::string by;
    std::string note;
    bool blind = false;
    std::optional<OverrideId> undoes; // this event takes that one back
    Timestamp at;
};

struct Battle {
    BattleId id;
    Instruction instruction; // id 0 for rows that came without texts
    std::string setName;
    int turn = 1; // 1-based
    Response a;
    Response b;
    int iteration = -1; // -1: none
    StageKind stage = StageKind::None;
    bool flagged = false;
    std::vector<Game> games;         // by judge, order; superseded ones included
    std::vector<Override> overrides; // oldest first
};

} // namespace agon
