#include "core/base/file_source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace agon {
namespace {

std::string reason(int error) {
    return std::generic_category().message(error);
}

const char* kindOf(mode_t mode) {
    if (S_ISDIR(mode))
        return "a folder";
    if (S_ISFIFO(mode))
        return "a pipe";
    if (S_ISSOCK(mode))
        return "a socket";
    return "a device";
}

} // namespace

Result<FileSource> FileSource::open(const std::filesystem::path& path) {
    const std::string name = path.string();
    // O_NONBLOCK: opening a pipe that nobody writes to must not wait.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) {
        const int error = errno;
        if (error == ENOENT || error == ENOTDIR)
            return fail(ErrorCode::NotFound, fmt::format("{}: there is no such file", name));
        return fail(ErrorCode::Io, fmt::format("{}: cannot be opened: {}", name, reason(error)));
    }
    FileSource source(descriptor, 0, name);
    struct stat facts {};
    if (::fstat(descriptor, &facts) != 0)
        return fail(ErrorCode::Io, fmt::format("{}: cannot be read: {}", name, reason(errno)));
    if (!S_ISREG(facts.st_mode))
        return fail(ErrorCode::InvalidInput,
                    fmt::format("{}: is {}; name a file", name, kindOf(facts.st_mode)));
    source.m_size = facts.st_size;
    return source;
}

FileSource::FileSource(FileSource&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_size(other.m_size)
    , m_name(std::move(other.m_name)) {}

FileSource& FileSource::operator=(FileSource&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_size, other.m_size);
    std::swap(m_name, other.m_name);
    return *this;
}

FileSource::~FileSource() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<std::size_t> FileSource::read(std::span<char> into) {
    for (;;) {
        const ssize_t got = ::read(m_descriptor, into.data(), into.size());
        if (got >= 0)
            return static_cast<std::size_t>(got);
        if (errno != EINTR)
            return fail(ErrorCode::Io,
                        fmt::format("{}: reading failed: {}", m_name, reason(errno)));
    }
}

Result<std::string> FileSource::readAt(std::int64_t offset, std::size_t length) const {
    std::string out(length, '\0');
    std::size_t have = 0;
    while (have < length) {
        const ssize_t got = ::pread(m_descriptor, out.data() + have, length - have,
                                    offset + static_cast<std::int64_t>(have));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(ErrorCode::Io,
                        fmt::format("{}: reading failed: {}", m_name, reason(errno)));
        if (got == 0)
            break;
        have += static_cast<std::size_t>(got);
    }
    out.resize(have);
    return out;
}

} // namespace agon
