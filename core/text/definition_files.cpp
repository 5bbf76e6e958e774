#include "core/text/definition_files.h"

#include "core/base/builtin.h"
#include "core/base/small_file.h"

#include <cstddef>
#include <system_error>

namespace agon {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largestFile = std::size_t{1} << 20;

// By name, so that it does not depend on the disk which of two files is read first.
std::vector<fs::path> jsonFilesOf(const fs::path& folder, std::vector<std::string>& problems) {
    std::vector<fs::path> out;
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator{}; entry.increment(error))
        if (entry->path().extension() == ".json")
            out.push_back(entry->path());
    // Most people have no such folder.
    if (error && error != std::errc::no_such_file_or_directory)
        problems.push_back(folder.string() + ": cannot be listed: " + error.message());
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

std::vector<DefinitionFile> builtinDefinitions(std::string_view folder) {
    std::vector<DefinitionFile> out;
    const std::string prefix = std::string(folder) + "/";
    for (const BuiltinFile& file : builtinFiles())
        if (file.path.starts_with(prefix))
            out.push_back({std::string(file.path), std::string(file.bytes)});
    return out;
}

std::vector<DefinitionFile> userDefinitions(const fs::path& folder,
                                            std::vector<std::string>& problems) {
    std::vector<DefinitionFile> out;
    for (const fs::path& path : jsonFilesOf(folder, problems)) {
        auto bytes = readSmallFile(path, largestFile);
        if (bytes)
            out.push_back({path.string(), std::move(*bytes)});
        else
            problems.push_back(std::move(bytes).error().within(path.string()).text());
    }
    return out;
}

} // namespace agon
