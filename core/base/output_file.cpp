#include "core/base/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <system_error>
#include <utility>

namespace agon {
namespace {

constexpr std::size_t bufferSize = std::size_t{1} << 18;

tl::unexpected<Error> failed(const std::filesystem::path& path, int error) {
    const std::string why = std::generic_category().message(error);
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return fail(ErrorCode::DiskFull,
                    fmt::format("{}: the disk is full; nothing was written", path.string()));
    case EACCES:
    case EPERM:
    case EROFS:
        return fail(ErrorCode::ReadOnly,
                    fmt::format("{}: writing here is not allowed: {}", path.string(), why));
    case ENOENT:
    case ENOTDIR:
        return fail(ErrorCode::NotFound, fmt::format("{}: there is no such folder", path.string()));
    default:
        return fail(ErrorCode::Io, fmt::format("{}: writing failed: {}", path.string(), why));
    }
}

} // namespace

Result<OutputFile> OutputFile::create(const std::filesystem::path& path, Readers readers) {
    static std::atomic<unsigned> counter{0};
    std::error_code ignored;
    if (path.filename().empty() || std::filesystem::is_directory(path, ignored))
        return fail(ErrorCode::InvalidInput,
                    fmt::format("{}: is a folder; name a file in it", path.string()));
    OutputFile out;
    out.m_path = path;
    for (;;) {
        out.m_partial = path;
        out.m_partial += fmt::format(".{}-{}.part", ::getpid(), counter++);
        out.m_descriptor =
            ::open(out.m_partial.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                   readers == Readers::OwnerOnly ? 0600 : 0666);
        if (out.m_descriptor >= 0)
            return out;
        if (errno != EEXIST)
            return failed(path, errno);
    }
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_path(std::move(other.m_path))
    , m_partial(std::move(other.m_partial))
    , m_buffer(std::move(other.m_buffer)) {}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_path, other.m_path);
    std::swap(m_partial, other.m_partial);
    std::swap(m_buffer, other.m_buffer);
    return *this;
}

OutputFile::~OutputFile() {
    if (m_descriptor < 0)
        return;
    ::close(m_descriptor);
    ::unlink(m_partial.c_str());
}

Result<void> OutputFile::flush() {
    std::string_view rest = m_buffer;
    while (!rest.empty()) {
        const ssize_t done = ::write(m_descriptor, rest.data(), rest.size());
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return failed(m_path, errno);
        rest.remove_prefix(static_cast<std::size_t>(done));
    }
    m_buffer.clear();
    return {};
}

Result<void> OutputFile::write(std::string_view bytes) {
    m_buffer.append(bytes);
    return m_buffer.size() >= bufferSize ? flush() : Result<void>{};
}

Result<void> OutputFile::commit() {
    TRY(flush());
    if (::fsync(m_descriptor) != 0 && errno != EINVAL)
        return failed(m_path, errno);
    if (::rename(m_partial.c_str(), m_path.c_str()) != 0)
        return failed(m_path, errno);
    ::close(std::exchange(m_descriptor, -1));
    return {};
}

} // namespace agon
