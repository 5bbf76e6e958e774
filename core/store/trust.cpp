#include "core/store/trust.h"

#include "core/store/reader_state.h"
#include "core/store/schema.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <map>

namespace agon::store {
namespace {

using Objects = std::map<std::pair<std::string, std::string>, std::string>;

Objects objectsOf(SQLite::Database& db) {
    Objects out;
    SQLite::Statement query(db, "SELECT type, name, coalesce(sql, '') FROM sqlite_schema");
    while (query.executeStep())
        out[{textOf(query.getColumn(0)), textOf(query.getColumn(1))}] = textOf(query.getColumn(2));
    return out;
}

} // namespace

Result<void> checkFile(const std::filesystem::path& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (error && status.type() != std::filesystem::file_type::not_found)
        return fail(ErrorCode::Io,
                    fmt::format("{} cannot be reached; check the permissions of its folder",
                                path.string()));
    if (!std::filesystem::exists(status))
        return fail(
            ErrorCode::NotFound,
            fmt::format("there is no file {}; see whether it was moved, or make a new workspace",
                        path.string()));
    if (std::filesystem::is_directory(status))
        return fail(ErrorCode::Foreign,
                    fmt::format("{} is a folder; a workspace is a file", path.string()));
    if (!std::filesystem::is_regular_file(status))
        return fail(ErrorCode::Foreign, fmt::format("{} is not a file", path.string()));
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorCode::Io,
                    fmt::format("{} cannot be read; check its permissions", path.string()));
    std::array<char, 16> magic{};
    file.read(magic.data(), magic.size());
    if (file.gcount() != 16 || std::string_view(magic.data(), 15) != "SQLite format 3")
        return fail(ErrorCode::Foreign,
                    fmt::format("{} is not an Agon workspace{}", path.string(),
                                file.gcount() == 0 ? ": it is empty"
                                                   : "; to read it as data, import it into one"));
    return {};
}

Result<int> checkVersion(Connection& connection) {
    return guarded([&]() -> Result<int> {
        SQLite::Statement application(connection.db(), "PRAGMA application_id");
        application.executeStep();
        if (application.getColumn(0).getInt() != applicationId)
            return fail(ErrorCode::Foreign,
                        "this is a database of another program, not an Agon workspace");
        SQLite::Statement version(connection.db(), "PRAGMA user_version");
        version.executeStep();
        const int found = version.getColumn(0).getInt();
        if (found > schemaVersion)
            return fail(ErrorCode::Newer,
                        fmt::format("this workspace was written by a later version of Agon (format "
                                    "{}, this program reads up to {}); update Agon to open it",
                                    found, schemaVersion));
        if (found < 1)
            return fail(ErrorCode::Corrupt,
                        "this workspace has no tables: it was never finished. Make a new one");
        return found;
    });
}

Result<void> checkSchema(Connection& connection, int version) {
    return guarded([&]() -> Result<void> {
        SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        for (int i = 0; i < version; ++i)
            fresh.exec(std::string(migrations()[static_cast<std::size_t>(i)]));
        const Objects expected = objectsOf(fresh);
        const Objects found = objectsOf(connection.db());
        for (const auto& [key, sql] : found) {
            const auto ours = expected.find(key);
            if (ours == expected.end())
                return fail(
                    ErrorCode::Foreign,
                    fmt::format("it holds a {} “{}”, which no workspace of Agon has: another "
                                "program changed it, or it is older than the first release. Ask "
                                "where it comes from for a clean copy",
                                key.first, key.second));
            if (ours->second != sql)
                return fail(
                    ErrorCode::Foreign,
                    fmt::format(
                        "its {} “{}” is not as Agon made it: another program changed it, or "
                        "it is older than the first release. Ask where it comes from for a "
                        "clean copy",
                        key.first, key.second));
        }
        for (const auto& [key, sql] : expected)
            if (!found.contains(key))
                return fail(ErrorCode::Corrupt,
                            fmt::format("its {} “{}” is missing: the file is damaged. "
                                        "Open a copy from a backup",
                                        key.first, key.second));
        return {};
    });
}

} // namespace agon::store
