#include "core/arena/call_key.h"

#include "core/base/hash.h"

#include <cstring>
#include <string>
#include <string_view>

namespace agon {
namespace {

// Two hashes with seeds of their own: 128 bits.
struct Hashes {
    std::uint64_t first = 0;
    std::uint64_t second = 1;

    void add(std::uint64_t number) {
        first = hashCombine(first, number);
        second = hashCombine(second, number);
    }
    void add(std::string_view bytes) {
        first = hashCombine(first, hashBytes(bytes, 0x5bf0'3635'dcf8'1a6dU));
        second = hashCombine(second, hashBytes(bytes, 0xa24b'aed4'963e'e407U));
    }
};

} // namespace

CallKey callKey(const Endpoint& endpoint, const ChatRequest& request, CallPurpose purpose,
                std::uint8_t variant, int attempt, std::uint64_t content) {
    Hashes hashes;
    hashes.add(static_cast<std::uint64_t>(endpoint.model.value));
    hashes.add(endpoint.apiModel);
    hashes.add(static_cast<std::uint64_t>(purpose));
    hashes.add(variant);
    hashes.add(static_cast<std::uint64_t>(attempt));
    hashes.add(content);
    hashes.add(canonical(request.sampling));
    hashes.add(request.schema);
    for (const ChatMessage& message : request.messages) {
        hashes.add(static_cast<std::uint64_t>(message.role));
        hashes.add(message.text);
    }
    CallKey out;
    std::memcpy(out.bytes.data(), &hashes.first, 8);
    std::memcpy(out.bytes.data() + 8, &hashes.second, 8);
    return out;
}

std::int64_t seedOf(const CallKey& key) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, key.bytes.data(), sizeof bits);
    return static_cast<std::int64_t>(bits & 0x7fff'ffffU); // what every server takes
}

} // namespace agon
