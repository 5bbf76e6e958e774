// Makes a new file's tables, and leads an older file to the present version. Private to core/store.
#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"

#include <filesystem>
#include <span>
#include <string_view>

namespace agon::store {

// Tables, application id and uuid of a new workspace, in one transaction.
Result<void> makeSchema(Connection& connection);

// Runs migrations[from …] each in one transaction, after copying the file to
// "NAME.agon.before-vN". `migrations` is given so that tests can lead to a version of their own.
Result<void> migrate(Connection& connection, const std::filesystem::path& path, int from,
                     std::span<const std::string_view> migrations);

} // namespace agon::store
