// What a run writes: its state, its rounds, its calls, its batches. Answers, battles and games go
// in through the Appender, in the same transaction as the end of the call that gave them.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/run.h"
#include "core/store/appender.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace agon {

struct CallIn {
    CallKey key;
    RunId run;
    ModelId model;
    CallPurpose purpose = CallPurpose::Answer;
    BatchId batch; // not valid: sent by itself
};

// How a call ended.
struct CallEnd {
    CallState state = CallState::Answered;
    std::optional<std::int64_t> tokensIn;
    std::optional<std::int64_t> tokensOut;
    std::optional<std::int64_t> tokensCached;
    std::optional<double> cost; // dollars
    std::optional<double> seconds;
    std::optional<double> firstToken; // seconds
    int attempts = 0;
    int maybeBilled = 0;
    std::string_view failure{}; // a name of its cause; empty without one
    std::string_view message{};
    std::string_view servedModel{};
    std::string_view fingerprint{};
    std::string_view reasoning{};
};

// Lives no longer than the Appender; the same rules.
class RunAppender {
  public:
    explicit RunAppender(Appender& appender);

    // `message` says why, for a person. It has ended, unless it is running or waiting.
    Result<void> setState(RunId run, RunState state, std::string_view message);
    // Keeps the next `battles` ids for a round.
    Result<RunRound> addRound(RunId run, int number, std::int64_t battles, std::string_view plan);
    Result<CallId> beginCall(const CallIn& in);
    Result<void> endCall(CallId call, const CallEnd& end);
    // Calls of this run that were begun and never ended are lost, but for those of a batch that is
    // still out. Returns how many.
    Result<std::int64_t> loseOpenCalls(RunId run);
    // The next turn of an answer that has the turns before it; `turns` is all of them, `last` what
    // the last one took.
    Result<void> extendResponse(ResponseId response, std::span<const TextIn> turns,
                                const ResponseIn& last);
    Result<BatchId> addBatch(const Batch& batch);
    // Its remote, inputFile, state, requests, facts, ended.
    Result<void> editBatch(const Batch& batch);
    // Every call of a batch that has not ended, in the same way. Returns how many.
    Result<std::int64_t> endOpenCalls(BatchId batch, const CallEnd& end);
    // Marks answers that are the same for nearly every instruction (core/judge/suspicion.h says
    // which), and the battles they fought. Returns how many answers are newly marked.
    Result<std::int64_t> markSameAnswers(ModelId model, std::int64_t hash);

  private:
    Appender::State& m_state;
};

} // namespace agon
