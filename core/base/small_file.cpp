#include "core/base/small_file.h"

#include "core/base/file_source.h"
#include "core/base/output_file.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>

namespace agon {
namespace {

Result<void> makePrivateFolders(const std::filesystem::path& folder) {
    std::error_code ignored;
    if (folder.empty() || std::filesystem::is_directory(folder, ignored))
        return {};
    if (folder.has_relative_path())
        TRY(makePrivateFolders(folder.parent_path()));
    // Another program may have made it in between.
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST)
        return fail(ErrorCode::ReadOnly,
                    fmt::format("{}: this folder cannot be made: {}", folder.string(),
                                std::generic_category().message(errno)));
    return {};
}

} // namespace

Result<std::string> readSmallFile(const std::filesystem::path& path, std::size_t limit) {
    const FileSource file = TRY(FileSource::open(path));
    // One byte more than allowed: the file may grow while it is read.
    std::string out = TRY(file.readAt(0, limit + 1));
    if (out.size() > limit)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("{}: is larger than {} bytes, the most that is read here",
                                path.string(), limit));
    return out;
}

Result<void> replacePrivateFile(const std::filesystem::path& path, std::string_view bytes) {
    TRY(makePrivateFolders(path.parent_path()));
    OutputFile file = TRY(OutputFile::create(path, OutputFile::Readers::OwnerOnly));
    TRY(file.write(bytes));
    return file.commit();
}

} // namespace agon
