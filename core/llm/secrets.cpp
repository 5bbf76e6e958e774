#include "core/llm/secrets.h"

#include <cstdlib>

namespace agon {

std::optional<std::string> EnvironmentSecrets::find(std::string_view name) const {
    // A NUL would cut the name short and read another variable.
    if (name.empty() || name.find('\0') != std::string_view::npos)
        return std::nullopt;
    const char* value = std::getenv(std::string(name).c_str());
    // `export KEY=` is how a shell takes a key away: empty is not a key.
    if (!value || *value == '\0')
        return std::nullopt;
    return std::string(value);
}

} // namespace agon
