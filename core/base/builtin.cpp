#include "core/base/builtin.h"

#include <algorithm>

namespace agon {

std::optional<std::string_view> builtinFile(std::string_view path) {
    const auto files = builtinFiles();
    const auto found = std::ranges::lower_bound(files, path, {}, &BuiltinFile::path);
    if (found == files.end() || found->path != path)
        return std::nullopt;
    return found->bytes;
}

} // namespace agon
