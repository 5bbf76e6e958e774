#include "core/store/packed.h"

#include "core/store/reader_state.h"

#include <zstd.h>

#include <memory>

namespace agon::store {
namespace {

constexpr std::size_t notWorthIt = 1024;
constexpr unsigned long long largest = 64ULL << 20U;
constexpr int level =
    1; // a reply is short; higher levels save a few percent and cost twice the time

// Making a context costs more than packing a reply does; each thread keeps its own.
struct FreeContext {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};

ZSTD_CCtx* packer() {
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    return context.get();
}

} // namespace

std::string pack(std::string_view body) {
    ZSTD_CCtx* context = body.size() >= notWorthIt ? packer() : nullptr;
    if (context == nullptr)
        return {};
    std::string out(ZSTD_compressBound(body.size()), '\0');
    const std::size_t size =
        ZSTD_compressCCtx(context, out.data(), out.size(), body.data(), body.size(), level);
    if (ZSTD_isError(size) != 0 || size >= body.size())
        return {};
    out.resize(size);
    return out;
}

std::string unpack(std::string_view frame) {
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > largest)
        return "[damaged: this text cannot be unpacked]";
    std::string out(size, '\0');
    const std::size_t got = ZSTD_decompress(out.data(), out.size(), frame.data(), frame.size());
    if (ZSTD_isError(got) != 0 || got != size)
        return "[damaged: this text cannot be unpacked]";
    return out;
}

void bindPacked(SQLite::Statement& statement, int index, std::string_view body, std::string& room) {
    room = pack(body);
    if (!room.empty()) {
        statement.bindNoCopy(index, room.data(), static_cast<int>(room.size()));
        return;
    }
    room = body;
    statement.bindNoCopy(index, room);
}

std::string unpacked(const SQLite::Column& column) {
    if (!column.isBlob())
        return textOf(column);
    return unpack(
        {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())});
}

} // namespace agon::store
