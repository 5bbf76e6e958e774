// Keys stay with the machine: an endpoint names an environment variable or a keychain entry.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace agon {

// Thread-safe. A key that was read is kept in memory only, and never reaches an Error, a log, a
// file or a child's arguments.
class SecretSource {
  public:
    virtual ~SecretSource() = default;
    // The key of this name, or nullopt. May block: not for the GUI thread.
    [[nodiscard]] virtual std::optional<std::string> find(std::string_view name) const = 0;
};

class EnvironmentSecrets final : public SecretSource {
  public:
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const override;
};

} // namespace agon
