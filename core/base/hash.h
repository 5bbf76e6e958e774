// 64-bit content hashes (XXH3). Stable across machines and runs; not for secrets.
#pragma once

#include <cstdint>
#include <string_view>

namespace agon {

[[nodiscard]] std::uint64_t hashBytes(std::string_view bytes, std::uint64_t seed = 0);

// Order-dependent combination of two hashes.
[[nodiscard]] std::uint64_t hashCombine(std::uint64_t first, std::uint64_t second);

} // namespace agon
