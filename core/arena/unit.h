// One instruction of a run: what is there, what is to be asked next, what came back.
#pragma once

#include "core/arena/cast.h"
#include "core/arena/plan.h"
#include "core/base/result.h"
#include "core/domain/run.h"
#include "core/judge/judge_prompt.h"
#include "core/judge/parse_verdict.h"
#include "core/llm/chat_service.h"
#include "core/store/appender.h"
#include "core/store/run_reader.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

struct CallCounts {
    std::int64_t planned = 0;
    std::int64_t cached = 0;
    std::int64_t done = 0;
    std::int64_t failed = 0; // and nothing that they need will come in this run

    [[nodiscard]] std::int64_t left() const { return planned - cached - done - failed; }
    bool operator==(const CallCounts&) const = default;
};

struct RunTally {
    CallCounts answers;       // one a fighter and instruction
    CallCounts games;         // one a battle, judge and order
    std::int64_t battles = 0; // that were added
    std::int64_t invalid = 0; // games of this run without a verdict
};

// One call to be made.
struct Ask {
    CallPurpose purpose = CallPurpose::Answer;
    std::size_t who = 0;  // of the cast's fighters or judges
    int turn = 1;         // of an answer
    std::size_t duel = 0; // of a game
    std::size_t game = 0; // of a game, within the duel
    int attempt = 0;      // of a game
    std::shared_ptr<const Endpoint> endpoint;
    ChatRequest request;
    CallKey key;
    std::string prompt; // of a game, as it is stored
};

// A call that would be made, before anybody is asked. Sizes in bytes.
struct PlannedCall {
    CallPurpose purpose = CallPurpose::Answer;
    std::size_t who = 0;
    std::int64_t bytes = 0; // of what is known of the messages
    std::int64_t messages = 0;
    std::vector<std::size_t> unknown; // fighters whose answers belong into it, one entry a turn
    int times = 1;
};

// Of a thread that runs the run, and of the writer's while it waits for it.
class Unit {
  public:
    Unit(UnitPlan plan, std::shared_ptr<const Cast> cast, const RunSpec& spec, RunTally& tally);

    // What is there already. `resumed`: earlier calls of the run may have been malformed. Errors:
    // also NotFound, Corrupt (the instruction is not as it was planned).
    Result<void> load(Reader& reader, bool resumed);

    // What can be asked now, each once. Answers first.
    [[nodiscard]] std::optional<Ask> next();
    // Everything that is left, in place of next().
    [[nodiscard]] Result<std::vector<PlannedCall>> outstanding() const;
    // Battles that are not in the workspace yet and would be added.
    [[nodiscard]] std::int64_t newBattles() const;
    // Nothing is left to be asked or waited for.
    [[nodiscard]] bool settled() const { return m_open == 0; }
    // Why something could not even be asked; empty without such.
    [[nodiscard]] const std::string& problem() const { return m_problem; }

    // In a write transaction, each once:
    // Adds the battles whose two answers are there, so that their games can be asked.
    Result<void> open(Appender& appender, RunId run, Timestamp at);
    // What a call came to, with its end. Of a game `parsed` is what its reply says.
    Result<void> answered(Appender& appender, const Ask& ask, CallId call, const ChatReply& reply);
    Result<void> judged(Appender& appender, const Ask& ask, CallId call, const ChatReply& reply,
                        const ParsedVerdict& parsed);
    // Came to nothing: what depends on it will not be asked in this run.
    void failed(const Ask& ask);
    // The same, with a reason that asking again would not mend: a game is stored as invalid.
    Result<void> refused(Appender& appender, const Ask& ask, CallId call, std::string_view why);

    // The texts that a judge was shown, against quoted verdicts. Views into this unit.
    [[nodiscard]] std::vector<std::string_view> shownTo(const Ask& ask) const;

  private:
    enum class State : std::uint8_t { Waiting, Ready, Asked, Done, Failed };
    struct Answer {
        bool needed = false;
        ResponseId id;
        std::vector<std::string> turns;
        State state = State::Waiting;
    };
    struct PlayedBy {
        std::size_t judge = 0;
        Order order = Order::AB;
        int attempt = 0;  // the next or present one
        int attempts = 1; // how many there are
        State state = State::Waiting;
    };
    struct Duel {
        FighterPair pair;
        int turn = 1;
        std::int64_t plannedId = 0;
        BattleRef battle;
        bool opened = false; // the battle is in the workspace
        std::vector<PlayedBy> games;
    };

    void plan();
    void takeAnswers(const std::vector<Response>& known);
    Result<void> takeBattles(RunReader& reader, const std::vector<FoughtBattle>& fought,
                             bool resumed);
    Result<void> takeGame(RunReader& reader, std::size_t duel, std::size_t game,
                          const FoughtBattle& fought, bool resumed);
    [[nodiscard]] bool bothAnswered(const Duel& duel) const;
    [[nodiscard]] Ask answerAsk(std::size_t fighter) const;
    [[nodiscard]] Result<Ask> gameAsk(std::size_t duel, std::size_t game, int attempt) const;
    [[nodiscard]] JudgeInput inputOf(const Duel& duel) const;
    [[nodiscard]] JudgeInput inputOf(const Duel& duel, std::span<const std::string> answersA,
                                     std::span<const std::string> answersB) const;
    Result<void> addOutstanding(const Duel& duel, std::vector<PlannedCall>& out) const;
    void ready(std::size_t duel, PlayedBy& game);
    void settle(State& state, State end);
    void failAnswer(std::size_t fighter);

    UnitPlan m_plan;
    std::shared_ptr<const Cast> m_cast;
    const RunSpec& m_spec;
    RunTally& m_tally;
    Instruction m_instruction;
    std::vector<Answer> m_answers; // one a fighter
    std::vector<Duel> m_duels;
    std::size_t m_open = 0;  // answers and games that are not settled
    std::size_t m_ready = 0; // of them, those that next() gives
    std::size_t m_from = 0;  // no duel before this one has a game to be asked
    std::string m_problem;
};

} // namespace agon
