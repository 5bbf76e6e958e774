// Which rows are there, as far as the writer has found out: an import refers to the same few
// models, sets and instructions again and again. Private to core/store; not thread-safe.
#pragma once

#include "core/store/connection.h"

#include <array>
#include <cstdint>
#include <unordered_set>

namespace agon::store {

enum class RowKind : std::uint8_t { Set, Model, Instruction, Battle, Run, Stage, Vote };

class KnownRows {
  public:
    // Refuses a reference to a row that is not there (NotFound). Throws SQLite::Exception.
    Result<void> check(Connection& connection, RowKind kind, std::int64_t id);
    void add(RowKind kind, std::int64_t id);

  private:
    static constexpr std::size_t most = 50'000; // of a kind; a full one begins anew
    std::array<std::unordered_set<std::int64_t>, 7> m_known;
};

} // namespace agon::store
