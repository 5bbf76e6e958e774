// Any bytes as a file: records lie in it, in order, and no chunk boundary changes what is found.
#include "core/exchange/csv_record.h"
#include "core/exchange/record_splitter.h"
#include "core/text/json_record.h"
#include "fuzz_check.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

using namespace agon;
using namespace agon::exchange;
using fuzz::check;

namespace {

struct Piece {
    std::int64_t offset = 0;
    std::int64_t line = 0;
    std::string bytes;
    std::string problem;
    bool operator==(const Piece&) const = default;
};

std::vector<Piece> split(std::string_view file, std::size_t chunk, std::size_t maxRecord) {
    RecordSplitter splitter(
        [file, at = std::size_t{0}](std::span<char> into) mutable -> Result<std::size_t> {
            const std::size_t count = std::min(into.size(), file.size() - at);
            std::memcpy(into.data(), file.data() + at, count);
            at += count;
            return count;
        },
        layoutOf(file), {chunk, maxRecord});
    std::vector<Piece> out;
    RawRecord record;
    while (splitter.next(record).value()) {
        out.push_back({record.offset, record.line, std::string(record.bytes), record.problem});
        check(out.size() <= file.size() + 2, "every record moves on");
    }
    return out;
}

void checkPieces(std::string_view file, const std::vector<Piece>& pieces) {
    std::int64_t end = 0;
    JsonRecord parser;
    for (const Piece& piece : pieces) {
        check(piece.offset >= end, "records are in order and do not overlap");
        check(piece.bytes.empty() || piece.problem.empty(), "a record or a problem");
        const auto offset = static_cast<std::size_t>(piece.offset);
        check(file.substr(offset, piece.bytes.size()) == piece.bytes,
              "a record is bytes of the file");
        const auto before = file.substr(0, offset);
        check(piece.line == 1 + std::count(before.begin(), before.end(), '\n'), "lines are right");
        end = piece.offset + static_cast<std::int64_t>(piece.bytes.size());
        std::string padded = piece.bytes;
        padded.resize(padded.size() + RecordSplitter::padding);
        if (const auto value = parser.parse({padded.data(), piece.bytes.size()}))
            (void)value->compact();
        (void)csvFields(piece.bytes, ',');
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view file = fuzz::asText(data, size);
    const auto whole = split(file, std::size_t{1} << 16, std::size_t{1} << 20);
    checkPieces(file, whole);
    for (const std::size_t chunk : {std::size_t{1}, std::size_t{3}, std::size_t{64}})
        check(split(file, chunk, std::size_t{1} << 20) == whole, "chunks change nothing");
    (void)split(file, 7, 16); // records that are too long
    return 0;
}
