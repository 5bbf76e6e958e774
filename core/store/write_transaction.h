// What an Appender works on: the writer's connection, what it has found so far, and what changed.
// Private to core/store.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/store/change_set.h"
#include "core/store/connection.h"
#include "core/store/known_rows.h"
#include "core/store/seen_keys.h"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace agon {

namespace store {

// Looked up by a view, without making a string of it.
struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
        return std::hash<std::string_view>{}(name);
    }
};
using IdByName = std::unordered_map<std::string, std::int64_t, NameHash, std::equal_to<>>;

// A response and one of its turns.
using ResponseTurn = std::pair<std::int64_t, int>;
struct TurnHash {
    std::size_t operator()(const ResponseTurn& turn) const {
        return std::hash<std::int64_t>{}(turn.first * 8 + turn.second);
    }
};

struct ResponseFacts {
    std::int64_t model = 0;
    std::int64_t length = 0; // of the turn in question
    std::uint32_t marks = 0;
};

// Ids found or made by this writer. Wrong after a roll back, so cleared then.
struct WriterCaches {
    IdByName models;
    IdByName sets;
    IdByName categories;
    IdByName annotators;
    SeenKeys seen;
    KnownRows rows;

    // Instructions by set and text, responses by everything that makes them one: the files of a
    // study ask the same again, and a baseline's answers come in each.
    std::unordered_map<std::uint64_t, std::int64_t> instructions;
    std::unordered_map<std::uint64_t, std::int64_t> sameResponses;

    // An importer adds answers, their battle and its games in a row: what was added last has
    // nothing that refers to it yet, so nothing needs to be looked for.
    std::array<std::int64_t, 2> responsesWithoutBattle{};
    std::int64_t battleWithoutGames = 0;
    // By response and turn.
    std::unordered_map<ResponseTurn, ResponseFacts, TurnHash> responses;
    // Of each of these maps; a full one begins anew.
    static constexpr std::size_t most = 50'000;
    template <class Map>
    static void keep(Map& map, const typename Map::key_type& key,
                     const typename Map::mapped_type& value) {
        if (map.size() >= most)
            map.clear();
        map.insert_or_assign(key, value);
    }

    void clear() { *this = {}; }
};

} // namespace store

class WriteTransaction {
  public:
    WriteTransaction(store::Connection& connection, store::WriterCaches& caches, const Clock& clock)
        : m_connection(connection)
        , m_caches(caches)
        , m_clock(clock) {}

    [[nodiscard]] store::Connection& connection() { return m_connection; }
    [[nodiscard]] store::WriterCaches& caches() { return m_caches; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] ChangeSet& changes() { return m_changes; }

  private:
    store::Connection& m_connection;
    store::WriterCaches& m_caches;
    const Clock& m_clock;
    ChangeSet m_changes;
};

} // namespace agon
