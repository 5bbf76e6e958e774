// Everything that looks like chance in the fake server follows from hashes, so that the same
// requests are answered the same in whatever order they come.
#pragma once

#include <xxhash.h>

#include <cstdint>
#include <string_view>

namespace fake {

[[nodiscard]] inline std::uint64_t hashOf(std::string_view bytes, std::uint64_t seed = 0) {
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

// Another hash out of one (the finaliser of splitmix64).
[[nodiscard]] inline std::uint64_t mixed(std::uint64_t hash, std::uint64_t salt) {
    std::uint64_t out = hash + 0x9E3779B97F4A7C15U * (salt + 1);
    out = (out ^ out >> 30U) * 0xBF58476D1CE4E5B9U;
    out = (out ^ out >> 27U) * 0x94D049BB133111EBU;
    return out ^ out >> 31U;
}

// Uniform in [0, 1).
[[nodiscard]] inline double share(std::uint64_t hash) {
    return static_cast<double>(hash >> 11U) * 0x1p-53;
}

} // namespace fake
