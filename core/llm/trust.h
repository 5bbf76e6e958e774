// Which hosts a person has allowed for a workspace, and with which key. A workspace may come from a
// stranger and name any host: this is kept per user, outside of it, by the workspace's uuid
// (architecture.md §4).
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace agon {

// Scheme, host and port of an address: "https://llm.example.org:443". Errors: InvalidInput for
// anything but http and https, user:password@, or what is no address.
[[nodiscard]] Result<std::string> originOf(std::string_view url);
// 127.0.0.0/8, ::1 and localhost.
[[nodiscard]] bool isLoopback(std::string_view origin);

// One permission.
struct TrustedOrigin {
    std::string origin;
    std::string keyName;     // empty: no key is sent there
    bool unverified = false; // https without checking the certificate

    bool operator==(const TrustedOrigin&) const = default;
};

// What calling an address needs. Errors: InvalidInput, as originOf.
[[nodiscard]] Result<TrustedOrigin> permissionOf(std::string_view url, std::string_view keyName,
                                                 bool insecureTls);

// The file of permissions. Not thread-safe; written whole, atomically, mode 0600.
class TrustFile {
  public:
    // A missing file is empty; one that cannot be read is an error, and is never overwritten.
    static Result<TrustFile> open(const std::filesystem::path& path);
    // $XDG_CONFIG_HOME/agon/trust.json (~/.config/…).
    [[nodiscard]] static std::filesystem::path usualPath();

    [[nodiscard]] bool allows(std::string_view workspaceUuid, const TrustedOrigin& origin) const;
    Result<void> allow(std::string_view workspaceUuid, const TrustedOrigin& origin);

  private:
    struct Row {
        std::string workspace;
        TrustedOrigin origin;
    };
    std::filesystem::path m_path;
    std::vector<Row> m_rows;
};

} // namespace agon
