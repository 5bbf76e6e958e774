#include "core/llm/secrets.h"

#include <cstdlib>

namespace agon {

std::optional<std::string> EnvironmentSecrets::find(std::string_view name) const {
    if (name.empty() || name.find('=') != std::string_view::npos)
        return std::nullopt;
    const char* value = std::getenv(std::string(name).c_str());
    if (value == nullptr || *value == '\0')
        return std::nullopt;
    return std::string(value);
}

} // namespace agon
