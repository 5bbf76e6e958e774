// The only way in: appends facts inside one write transaction. Finds what is already there instead
// of adding it again, so that reading a file twice adds nothing.
//
// Lives on the writer's thread inside Workspace::write; not thread-safe, never kept. After an error
// InvalidInput, NotFound or Exists nothing of that call was written and the transaction goes on (an
// importer reports the row); after any other return the error: everything since the write began is
// undone.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/battle.h"
#include "core/domain/model.h"
#include "core/domain/run.h"
#include "core/domain/verdict.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace agon {

// What the appender finds out about a text. Whoever can do so on another thread gives it along.
struct TextFacts {
    std::string_view text;
    std::uint64_t hash = 0;
    std::int64_t length = 0; // code points
    std::uint32_t marks = 0; // empty, judgeSyntax
};
[[nodiscard]] TextFacts factsOf(std::string_view text);

// A text on its way in: valid UTF-8 (core/text/repair.h has seen it) and what was repaired.
struct TextIn {
    std::string_view body;
    std::uint32_t marks = 0;
    const TextFacts* facts = nullptr; // of this text, when they are known

    TextIn() = default;
    TextIn(std::string_view text, std::uint32_t textMarks = 0, const TextFacts* textFacts = nullptr)
        : body(text)
        , marks(textMarks)
        , facts(textFacts) {}
    TextIn(const std::string& text)
        : body(text) {}
    TextIn(const char* text)
        : body(text) {}
};

template <class IdType>
struct Added {
    IdType id;
    bool added = false; // false: it was there already
};

struct InstructionIn {
    SetId set;
    std::string_view key;      // the source's id; when empty, the texts identify the instruction
    std::string_view category; // may be empty
    std::string_view source;   // may be empty
    std::span<const TextIn> turns;        // empty: judged elsewhere, the text is not known (yet)
    std::string_view system{};            // may be empty
    std::span<const Exchange> history{};  // given; valid UTF-8
    std::span<const TextIn> references{}; // right answers, one a turn
};

struct ResponseIn {
    ModelId model;
    InstructionId instruction;
    std::span<const TextIn> turns; // empty: the answer's text is not known (yet)
    std::string_view sampling;     // canonical sampling parameters; part of the identity
    std::optional<std::int64_t> tokensIn;
    std::optional<std::int64_t> tokensOut;
    std::optional<double> seconds;
    std::optional<double> cost;
    CallId call;             // that gave its last turn
    std::uint32_t marks = 0; // refused, cut …; marks of the texts are added by the appender
};

struct BattleIn {
    InstructionId instruction;
    SetId set; // the set it was fought on; when not valid, the instruction's own
    int turn = 1;
    ResponseId a;
    ResponseId b;
    Timestamp at;
    RunId run;
    StageId stage; // the arena or selection stage it belongs to
    BattleId id;   // that a run's plan has kept for it; taken, or not valid: the next one
};

// A row without texts (a plain table of outcomes).
struct BareBattleIn {
    SetId set;
    std::int64_t row = 0;
    std::uint64_t rowHash = 0;
    ModelId a;
    ModelId b;
    std::string_view category;
    Timestamp at;
};

// `swapped`: the workspace knows this battle with the sides exchanged. Games and votes given with
// this reference are in the caller's order; the appender un-swaps them.
struct BattleRef {
    BattleId id;
    bool swapped = false;
};

struct GameIn {
    ModelId judge;
    Order order = Order::AB; // who was read first, in the caller's order
    Verdict verdict = Verdict::Invalid;
    std::optional<double> scoreA;
    std::optional<double> scoreB;
    std::optional<double> preferenceA; // A's share in [0, 1]
    TextIn explanation;
    TextIn raw;
    TextIn prompt;
    std::string_view error;
    std::optional<std::int64_t> tokensIn;
    std::optional<std::int64_t> tokensOut;
    std::optional<double> cost;
    std::optional<double> seconds;
    std::string_view style; // "agon-scores 1"
    std::string_view servedModel;
    std::string_view fingerprint;
    CallId call;
    Timestamp at;
};

struct VoteIn {
    std::optional<Verdict> verdict; // a, b, tie, bad; nullopt: clear
    std::string_view by;
    TextIn note;
    bool blind = false;
    std::optional<OverrideId> undoes;
    Timestamp at;      // not known: now
    bool once = false; // read from a file: nothing is added when the same was said before
};

struct RunIn {
    std::string_view kind; // "flywheel", "arena", "import", "simulation"
    std::string_view name;
    std::uint64_t seed = 0;
    std::string_view parameters; // JSON
    Timestamp at;
    RunState state = RunState::Done;
};

struct StageIn {
    IterationId iteration;
    StageKind kind = StageKind::None;
    std::string_view slice; // "D1"
    std::string_view state; // "done", …
    ModelId checkpoint;     // what it made
    ModelId parent;         // what it was trained from
    ModelId fighter;        // who fought for its data
    std::string_view facts; // JSON: K, rows, loss, …
    Timestamp at;
};

struct ImportRecord {
    std::string fileName;
    std::string format;
    std::int64_t rows = 0;
    std::int64_t added = 0;
    std::int64_t duplicates = 0;
    std::int64_t rejected = 0; // all of them; `rejections` may hold only the first
    struct Rejection {
        std::int64_t line = 0;
        std::string reason;
    };
    std::vector<Rejection> rejections;
};

class WriteTransaction; // core/store, private

class Appender {
  public:
    explicit Appender(WriteTransaction& transaction);
    ~Appender();
    Appender(const Appender&) = delete;
    Appender& operator=(const Appender&) = delete;

    [[nodiscard]] Timestamp now() const; // of the workspace's clock
    Result<SetId> set(std::string_view name);
    // Finds by name or adds a recorded model.
    Result<ModelId> model(std::string_view name);
    Result<void> grantRole(ModelId model, Role role);
    // Adds; refuses an existing name.
    Result<ModelId> addModel(const Model& model);
    Result<void> editModel(const Model& model); // by id
    Result<void> removeModel(ModelId model);    // refused while it has responses, battles or games

    Result<Added<InstructionId>> instruction(const InstructionIn& in);
    // The instruction of this set with this key, if any.
    Result<std::optional<InstructionId>> findInstruction(SetId set, std::string_view key);
    // Without texts: the oldest response of the model to the instruction, or one to be filled in.
    Result<Added<ResponseId>> response(const ResponseIn& in);
    // The newest response of this model to this instruction, if any.
    Result<std::optional<ResponseId>> findResponse(ModelId model, InstructionId instruction);
    struct BattleAdded {
        BattleRef ref;
        bool added = false;
    };
    Result<BattleAdded> battle(const BattleIn& in);
    Result<BattleAdded> bareBattle(const BareBattleIn& in);
    Result<Added<GameId>> game(BattleRef battle, const GameIn& in);
    // Appends an event. With `once`, an event of this annotator with the same verdict, note and
    // (when given) time is found instead.
    Result<Added<OverrideId>> vote(BattleRef battle, const VoteIn& in);
    Result<void> flag(BattleId battle, bool on, std::string_view by);

    Result<RunId> run(const RunIn& in);
    Result<IterationId> iteration(RunId run, int number);
    Result<StageId> stage(const StageIn& in);

    Result<ImportId> recordImport(const ImportRecord& record);
    // Small workspace-wide settings, e.g. "rating.anchor".
    Result<void> setting(std::string_view key, std::string_view value);
    // Puts the next texts into the search index until about `bytes` of them are in; returns how
    // many.
    Result<std::int64_t> indexTexts(std::int64_t bytes);

  private:
    friend class RunAppender;
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace agon
