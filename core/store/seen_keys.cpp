#include "core/store/seen_keys.h"

#include "core/base/hash.h"
#include "core/store/scan.h"

#include <bit>

namespace agon::store {
namespace {

constexpr std::size_t words = std::size_t{1} << 18; // 2 MB: 12 bits a key at 1.4 million keys
constexpr std::size_t blockWords = 8;               // a block is a line of the processor's cache
constexpr std::int64_t mostRows = 300'000;          // of a table that is read for its keys

struct Place {
    std::size_t block = 0;
    std::uint64_t bits = 0; // five numbers below 512
};

Place placeOf(KeyKind kind, std::uint64_t key) {
    const std::uint64_t mixed = hashCombine(key, static_cast<std::uint64_t>(kind) + 1);
    return {(mixed >> 45U) % (words / blockWords) * blockWords, mixed};
}

template <class F>
void eachBit(std::uint64_t numbers, F&& visit) {
    for (int i = 0; i < 5; ++i, numbers >>= 9U)
        visit((numbers >> 6U) & 7U, std::uint64_t{1} << (numbers & 63U));
}

bool isSmall(Connection& connection, const char* newest) {
    Scan scan(connection, newest);
    return !scan.next() || scan.integer(0) <= mostRows;
}

} // namespace

std::uint64_t pairKey(std::int64_t first, std::int64_t second) {
    return hashCombine(std::bit_cast<std::uint64_t>(first), std::bit_cast<std::uint64_t>(second));
}

bool SeenKeys::maybe(KeyKind kind, std::uint64_t key) const {
    if (m_bits.empty())
        return true;
    const Place place = placeOf(kind, key);
    bool all = true;
    eachBit(place.bits, [&](std::size_t word, std::uint64_t bit) {
        all = all && (m_bits[place.block + word] & bit) != 0;
    });
    return all;
}

void SeenKeys::add(KeyKind kind, std::uint64_t key) {
    if (m_bits.empty())
        return;
    const Place place = placeOf(kind, key);
    eachBit(place.bits,
            [&](std::size_t word, std::uint64_t bit) { m_bits[place.block + word] |= bit; });
}

void SeenKeys::load(Connection& connection) {
    if (m_asked)
        return;
    m_asked = true;
    for (const char* newest : {"SELECT max(id) FROM texts", "SELECT max(id) FROM prompts",
                               "SELECT max(id) FROM responses"})
        if (!isSmall(connection, newest))
            return;
    SeenKeys all; // of no use half-filled
    all.m_bits.resize(words);
    for (Scan scan(connection, "SELECT hash FROM texts"); scan.next();)
        all.add(KeyKind::Text, std::bit_cast<std::uint64_t>(scan.integer(0)));
    for (Scan scan(connection, "SELECT hash FROM prompts"); scan.next();)
        all.add(KeyKind::Prompt, std::bit_cast<std::uint64_t>(scan.integer(0)));
    for (Scan scan(connection, "SELECT instruction, model FROM responses"); scan.next();)
        all.add(KeyKind::Response, pairKey(scan.integer(0), scan.integer(1)));
    m_bits = std::move(all.m_bits);
}

} // namespace agon::store
