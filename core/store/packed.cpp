#include "core/store/packed.h"

#include <zstd.h>

namespace agon::store {
namespace {

constexpr std::size_t notWorthIt = 256;
constexpr unsigned long long largest = 64ULL << 20U;
constexpr int level = 3;

} // namespace

Packed pack(std::string_view body) {
    if (body.size() >= notWorthIt) {
        std::string out(ZSTD_compressBound(body.size()), '\0');
        const std::size_t size =
            ZSTD_compress(out.data(), out.size(), body.data(), body.size(), level);
        if (ZSTD_isError(size) == 0 && size < body.size()) {
            out.resize(size);
            return {Codec::Zstd, std::move(out)};
        }
    }
    return {Codec::Plain, std::string(body)};
}

std::string unpack(std::int64_t codec, std::string_view body) {
    if (codec == static_cast<std::int64_t>(Codec::Plain))
        return std::string(body);
    if (codec != static_cast<std::int64_t>(Codec::Zstd))
        return "[stored in a way that this version of Agon does not know]";
    const unsigned long long size = ZSTD_getFrameContentSize(body.data(), body.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > largest)
        return "[damaged: this text cannot be unpacked]";
    std::string out(size, '\0');
    const std::size_t got = ZSTD_decompress(out.data(), out.size(), body.data(), body.size());
    if (ZSTD_isError(got) != 0 || got != size)
        return "[damaged: this text cannot be unpacked]";
    return out;
}

} // namespace agon::store
