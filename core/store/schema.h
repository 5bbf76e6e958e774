// The tables of a workspace, version by version. Private to core/store.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace agon::store {

// "Agon" in ASCII, in the file's header.
inline constexpr std::int32_t applicationId = 0x41676f6e;
inline constexpr int schemaVersion = 2;

// migrations()[v] leads from version v to v + 1; the first makes the tables of version 1 in an
// empty file. Each is a list of statements that runs in one transaction.
[[nodiscard]] std::span<const std::string_view> migrations();

} // namespace agon::store
