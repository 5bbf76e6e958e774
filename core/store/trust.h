// Is this file a workspace of ours, and nothing but that? Private to core/store.
#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"

#include <filesystem>

namespace agon::store {

// Looks at the file before SQLite does. Errors: NotFound, Foreign (not a regular file, empty, not
// SQLite), Io.
Result<void> checkFile(const std::filesystem::path& path);

// The version of the schema. Errors: Foreign (another application's), Newer, Corrupt.
Result<int> checkVersion(Connection& connection);

// Every table, index and virtual table must be one of ours, word for word; no trigger, no view.
Result<void> checkSchema(Connection& connection, int version);

} // namespace agon::store
