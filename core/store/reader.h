// The only way out: queries on one read-only connection.
//
// Lent by Workspace::read to one thread at a time; never kept. Each call sees the last commit. A
// query ends with Error Cancelled within milliseconds of the stop token given to Workspace::read.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/battle.h"
#include "core/domain/model.h"
#include "core/jobs/progress.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace agon {

struct SetInfo {
    SetId id;
    std::string name;
    std::int64_t instructions = 0;
    std::vector<std::string> categories;
};

// What a row of a battle list shows.
struct BattleHead {
    BattleId id;
    std::string instruction; // the first 200 code points of the turn in question, one line
};

struct StageInfo {
    StageId id;
    int iteration = 0;
    StageKind kind = StageKind::None;
    std::string slice;
    std::string state;
    ModelId checkpoint;
    ModelId parent;
    ModelId fighter;
    std::string facts; // JSON
    Timestamp at;
};

// Rows of the narrow tables, for core/battles to build its columns from.
struct BattleFacts {
    std::int64_t id = 0;
    std::int64_t instruction = 0; // 0: without texts
    std::int64_t set = 0;
    std::int64_t category = 0;
    int turn = 1;
    std::int64_t modelA = 0;
    std::int64_t modelB = 0;
    std::int64_t at = 0; // milliseconds, 0 unknown
    int iteration = -1;
    int stage = 0;
    std::uint32_t marksA = 0;
    std::uint32_t marksB = 0;
    std::int64_t lengthA = 0; // code points of this turn, 0 unknown
    std::int64_t lengthB = 0;
};

struct GameFacts {
    std::int64_t id = 0;
    std::int64_t battle = 0;
    std::int64_t judge = 0;
    Order order = Order::AB;
    Verdict verdict = Verdict::None;
    double scoreA = 0; // NaN: none
    double scoreB = 0;
    double preferenceA = 0;
};

struct VoteFacts {
    std::int64_t id = 0;
    std::int64_t battle = 0;
    std::int64_t annotator = 0;
    std::optional<Verdict> verdict; // nullopt: clear
    bool blind = false;
    std::int64_t at = 0;
    std::int64_t undoes = 0; // id of the event it takes back, or 0
};

struct NamedId {
    std::int64_t id = 0;
    std::string name;
};

// Integrity of file and content.
struct Check {
    std::string name;
    bool ok = true;
    std::string detail; // for a person; may be empty
};

class ReadConnection; // core/store, private

class Reader {
  public:
    explicit Reader(ReadConnection& connection);
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    // Without counting the battles (a scan of all of them) Model::battles stays 0.
    Result<std::vector<Model>> models(bool countBattles = true);
    Result<std::vector<SetInfo>> sets();
    Result<std::vector<NamedId>>
    names(std::string_view table); // "sets", "categories", "annotators"
    Result<std::vector<StageInfo>> stages();
    Result<std::optional<std::string>> setting(std::string_view key);

    Result<Battle> battle(BattleId id);                // NotFound
    Result<Instruction> instruction(InstructionId id); // NotFound
    Result<std::vector<BattleHead>> heads(std::span<const BattleId> ids);
    Result<std::vector<Override>> overrides(BattleId id);
    // Ids, ascending, of battles whose instruction, answers or rationales contain all the words.
    // Texts that the index has not reached yet are searched directly.
    Result<std::vector<std::int64_t>> search(std::string_view words);

    // Called for each row with id >= from (games: battle order is not promised).
    Result<void> scanBattles(std::int64_t from, const std::function<void(const BattleFacts&)>& row);
    Result<void> scanGames(std::int64_t from, const std::function<void(const GameFacts&)>& row);
    Result<void> scanVotes(std::optional<BattleId> battle,
                           const std::function<void(const VoteFacts&)>& row);
    Result<std::vector<std::int64_t>> flagged(); // ids of flagged battles
    Result<std::int64_t> count(std::string_view table);
    // How far the search index is: (last text indexed, last text).
    Result<std::pair<std::int64_t, std::int64_t>> indexState();
    // One line a check of file and content.
    Result<std::vector<Check>> examine(const ProgressSink& progress);

    // Whole texts in id order, for exporters: every instruction of a set / every response of a
    // model.
    Result<void> eachInstruction(std::optional<SetId> set,
                                 const std::function<Result<void>(const Instruction&)>& row);
    Result<void>
    eachResponse(std::optional<ModelId> model,
                 const std::function<Result<void>(const Response&, InstructionId)>& row);

  private:
    friend class RunReader;
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace agon
