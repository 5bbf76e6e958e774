// Files of resources/ that core needs (judge/, providers/), compiled in.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace agon {

struct BuiltinFile {
    std::string_view path; // below resources/: "providers/openai.json"
    std::string_view bytes;
};

// Ascending by path. Thread-safe; lives as long as the program.
[[nodiscard]] std::span<const BuiltinFile> builtinFiles();
[[nodiscard]] std::optional<std::string_view> builtinFile(std::string_view path);

} // namespace agon
