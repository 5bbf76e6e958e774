// What an Appender works on: the writer's connection, what it has found so far, and what changed.
// Private to core/store.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/store/change_set.h"
#include "core/store/connection.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace agon {

namespace store {

struct ResponseFacts {
    std::int64_t model = 0;
    std::int64_t length = 0; // of the turn in question
    std::uint32_t marks = 0;
};

// Ids found or made by this writer. Wrong after a roll back, so cleared then.
struct WriterCaches {
    std::unordered_map<std::string, std::int64_t> models;
    std::unordered_map<std::string, std::int64_t> sets;
    std::unordered_map<std::string, std::int64_t> categories;
    std::unordered_map<std::string, std::int64_t> annotators;

    // An importer adds answers, their battle and its games in a row: what was added last has
    // nothing that refers to it yet, so nothing needs to be looked for.
    std::array<std::int64_t, 2> responsesWithoutBattle{};
    std::int64_t battleWithoutGames = 0;
    // By response and turn; few, because a baseline's answers come again in every file.
    std::map<std::pair<std::int64_t, int>, ResponseFacts> responses;
    static constexpr std::size_t mostResponses = 20'000;

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
