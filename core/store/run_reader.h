// What a run needs to know of the workspace: which instructions, what is there already, and what
// its calls came to.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/battle.h"
#include "core/domain/run.h"
#include "core/store/reader.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace agon {

struct PlannedInstruction {
    InstructionId id;
    std::int64_t category = 0; // 0: none
    int turns = 1;
};

struct PlayedGame {
    ModelId judge;
    Order order = Order::AB;
    Verdict verdict = Verdict::None;
    std::optional<CallKey> key; // of the call that gave it; none: imported
};

struct FoughtBattle {
    BattleId id;
    int turn = 1;
    ResponseId a;
    ResponseId b;
    std::vector<PlayedGame> games; // oldest first
};

// Failed calls of one model and one cause.
struct CallCause {
    ModelId model;
    std::string failure;
    std::int64_t calls = 0;
    std::string message; // of the latest
};

// What was seen of a model's answers, for estimates.
struct SeenTokens {
    std::int64_t calls = 0;
    double in = 0; // mean
    double out = 0;
};

// A call of a batch that has not ended.
struct OpenCall {
    CallId id;
    CallKey key;
};

// What was asked for in batches of a run and came to nothing, or is lost.
struct FailedKey {
    CallKey key;
    std::int64_t times = 0;
    std::string failure; // the latest
};

// An answer that a model gives again and again.
struct CommonAnswer {
    ModelId model;
    std::int64_t hash = 0;
    std::int64_t same = 0;    // instructions answered with it
    std::int64_t answers = 0; // instructions answered
};

// Lives no longer than the Reader; the same rules.
class RunReader {
  public:
    explicit RunReader(Reader& reader);

    Result<std::vector<RunInfo>> runs();
    Result<RunInfo> run(RunId id); // NotFound
    Result<std::vector<RunRound>> rounds(RunId run);
    Result<CallSums> sums(RunId run);
    Result<std::vector<CallCause>> causes(RunId run);
    Result<std::vector<Batch>> batches(RunId run);
    Result<std::vector<OpenCall>> openCalls(BatchId batch); // in the order they were begun
    Result<std::vector<FailedKey>> failedInBatches(RunId run);

    // The set's own instructions and its members, in the set's order.
    Result<std::vector<PlannedInstruction>> instructionsOf(SetId set);
    // Answers with known texts, oldest first.
    Result<std::vector<Response>> answersTo(InstructionId instruction);
    Result<std::vector<FoughtBattle>> foughtOn(InstructionId instruction);
    // Whether a call with this key was answered, without a verdict.
    Result<bool> wasMalformed(const CallKey& key);
    Result<SeenTokens> seen(ModelId model, CallPurpose purpose);
    // Each model's commonest answer, of models with at least `atLeast` answers.
    Result<std::vector<CommonAnswer>> commonAnswers(std::int64_t atLeast);

  private:
    Reader::State& m_state;
};

} // namespace agon
