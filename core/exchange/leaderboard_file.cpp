#include "core/exchange/leaderboard_file.h"

#include "core/base/file_source.h"
#include "core/exchange/csv_record.h"
#include "core/exchange/record_splitter.h"
#include "core/text/repair.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

namespace agon::exchange {
namespace {

using rating::LeaderboardEntry;

constexpr std::size_t largest = std::size_t{16} << 20;

// The names that a column may go by, in the order of LeaderboardEntry.
constexpr std::array<std::array<std::string_view, 3>, 4> columnNames{{
    {"model", "name", "key"},
    {"rating", "elo", "score"},
    {"lower", "rating_lower", "ci_lower"},
    {"upper", "rating_upper", "ci_upper"},
}};

Result<double> numberOf(std::string_view text, std::int64_t line, std::string_view column) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return fail(ErrorCode::InvalidInput,
                    fmt::format("line {}: the {} “{}” is not a number", line, column, text));
    return value;
}

Result<std::string> readWhole(const std::filesystem::path& path) {
    FileSource file = TRY(FileSource::open(path));
    std::string out;
    std::vector<char> chunk(std::size_t{1} << 16);
    while (const std::size_t got = TRY(file.read(chunk))) {
        out.append(chunk.data(), got);
        if (out.size() > largest)
            return fail(ErrorCode::InvalidInput,
                        "the file is larger than 16 MB, which no leaderboard is");
    }
    return out;
}

Result<std::vector<LeaderboardEntry>> fromJson(const std::string& text) {
    const Repaired repaired = repairJson(text);
    const auto document = nlohmann::json::parse(repaired.text(), nullptr, false);
    if (document.is_discarded() || !document.is_array())
        return fail(ErrorCode::InvalidInput,
                    "the file is neither a JSON array of models nor a CSV table");
    std::vector<LeaderboardEntry> out;
    std::int64_t number = 0;
    for (const auto& item : document) {
        ++number;
        const auto member = [&](std::size_t column) -> const nlohmann::json* {
            if (item.is_object())
                for (const auto name : columnNames[column])
                    if (const auto it = item.find(name); it != item.end())
                        return &*it;
            return nullptr;
        };
        const auto* model = member(0);
        if (model == nullptr || !model->is_string())
            return fail(ErrorCode::InvalidInput, fmt::format("entry {} has no “model”", number));
        LeaderboardEntry entry;
        entry.model = model->get<std::string>();
        const std::array<double*, 3> values{&entry.rating, &entry.lower, &entry.upper};
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto* value = member(i + 1);
            if (value == nullptr || !value->is_number())
                return fail(ErrorCode::InvalidInput,
                            fmt::format("entry {} ({}) has no number “{}”", number, entry.model,
                                        columnNames[i + 1][0]));
            *values[i] = value->get<double>();
        }
        out.push_back(std::move(entry));
    }
    return out;
}

Result<std::vector<LeaderboardEntry>> fromTable(std::string_view text) {
    const char delimiter = delimiterOf(text);
    std::size_t at = 0;
    RecordSplitter splitter(
        [&](std::span<char> into) -> Result<std::size_t> {
            const std::size_t n = std::min(into.size(), text.size() - at);
            text.copy(into.data(), n, at);
            at += n;
            return n;
        },
        Layout::Table);
    RawRecord record;
    std::array<std::size_t, 4> column{};
    std::vector<LeaderboardEntry> out;
    bool header = true;
    while (TRY(splitter.next(record))) {
        if (!record.problem.empty())
            return fail(ErrorCode::InvalidInput,
                        fmt::format("line {}: {}", record.line, record.problem));
        const Repaired repaired = repairText(record.bytes);
        const auto fields = csvFields(repaired.text(), delimiter);
        if (header) {
            header = false;
            for (std::size_t i = 0; i < column.size(); ++i) {
                column[i] = fields.size();
                for (std::size_t f = 0; f < fields.size(); ++f)
                    if (std::ranges::find(columnNames[i], fields[f]) != columnNames[i].end())
                        column[i] = f;
                if (column[i] == fields.size())
                    return fail(ErrorCode::InvalidInput,
                                fmt::format("the table has no column “{}”", columnNames[i][0]));
            }
            continue;
        }
        if (fields.size() == 1 && fields[0].empty())
            continue;
        for (const std::size_t c : column)
            if (c >= fields.size())
                return fail(ErrorCode::InvalidInput,
                            fmt::format("line {} has only {} fields", record.line, fields.size()));
        LeaderboardEntry entry;
        entry.model = fields[column[0]];
        entry.rating = TRY(numberOf(fields[column[1]], record.line, "rating"));
        entry.lower = TRY(numberOf(fields[column[2]], record.line, "lower"));
        entry.upper = TRY(numberOf(fields[column[3]], record.line, "upper"));
        out.push_back(std::move(entry));
    }
    return out;
}

} // namespace

Result<std::vector<LeaderboardEntry>> readLeaderboard(const std::filesystem::path& path) {
    const auto within = [&](Error error) {
        return tl::unexpected<Error>(
            std::move(error).within("leaderboard " + path.filename().string()));
    };
    const auto text = readWhole(path);
    if (!text)
        return within(text.error());
    const std::size_t first = text->find_first_not_of(" \t\r\n\xef\xbb\xbf");
    if (first == std::string::npos)
        return within({ErrorCode::InvalidInput, "the file is empty"});
    auto entries =
        (*text)[first] == '[' || (*text)[first] == '{' ? fromJson(*text) : fromTable(*text);
    if (!entries)
        return within(std::move(entries).error());
    return entries;
}

} // namespace agon::exchange
