// Small files of the user's own configuration: read with a limit, replaced whole.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace agon {

// A regular file of at most `limit` bytes, or a link to one, as people keep their configuration.
// Pipes and devices are refused and never waited for. Errors: NotFound, InvalidInput (no regular
// file, too large), Io.
[[nodiscard]] Result<std::string> readSmallFile(const std::filesystem::path& path,
                                                std::size_t limit);

// Replaces the file atomically, mode 0600; missing parent folders are made with 0700. After an
// error the old file is as it was. Errors: DiskFull, ReadOnly, InvalidInput, NotFound, Io.
[[nodiscard]] Result<void> replacePrivateFile(const std::filesystem::path& path,
                                              std::string_view bytes);

} // namespace agon
