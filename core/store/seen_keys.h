// Which keys may be in the workspace, so that what is certainly new need not be looked for: a Bloom
// filter (Bloom 1970; blocked as in Putze, Sanders, Singler 2007). A wrong "maybe" costs a query,
// never a wrong answer, so a roll back needs nothing. Private to core/store; not thread-safe.
#pragma once

#include "core/store/connection.h"

#include <cstdint>
#include <vector>

namespace agon::store {

enum class KeyKind : std::uint8_t { Text, Prompt, Response };

// The key of two numbers: a response is known by its instruction and model, a text or prompt by its
// hash.
[[nodiscard]] std::uint64_t pairKey(std::int64_t first, std::int64_t second);

class SeenKeys {
  public:
    // Everything may be there, until load() has seen what is.
    [[nodiscard]] bool maybe(KeyKind kind, std::uint64_t key) const;
    void add(KeyKind kind, std::uint64_t key);

    // Reads the keys of the workspace, the first time it is called and whenever they have become
    // four times as many. Where there are so many that reading them would be felt, everything stays
    // "maybe". Throws SQLite::Exception.
    void load(Connection& connection);

  private:
    bool m_asked = false;
    std::size_t m_keys = 0;            // that were added
    std::vector<std::uint64_t> m_bits; // empty: not loaded
};

} // namespace agon::store
