#include "core/store/migrate.h"

#include "core/store/schema.h"

#include <fmt/format.h>

#include <array>
#include <random>

namespace agon::store {
namespace {

// RFC 4122, version 4: tells workspaces apart, so it comes from the system's chance.
std::string makeUuid() {
    std::random_device device;
    std::array<std::uint32_t, 4> word{device(), device(), device(), device()};
    word[1] = (word[1] & 0xffff0fffU) | 0x00004000U;
    word[2] = (word[2] & 0x3fffffffU) | 0x80000000U;
    return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:04x}{:08x}", word[0], word[1] >> 16U,
                       word[1] & 0xffffU, word[2] >> 16U, word[2] & 0xffffU, word[3]);
}

} // namespace

Result<void> makeSchema(Connection& connection) {
    return guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(connection.db());
        for (const std::string_view step : migrations())
            connection.db().exec(std::string(step));
        connection.db().exec(fmt::format("PRAGMA application_id={}; PRAGMA user_version={};",
                                         applicationId, migrations().size()));
        SQLite::Statement uuid(connection.db(), "INSERT INTO meta(key, value) VALUES('uuid', ?)");
        uuid.bind(1, makeUuid());
        uuid.exec();
        transaction.commit();
        return {};
    });
}

Result<void> migrate(Connection& connection, const std::filesystem::path& path, int from,
                     std::span<const std::string_view> migrations) {
    if (from >= static_cast<int>(migrations.size()))
        return {};
    return guarded([&]() -> Result<void> {
        const std::string copy = fmt::format("{}.before-v{}", path.string(), migrations.size());
        SQLite::Statement vacuum(connection.db(), "VACUUM INTO ?");
        std::error_code ignored;
        std::filesystem::remove(copy, ignored);
        vacuum.bind(1, copy);
        vacuum.exec();
        for (int version = from; version < static_cast<int>(migrations.size()); ++version) {
            SQLite::Transaction transaction(connection.db());
            connection.db().exec(std::string(migrations[static_cast<std::size_t>(version)]));
            connection.db().exec(fmt::format("PRAGMA user_version={}", version + 1));
            transaction.commit();
        }
        return {};
    });
}

} // namespace agon::store
