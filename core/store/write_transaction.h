// What an Appender works on: the writer's connection, what it has found so far, and what changed.
// Private to core/store.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/store/change_set.h"
#include "core/store/connection.h"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace agon {

namespace store {

// Ids found or made by this writer. Wrong after a roll back, so cleared then.
struct WriterCaches {
    std::unordered_map<std::string, std::int64_t> models;
    std::unordered_map<std::string, std::int64_t> sets;
    std::unordered_map<std::string, std::int64_t> categories;
    std::unordered_map<std::string, std::int64_t> annotators;

    void clear() { *this = {}; }
};

} // namespace store

class WriteTransaction {
  public:
    WriteTransaction(store::Connection& connection, store::WriterCaches& caches, const Clock& clock)
        : m_connection(connection), m_caches(caches), m_clock(clock) {}

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
