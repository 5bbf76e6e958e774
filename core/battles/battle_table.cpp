#include "core/battles/battle_table.h"

#include "core/text/marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <thread>

namespace agon {
namespace {

constexpr std::uint16_t noIndex = 0xffff;

// From row ids of the workspace to dense indices.
class IndexOf {
  public:
    void add(std::int64_t id, std::size_t index) {
        if (id < 0)
            return;
        if (static_cast<std::size_t>(id) >= m_index.size())
            m_index.resize(static_cast<std::size_t>(id) + 1, noIndex);
        m_index[static_cast<std::size_t>(id)] = static_cast<std::uint16_t>(index);
    }
    [[nodiscard]] std::uint16_t operator()(std::int64_t id) const {
        return id >= 0 && static_cast<std::size_t>(id) < m_index.size()
                   ? m_index[static_cast<std::size_t>(id)]
                   : noIndex;
    }

  private:
    std::vector<std::uint16_t> m_index;
};

struct Names {
    IndexOf models;
    IndexOf sets;
    IndexOf categories;
    IndexOf annotators;
};

// A hostile file may use any id; dense indices are made only from a sane range.
constexpr std::int64_t largestId = 50'000'000;

Result<void> checkIds(const std::vector<NamedId>& names, std::string_view what) {
    if (names.size() >= noIndex)
        return fail(
            ErrorCode::InvalidInput,
            fmt::format("the workspace has {} {}; at most 65,534 are read", names.size(), what));
    for (const auto& name : names)
        if (name.id > largestId)
            return fail(ErrorCode::Corrupt,
                        fmt::format("the id {} of one of the {} is absurd", name.id, what));
    return {};
}

Result<Names> readNames(Reader& reader, BattleTable& table) {
    Names out;
    table.models = TRY(reader.models(false)); // the columns count them
    if (table.models.size() >= noIndex)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("the workspace has {} models; at most 65,534 are read",
                                table.models.size()));
    for (std::size_t i = 0; i < table.models.size(); ++i) {
        if (table.models[i].id.value > largestId)
            return fail(ErrorCode::Corrupt,
                        fmt::format("the id {} of a model is absurd", table.models[i].id.value));
        out.models.add(table.models[i].id.value, i);
    }
    const auto fill = [&](std::string_view what, IndexOf& index,
                          std::vector<std::string>& names) -> Result<void> {
        const auto rows = TRY(reader.names(what));
        TRY(checkIds(rows, what));
        for (const auto& row : rows) {
            index.add(row.id, names.size());
            names.push_back(row.name);
        }
        return {};
    };
    TRY(fill("sets", out.sets, table.sets));
    table.categories.emplace_back();
    TRY(fill("categories", out.categories, table.categories));
    TRY(fill("annotators", out.annotators, table.annotators));
    return out;
}

Result<void> readBattles(Reader& reader, const Names& names, BattleTable& table,
                         std::vector<std::int64_t>& times) {
    std::int64_t broken = 0;
    TRY(reader.scanBattles(1, [&](const BattleFacts& row) {
        const std::uint16_t a = names.models(row.modelA);
        const std::uint16_t b = names.models(row.modelB);
        if (a == noIndex || b == noIndex || row.id > 0xffffffffLL) {
            ++broken;
            return;
        }
        const std::uint16_t category = names.categories(row.category);
        table.id.push_back(static_cast<std::uint32_t>(row.id));
        table.instruction.push_back(static_cast<std::uint32_t>(row.instruction));
        table.lengthA.push_back(static_cast<std::uint32_t>(row.lengthA));
        table.lengthB.push_back(static_cast<std::uint32_t>(row.lengthB));
        table.modelA.push_back(a);
        table.modelB.push_back(b);
        table.set.push_back(names.sets(row.set) == noIndex ? std::uint16_t{0}
                                                           : names.sets(row.set));
        table.category.push_back(category == noIndex ? std::uint16_t{0} : category);
        table.turn.push_back(static_cast<std::uint8_t>(std::clamp(row.turn, 1, 255)));
        table.iteration.push_back(static_cast<std::int8_t>(std::clamp(row.iteration, -1, 127)));
        table.stage.push_back(static_cast<std::uint8_t>(row.stage));
        std::uint8_t bits = 0;
        if (((row.marksA | row.marksB) & (marks::judgeSyntax | marks::sameAnswer)) != 0)
            bits |= facts::suspicious;
        if (a == b)
            bits |= facts::selfBattle;
        if (row.instruction == 0)
            bits |= facts::bare;
        table.facts.push_back(bits);
        times.push_back(row.at);
    }));
    if (broken > 0)
        return fail(ErrorCode::Corrupt, fmt::format("{} battles name a model that is not there; "
                                                    "run `agonctl doctor` on the workspace",
                                                    broken));
    return {};
}

struct RawGame {
    std::int64_t battle = 0;
    GameColumn game;
};

Result<std::vector<RawGame>> readGames(Reader& reader, const Names& names) {
    std::vector<RawGame> out;
    TRY(reader.scanGames(1, [&](const GameFacts& row) {
        const std::uint16_t judge = names.models(row.judge);
        if (judge == noIndex)
            return; // foreign keys hold; only a damaged file comes here, and doctor says so
        out.push_back({row.battle,
                       {static_cast<float>(row.scoreA), static_cast<float>(row.scoreB),
                        static_cast<float>(row.preferenceA), judge, row.order, row.verdict}});
    }));
    return out;
}

// Games by battle (stable, so by id), then by judge and order; of each only the newest.
void placeGames(const std::vector<RawGame>& raw, BattleTable& table) {
    const std::size_t n = table.size();
    std::vector<std::uint32_t> rowOfGame(raw.size());
    std::vector<std::uint32_t> begin(n + 1, 0);
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const auto row = table.rowOf({raw[i].battle});
        rowOfGame[i] = row ? *row : static_cast<std::uint32_t>(n);
        if (row)
            ++begin[*row + 1];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<GameColumn> sorted(begin[n]);
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - (n > 0 ? 1 : 0));
    for (std::size_t i = 0; i < raw.size(); ++i)
        if (rowOfGame[i] < n)
            sorted[next[rowOfGame[i]]++] = raw[i].game;

    table.gameBegin.reserve(n + 1);
    table.games.reserve(sorted.size());
    for (std::size_t row = 0; row < n; ++row) {
        table.gameBegin.push_back(static_cast<std::uint32_t>(table.games.size()));
        const auto first = sorted.begin() + begin[row];
        const auto last = sorted.begin() + begin[row + 1];
        const auto slot = [](const GameColumn& game) {
            return std::pair{game.judge, static_cast<int>(game.order)};
        };
        std::stable_sort(first, last, [&](const GameColumn& left, const GameColumn& right) {
            return slot(left) < slot(right);
        });
        for (auto it = first; it != last; ++it)
            if (std::next(it) == last || slot(*std::next(it)) != slot(*it))
                table.games.push_back(*it);
    }
    table.gameBegin.push_back(static_cast<std::uint32_t>(table.games.size()));
}

// The latest event of each annotator counts; a clear withdraws only one's own.
std::vector<VoteColumn> countVotes(const std::vector<VoteFacts>& events,
                                   const IndexOf& annotators) {
    std::vector<VoteColumn> out;
    for (const VoteFacts& event : events) {
        const std::uint16_t annotator = annotators(event.annotator);
        std::erase_if(out, [&](const VoteColumn& vote) { return vote.annotator == annotator; });
        if (event.verdict)
            out.push_back({annotator, *event.verdict, event.blind, event.at});
    }
    return out;
}

Result<void> readVotes(Reader& reader, const Names& names, BattleTable& table) {
    std::unordered_map<std::uint32_t, std::vector<VoteFacts>> events;
    TRY(reader.scanVotes(std::nullopt, [&](const VoteFacts& vote) {
        if (const auto row = table.rowOf({vote.battle}))
            events[*row].push_back(vote);
    }));
    for (const auto& [row, list] : events)
        if (auto votes = countVotes(list, names.annotators); !votes.empty())
            table.votes.emplace(row, std::move(votes));
    for (const std::int64_t id : TRY(reader.flagged()))
        if (const auto row = table.rowOf({id}))
            table.facts[*row] |= facts::flagged;
    return {};
}

void countBattles(BattleTable& table) {
    for (std::size_t row = 0; row < table.size(); ++row) {
        ++table.models[table.modelA[row]].battles;
        if (table.modelB[row] != table.modelA[row])
            ++table.models[table.modelB[row]].battles;
    }
}

void nameJudges(BattleTable& table) {
    std::vector<bool> seen(table.models.size());
    for (const GameColumn& game : table.games)
        seen[game.judge] = true;
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (seen[i])
            table.judges.push_back(static_cast<std::uint16_t>(i));
}

void placeInTime(const std::vector<std::int64_t>& times, BattleTable& table) {
    const std::size_t n = table.size();
    table.position.resize(n);
    std::iota(table.position.begin(), table.position.end(), 0U);
    if (std::ranges::is_sorted(times))
        return;
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t row) { return times[row]; });
    for (std::uint32_t rank = 0; rank < n; ++rank)
        table.position[order[rank]] = rank;
}

} // namespace

std::optional<std::uint32_t> BattleTable::rowOf(BattleId battle) const {
    if (battle.value <= 0 || battle.value > 0xffffffffLL)
        return std::nullopt;
    const auto wanted = static_cast<std::uint32_t>(battle.value);
    // Ids begin at 1 and rarely have gaps: look there first.
    if (wanted <= id.size() && id[wanted - 1] == wanted)
        return wanted - 1;
    const auto it = std::ranges::lower_bound(id, wanted);
    if (it == id.end() || *it != wanted)
        return std::nullopt;
    return static_cast<std::uint32_t>(it - id.begin());
}

std::optional<std::uint16_t> BattleTable::modelIndex(std::string_view name) const {
    for (std::size_t i = 0; i < models.size(); ++i)
        if (models[i].name == name)
            return static_cast<std::uint16_t>(i);
    return std::nullopt;
}

std::optional<std::uint16_t> BattleTable::modelIndex(ModelId model) const {
    const auto it = std::ranges::lower_bound(models, model, {}, &Model::id);
    if (it == models.end() || it->id != model)
        return std::nullopt;
    return static_cast<std::uint16_t>(it - models.begin());
}

std::size_t BattleTable::bytes() const {
    const auto of = [](const auto& column) {
        return column.capacity() * sizeof(typename std::decay_t<decltype(column)>::value_type);
    };
    return of(id) + of(instruction) + of(position) + of(lengthA) + of(lengthB) + of(modelA) +
           of(modelB) + of(set) + of(category) + of(turn) + of(iteration) + of(stage) + of(facts) +
           of(gameBegin) + of(games);
}

Result<std::shared_ptr<const BattleTable>>
loadBattleTable(Workspace& workspace, std::stop_token stop, const ProgressSink& progress) {
    auto table = std::make_shared<BattleTable>();
    ProgressMeter meter(progress);
    meter.report("battles", 0, 0);
    const Names names =
        TRY(workspace.read<Names>([&](Reader& reader) { return readNames(reader, *table); }, stop));

    Result<std::vector<RawGame>> games;
    std::vector<std::int64_t> times;
    Result<void> battles;
    {
        const std::jthread second([&] {
            games = workspace.read<std::vector<RawGame>>(
                [&](Reader& reader) { return readGames(reader, names); }, stop);
        });
        battles = workspace.read<void>(
            [&](Reader& reader) { return readBattles(reader, names, *table, times); }, stop);
    }
    TRY(std::move(battles));
    TRY(workspace.read<void>([&](Reader& reader) { return readVotes(reader, names, *table); },
                             stop));
    if (!games)
        return tl::unexpected<Error>(std::move(games).error());
    if (stop.stop_requested())
        return cancelled();
    placeGames(*games, *table);
    nameJudges(*table);
    placeInTime(times, *table);
    countBattles(*table);
    meter.report("battles", table->size(), table->size());
    return std::shared_ptr<const BattleTable>(std::move(table));
}

Result<std::shared_ptr<const BattleTable>>
reloadVotes(const BattleTable& table, Workspace& workspace, const std::vector<BattleId>& battles) {
    auto out = std::make_shared<BattleTable>(table);
    TRY(workspace.read<void>([&](Reader& reader) -> Result<void> {
        out->annotators.clear();
        IndexOf annotators;
        for (const auto& row : TRY(reader.names("annotators"))) {
            annotators.add(row.id, out->annotators.size());
            out->annotators.push_back(row.name);
        }
        const auto flagged = TRY(reader.flagged());
        for (const BattleId battle : battles) {
            const auto row = out->rowOf(battle);
            if (!row)
                continue; // added meanwhile; the next full load brings it
            std::vector<VoteFacts> events;
            TRY(reader.scanVotes(battle, [&](const VoteFacts& vote) { events.push_back(vote); }));
            auto votes = countVotes(events, annotators);
            if (votes.empty())
                out->votes.erase(*row);
            else
                out->votes[*row] = std::move(votes);
            auto& bits = out->facts[*row];
            bits = static_cast<std::uint8_t>(bits & ~facts::flagged);
            if (std::ranges::binary_search(flagged, battle.value))
                bits |= facts::flagged;
        }
        return {};
    }));
    return std::shared_ptr<const BattleTable>(std::move(out));
}

} // namespace agon
