// The room battles: all battles of a workspace as columns in memory, what they come to under a
// policy, and the questions asked of them (filters, sorts, facets). SQL is asked only for texts.
//
// A BattleTable is immutable once built and shared between threads by shared_ptr<const>.
#pragma once

#include "core/base/result.h"
#include "core/domain/model.h"
#include "core/domain/verdict.h"
#include "core/judge/merge.h"
#include "core/store/workspace.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace agon {

// One game, 16 bytes. `judge` indexes BattleTable::models.
struct GameColumn {
    float scoreA; // NaN: none
    float scoreB;
    float preferenceA;
    std::uint16_t judge;
    Order order;
    Verdict verdict;
};

// The votes that count on one battle: the latest of each annotator, cleared ones gone.
struct VoteColumn {
    std::uint16_t annotator = 0; // index into BattleTable::annotators
    Verdict verdict = Verdict::None;
    bool blind = false;
    std::int64_t at = 0;
};

namespace facts {
inline constexpr std::uint8_t flagged = 1;
inline constexpr std::uint8_t suspicious = 2; // marks: judgeSyntax or sameAnswer
inline constexpr std::uint8_t selfBattle = 4; // kept, shown, not rated
inline constexpr std::uint8_t bare = 8;       // came without texts
} // namespace facts

using VotesByRow = std::unordered_map<std::uint32_t, std::vector<VoteColumn>>;

struct BattleTable {
    // Columns, one entry a battle, ascending by id.
    std::vector<std::uint32_t> id;
    std::vector<std::uint32_t> instruction; // instruction id, 0: came without texts
    std::vector<std::uint32_t> position;    // rank in the order of the data: time, else id
    std::vector<std::uint32_t> lengthA;     // code points, 0: not known
    std::vector<std::uint32_t> lengthB;
    std::vector<std::uint16_t> modelA; // index into models
    std::vector<std::uint16_t> modelB;
    std::vector<std::uint16_t> set;      // index into sets
    std::vector<std::uint16_t> category; // index into categories; 0 is ""
    std::vector<std::uint8_t> turn;
    std::vector<std::int8_t> iteration; // -1: none
    std::vector<std::uint8_t> stage;    // StageKind
    std::vector<std::uint8_t> facts;    // bits of namespace facts

    // Games of battle i: games[gameBegin[i] … gameBegin[i+1]), by judge, then order; superseded
    // games are not here.
    std::vector<std::uint32_t> gameBegin;
    std::vector<GameColumn> games;
    std::vector<std::uint16_t> judges; // models that have judged one of these games, ascending

    VotesByRow votes;

    std::vector<Model> models; // fighters and judges, by id
    std::vector<std::string> sets;
    std::vector<std::string> categories;
    std::vector<std::string> annotators;

    [[nodiscard]] std::size_t size() const { return id.size(); }
    [[nodiscard]] std::optional<std::uint32_t> rowOf(BattleId battle) const;
    [[nodiscard]] std::optional<std::uint16_t> modelIndex(std::string_view name) const;
    [[nodiscard]] std::optional<std::uint16_t> modelIndex(ModelId model) const;
    // Bytes held by the columns.
    [[nodiscard]] std::size_t bytes() const;
};

// Loads all battles; two readers work side by side. Cancellable.
[[nodiscard]] Result<std::shared_ptr<const BattleTable>>
loadBattleTable(Workspace& workspace, std::stop_token stop, const ProgressSink& progress = {});

// The same table with votes and flags of these battles read again (the columns that do not change
// are copied, about 1 ms per million battles and column).
[[nodiscard]] Result<std::shared_ptr<const BattleTable>>
reloadVotes(const BattleTable& table, Workspace& workspace, const std::vector<BattleId>& battles);

} // namespace agon
