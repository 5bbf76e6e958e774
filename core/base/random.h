// Seeded chance with the same numbers on every machine (the standard's distributions are not).
#pragma once

#include <cstdint>

namespace agon {

// xoshiro256++ (Blackman and Vigna 2019), seeded through splitmix64. Satisfies
// UniformRandomBitGenerator. Not thread-safe; give each thread or round its own stream.
class Random {
  public:
    using result_type = std::uint64_t;

    // Streams of one seed are independent of each other.
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return ~std::uint64_t{0}; }
    result_type operator()();

    // Uniform in [0, 1).
    double uniform();
    // Uniform in 0 … bound-1 without bias; bound > 0.
    std::uint64_t below(std::uint64_t bound);
    // Standard normal (polar method).
    double normal();

  private:
    std::uint64_t m_state[4];
    double m_spare = 0;
    bool m_hasSpare = false;
};

} // namespace agon
