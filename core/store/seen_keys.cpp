#include "core/store/seen_keys.h"

#include "core/base/hash.h"
#include "core/store/scan.h"

#include <algorithm>
#include <bit>

namespace agon::store {
namespace {

constexpr std::size_t fewest = std::size_t{1} << 15; // keys: 64 KB stay in the processor's cache
constexpr std::size_t keysPerWord = 4;               // 16 bits a key
constexpr std::size_t blockWords = 8;                // a block is a line of the processor's cache
constexpr std::int64_t mostRows = 300'000;           // of a table that is read for its keys

struct Place {
    std::size_t block = 0;
    std::uint64_t bits = 0; // five numbers below 512
};

Place placeOf(KeyKind kind, std::uint64_t key, std::size_t words) {
    const std::uint64_t mixed = hashCombine(key, static_cast<std::uint64_t>(kind) + 1);
    return {(mixed >> 45U) % (words / blockWords) * blockWords, mixed};
}

template <class F>
void eachBit(std::uint64_t numbers, F&& visit) {
    for (int i = 0; i < 5; ++i, numbers >>= 9U)
        visit((numbers >> 6U) & 7U, std::uint64_t{1} << (numbers & 63U));
}

std::int64_t rowsOf(Connection& connection, const char* newest) {
    Scan scan(connection, newest);
    return scan.next() ? scan.integer(0) : 0;
}

} // namespace

std::uint64_t pairKey(std::int64_t first, std::int64_t second) {
    return hashCombine(std::bit_cast<std::uint64_t>(first), std::bit_cast<std::uint64_t>(second));
}

bool SeenKeys::maybe(KeyKind kind, std::uint64_t key) const {
    if (m_bits.empty())
        return true;
    const Place place = placeOf(kind, key, m_bits.size());
    bool all = true;
    eachBit(place.bits, [&](std::size_t word, std::uint64_t bit) {
        all = all && (m_bits[place.block + word] & bit) != 0;
    });
    return all;
}

void SeenKeys::add(KeyKind kind, std::uint64_t key) {
    if (m_bits.empty())
        return;
    ++m_keys;
    const Place place = placeOf(kind, key, m_bits.size());
    eachBit(place.bits,
            [&](std::size_t word, std::uint64_t bit) { m_bits[place.block + word] |= bit; });
}

void SeenKeys::load(Connection& connection) {
    const bool full = m_keys > m_bits.size() * keysPerWord;
    if (m_asked && !full)
        return;
    *this = {};
    m_asked = true;
    std::size_t known = 0;
    for (const char* newest : {"SELECT max(id) FROM texts", "SELECT max(id) FROM prompts",
                               "SELECT max(id) FROM responses"}) {
        const std::int64_t rows = rowsOf(connection, newest);
        if (rows > mostRows)
            return;
        known += static_cast<std::size_t>(rows);
    }
    SeenKeys all; // of no use half-filled
    all.m_asked = true;
    all.m_bits.resize(std::bit_ceil(std::max(fewest, 4 * known)) / keysPerWord);
    for (Scan scan(connection, "SELECT hash FROM texts"); scan.next();)
        all.add(KeyKind::Text, std::bit_cast<std::uint64_t>(scan.integer(0)));
    for (Scan scan(connection, "SELECT hash FROM prompts"); scan.next();)
        all.add(KeyKind::Prompt, std::bit_cast<std::uint64_t>(scan.integer(0)));
    for (Scan scan(connection, "SELECT instruction, model FROM responses"); scan.next();)
        all.add(KeyKind::Response, pairKey(scan.integer(0), scan.integer(1)));
    *this = std::move(all);
}

} // namespace agon::store
